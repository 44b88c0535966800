import type {
  FreightTemplateDocument,
  OrderDocument,
  PaymentDocument,
  RefundDocument,
} from '../documents/order'
import { collection } from './define'

export const orderCollections = {
  orders: collection<OrderDocument>()('orders', {
    memberPlaced: [
      ['memberId', 1],
      ['placedAt', -1],
      ['_id', -1],
    ],
    memberState: [
      ['memberId', 1],
      ['state', 1],
      ['placedAt', -1],
      ['_id', -1],
    ],
    stateDue: [
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
    memberWords: [
      ['memberId', 1],
      ['words', 1],
      ['placedAt', -1],
      ['_id', -1],
    ],
    paid: [
      ['paidAt', 1],
      ['_id', 1],
    ],
    lookup: [
      ['lookup', 1],
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
    placed: [
      ['placedAt', -1],
      ['_id', -1],
    ],
    invoiceAsked: [
      ['invoice.state', 1],
      ['invoice.askedAt', 1],
    ],
  }),
  payments: collection<PaymentDocument>()('payments', {
    returned: [
      ['returnedAt', 1],
      ['_id', 1],
    ],
    stateCheck: [
      ['state', 1],
      ['checkAt', 1],
      ['_id', 1],
    ],
  }),
  refunds: collection<RefundDocument>()('refunds', {
    stateCreated: [
      ['state', 1],
      ['createdAt', 1],
      ['_id', 1],
    ],
    order: [['orderId', 1]],
    refunded: [
      ['refundedAt', 1],
      ['_id', 1],
    ],
  }),
  freighttemplates: collection<FreightTemplateDocument>()('freighttemplates', {
    updated: [
      ['updatedAt', 1],
      ['_id', 1],
    ],
  }),
}
