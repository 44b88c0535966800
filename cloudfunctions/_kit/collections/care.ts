import type {
  AfterSaleDocument,
  HeldPictureDocument,
  MediaCheckDocument,
  QuestionDocument,
  ReviewDocument,
} from '../documents/care'
import { collection, none } from './define'

export const careCollections = {
  aftersales: collection<AfterSaleDocument>()('aftersales', {
    memberCreated: [
      ['memberId', 1],
      ['createdAt', -1],
      ['_id', -1],
    ],
    stateDue: [
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
    order: [['orderId', 1]],
  }),
  reviews: collection<ReviewDocument>()('reviews', {
    productShown: [
      ['productId', 1],
      ['isShown', 1],
      ['at', -1],
      ['_id', -1],
    ],
    productBand: [
      ['productId', 1],
      ['isShown', 1],
      ['band', 1],
      ['at', -1],
      ['_id', -1],
    ],
    productPictures: [
      ['productId', 1],
      ['isShown', 1],
      ['hasPictures', 1],
      ['at', -1],
      ['_id', -1],
    ],
    productFollowUps: [
      ['productId', 1],
      ['isShown', 1],
      ['hasFollowUp', 1],
      ['at', -1],
      ['_id', -1],
    ],
    member: [
      ['memberId', 1],
      ['at', -1],
      ['_id', -1],
    ],
    needsStaff: [
      ['needsStaff', 1],
      ['at', -1],
      ['_id', -1],
    ],
    newest: [
      ['at', -1],
      ['_id', -1],
    ],
  }),
  mediachecks: collection<MediaCheckDocument>()('mediachecks', none),
  heldpictures: collection<HeldPictureDocument>()('heldpictures', {
    due: [
      ['dueAt', 1],
      ['_id', 1],
    ],
  }),
  questions: collection<QuestionDocument>()('questions', {
    productShown: [
      ['productId', 1],
      ['isShown', 1],
      ['at', -1],
      ['_id', -1],
    ],
    open: [
      ['isOpen', 1],
      ['at', 1],
      ['_id', 1],
    ],
  }),
}
