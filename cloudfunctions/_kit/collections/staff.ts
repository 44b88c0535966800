import type {
  AuditDocument,
  InvitationDocument,
  LayoutDocument,
  StockMoveDocument,
} from '../documents/staff'
import { collection } from './define'

export const staffCollections = {
  audit: collection<AuditDocument>()('audit', {
    newest: [
      ['at', -1],
      ['_id', -1],
    ],
    staff: [
      ['staffId', 1],
      ['at', -1],
      ['_id', -1],
    ],
    subject: [
      ['subject', 1],
      ['at', -1],
      ['_id', -1],
    ],
  }),
  invitations: collection<InvitationDocument>()('invitations', {
    created: [
      ['createdAt', -1],
      ['_id', -1],
    ],
  }),
  layouts: collection<LayoutDocument>()('layouts', {
    version: [
      ['page', 1],
      ['version', -1],
      ['_id', -1],
    ],
  }),
  stockmoves: collection<StockMoveDocument>()('stockmoves', {
    sku: [
      ['skuId', 1],
      ['at', -1],
      ['_id', -1],
    ],
    product: [
      ['productId', 1],
      ['at', -1],
      ['_id', -1],
    ],
  }),
}
