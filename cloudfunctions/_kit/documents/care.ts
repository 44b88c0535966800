import type {
  AfterSaleKind,
  AfterSaleReason,
  AfterSaleState,
  AfterSaleEvent,
} from '../../../shared/domain/after-sale'
import type { ReviewBand } from '../../../shared/domain/review'
import type { Actor } from '../../../shared/domain/order-state'
import type { Localized } from '../../../shared/domain/localized'

/** A line of an order, or some pieces of it, that the customer wants something done about. */
export interface AfterSaleLine {
  /** Place in the order's lines. */
  lineIndex: number
  skuId: string
  productId: string
  name: Localized
  optionWords: Localized
  picture: string
  quantity: number
}

/** A customer's wish to give back or change what was bought, through to its end. */
export interface AfterSaleDocument {
  _id: string
  /** The short number people say on the phone. */
  number: string
  orderId: string
  orderNumber: string
  outTradeNo: string
  memberId: string
  kind: AfterSaleKind
  state: AfterSaleState
  reason: AfterSaleReason
  description: string
  /** Cloud file ids. */
  pictures: string[]
  lines: AfterSaleLine[]
  /** What goes back: goods and, when it is the last of the order, delivery. */
  refundFen: number
  refundPoints: number
  /** The number of its refund at WeChat Pay, once decided. */
  outRefundNo?: string
  /** How the customer sends it back. */
  returnParcel?: { carrier: string; trackingNumber: string; sentAt: number }
  /** What is sent instead, for an exchange. */
  exchangeParcel?: { carrier: string; trackingNumber: string; sentAt: number }
  /** Staff's word when they refuse or decide. */
  answer?: string
  /** The next deadline: to answer, to send back, to check what came. */
  dueAt: number
  createdAt: number
  timeline: { at: number; event: AfterSaleEvent; by: Actor; staffId?: string; note?: string }[]
}

/** What WeChat's check says about texts and pictures; nobody else sees what waits or is refused. */
type CheckState = 'waiting' | 'passed' | 'refused'

/** Something a customer wrote that others see once WeChat's check has passed all of it. */
export interface Checked {
  text: string
  pictures: string[]
  check: CheckState
  /** What has passed so far: `text`, and file ids of pictures. */
  passed: string[]
}

/** A later word on a review, with a check of its own. */
interface FollowUp extends Checked {
  at: number
}

/** One review of one line of an order; the id follows from both without telling them. */
export interface ReviewDocument extends Checked {
  _id: string
  orderId: string
  productId: string
  skuId: string
  name: Localized
  optionWords: Localized
  picture: string
  memberId: string
  /** As others see it; "云**" for someone who wants to stay unnamed. */
  nickname: string
  avatar?: string
  /** 1 to 5. */
  score: number
  /** `bandOf` the score, for the filters. */
  band: ReviewBand
  followUp?: FollowUp
  reply?: { text: string; at: number; staffId: string }
  isHidden: boolean
  /** Passed and not hidden: what others see, and what the indexes are about. */
  isShown: boolean
  hasPictures: boolean
  /** A later word that others see. */
  hasFollowUp: boolean
  /** Waits for an answer, or for somebody to look at what the check did not pass. */
  needsStaff: boolean
  at: number
}

/** What a content check is about. */
export type CheckSubject =
  | { kind: 'review' | 'followUp' | 'question'; id: string }
  | { kind: 'answer'; id: string; answerId: string }
  /** A member and the picture they have chosen for themselves. */
  | { kind: 'avatar'; id: string; picture: string }

/** What WeChat's check may say. `review`: a person has to look. */
export type Verdict = 'pass' | 'review' | 'risky'

/**
 * One picture given to WeChat's check; the id is its `trace_id`. The verdict may come before it is
 * written down what the picture belongs to, so either may be missing.
 */
export interface MediaCheckDocument {
  _id: string
  about?: { subject: CheckSubject; picture: string }
  verdict?: Verdict
  at: number
}

/**
 * A copy of a customer's picture, written down before it is made, so that nothing is left lying
 * about whenever a function is ended. The id is the copy's name; it goes when all is tidy.
 */
export interface HeldPictureDocument {
  _id: string
  subject: CheckSubject
  /** What the customer has put into the storage; absent where others may still show it. */
  original?: string
  /** The file id of the copy. */
  copy: string
  /** It has been a member's avatar: reviews of that time show it for good. */
  isPassed?: boolean
  /** When to look what of it is in use. */
  dueAt: number
}

/** An answer of a buyer or of staff. */
export interface Answer extends Checked {
  id: string
  memberId: string
  nickname: string
  by: 'staff' | 'buyer'
  at: number
}

/** A question about a product with its answers, from buyers and staff. */
export interface QuestionDocument extends Checked {
  _id: string
  productId: string
  /** The product's name, for the staff who answer. */
  name: Localized
  memberId: string
  nickname: string
  isHidden: boolean
  isShown: boolean
  /** Waits for an answer of staff or buyers, or for somebody to look at a check that did not pass. */
  isOpen: boolean
  answers: Answer[]
  at: number
}
