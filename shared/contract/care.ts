import * as v from 'valibot'
import { afterSaleKinds, afterSaleReasons } from '../domain/after-sale'
import type {
  AfterSaleEvent,
  AfterSaleKind,
  AfterSaleReason,
  AfterSaleState,
} from '../domain/after-sale'
import { reviewBands } from '../domain/review'
import type { Carrier } from './carriers'
import { carriers } from './carriers'
import type { Contract } from './define'
import { action, detail, returns } from './define'
import { cursor, fileId, id, quantity, text } from './fields'

/** A sold line, or some pieces of it, in the reader's words. */
export interface CareLine {
  lineIndex: number
  skuId: string
  productId: string
  name: string
  options: string
  picture: string
  quantity: number
}

/** A line of an order with what may be asked for it now. */
export interface AskableLineView extends CareLine {
  /** Pieces it may be asked for; 0 when nothing may. */
  available: number
  kinds: AfterSaleKind[]
  isGift: boolean
}

export interface AfterSaleChoices {
  orderNumber: string
  lines: AskableLineView[]
  /** Until when something may be asked: without a fault, and with one; absent before receipt. */
  until?: { noReasonAt: number; faultAt: number }
}

/** What would go back. */
export interface AfterSaleAmount {
  refundFen: number
  /** Of it, for delivery. */
  deliveryFen: number
  points: number
}

export type AfterSaleAction = 'withdraw' | 'sendBack' | 'appeal' | 'confirmExchange'

export interface AfterSaleCard {
  id: string
  number: string
  orderId: string
  orderNumber: string
  kind: AfterSaleKind
  state: AfterSaleState
  lines: CareLine[]
  refundFen: number
  /** The next deadline, while something is due. */
  dueAt?: number
  createdAt: number
}

export interface CareParcel {
  carrier: string
  trackingNumber: string
  sentAt: number
}

export interface AfterSaleDetail extends AfterSaleCard {
  reason: AfterSaleReason
  description: string
  pictures: string[]
  points: number
  returnParcel?: CareParcel
  exchangeParcel?: CareParcel
  /** Staff's word. */
  answer?: string
  /** Newest last. */
  timeline: {
    at: number
    event: AfterSaleEvent
    by: 'member' | 'staff' | 'system'
    note?: string
  }[]
  /** What the customer can do now. */
  actions: AfterSaleAction[]
  /** For sending something back. */
  carriers: { id: Carrier; name: string }[]
  /** Where it is sent back to. */
  returnTo: { name: string; phone: string; place: string }
}

/** A review as everybody may read it. */
export interface ReviewView {
  id: string
  nickname: string
  avatar?: string
  score: number
  text: string
  pictures: string[]
  options: string
  at: number
  followUp?: { text: string; pictures: string[]; at: number }
  reply?: { text: string; at: number }
}

export interface RatingView {
  count: number
  /** Tenths of a star, 48 for 4.8; 0 without reviews. */
  averageTenths: number
  /** How many have one star, two, ... five. */
  stars: number[]
  withPictures: number
}

/** A line that was received, with what its buyer has written about it, if anything. */
export interface MyReview {
  id: string
  orderId: string
  line: CareLine
  review?: Omit<ReviewView, 'nickname'> & {
    /** Whether others see it already. */
    check: 'waiting' | 'passed' | 'refused'
    isHidden: boolean
  }
  canFollowUp: boolean
}

export interface QuestionView {
  id: string
  text: string
  nickname: string
  at: number
  answers: { id: string; nickname: string; by: 'staff' | 'buyer'; text: string; at: number }[]
}

const pictures = v.optional(v.pipe(v.array(fileId), v.maxLength(6)), [])
const pieces = v.pipe(
  v.array(v.strictObject({ lineIndex: v.pipe(v.number(), v.integer(), v.minValue(0)), quantity })),
  v.minLength(1),
  v.maxLength(100),
)
const wish = {
  orderId: id,
  kind: v.picklist(afterSaleKinds),
  reason: v.picklist(afterSaleReasons),
  lines: pieces,
}
const afterSaleId = v.strictObject({ afterSaleId: id })
const trackingNumber = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,32}$/))

const wishErrors = {
  ORDER_NOT_FOUND: detail(),
  AFTER_SALE_NOT_ALLOWED: detail(),
  AFTER_SALE_TOO_LATE: detail(),
  AFTER_SALE_PIECES: detail(),
  /** WeChat Pay takes so many refunds of one payment. */
  AFTER_SALE_LIMIT: detail(),
}
const caseErrors = {
  AFTER_SALE_NOT_FOUND: detail(),
  AFTER_SALE_CHANGED: detail<{ state: AfterSaleState }>(),
}

/** How reviews of a product may be chosen; `all` is the newest of any kind. */
const reviewFilters = ['all', ...reviewBands, 'withPictures', 'followUp'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

/** What happens after the sale: giving back, reviews, questions. */
export const care = {
  /** What may be asked for which line of an order, now. */
  'care.getAfterSaleChoices': action({
    access: 'member',
    input: v.strictObject({ orderId: id }),
    output: returns<AfterSaleChoices>(),
    errors: { ORDER_NOT_FOUND: detail() },
  }),
  'care.previewAfterSale': action({
    access: 'member',
    input: v.strictObject(wish),
    output: returns<AfterSaleAmount>(),
    errors: wishErrors,
  }),
  'care.requestAfterSale': action({
    access: 'member',
    write: true,
    input: v.strictObject({ ...wish, description: v.optional(text(300), ''), pictures }),
    output: returns<{ afterSaleId: string }>(),
    errors: wishErrors,
  }),
  'care.withdrawAfterSale': action({
    access: 'member',
    write: true,
    input: afterSaleId,
    output: returns<{ state: AfterSaleState }>(),
    errors: caseErrors,
  }),
  'care.sendBack': action({
    access: 'member',
    write: true,
    input: v.strictObject({ afterSaleId: id, carrier: v.picklist(carriers), trackingNumber }),
    output: returns<{ state: AfterSaleState }>(),
    errors: caseErrors,
  }),
  /** Asks the owner or manager to decide about a refusal. */
  'care.appealAfterSale': action({
    access: 'member',
    write: true,
    input: v.strictObject({ afterSaleId: id, words: text(300, 2) }),
    output: returns<{ state: AfterSaleState }>(),
    errors: caseErrors,
  }),
  'care.confirmExchange': action({
    access: 'member',
    write: true,
    input: afterSaleId,
    output: returns<{ state: AfterSaleState }>(),
    errors: caseErrors,
  }),
  'care.listAfterSales': action({
    access: 'member',
    input: v.strictObject({ cursor }),
    output: returns<{ cases: AfterSaleCard[]; cursor?: string }>(),
    errors: {},
  }),
  'care.getAfterSale': action({
    access: 'member',
    input: afterSaleId,
    output: returns<AfterSaleDetail>(),
    errors: { AFTER_SALE_NOT_FOUND: detail() },
  }),

  /** Once for each line of an order that was received; others see it after the check. */
  'care.writeReview': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      orderId: id,
      skuId: id,
      score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
      text: v.optional(text(500), ''),
      pictures,
      isUnnamed: v.optional(v.boolean(), false),
    }),
    output: returns<{ reviewId: string }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      REVIEW_NOT_YET: detail(),
      REVIEW_WRITTEN: detail(),
    },
  }),
  'care.followUpReview': action({
    access: 'member',
    write: true,
    input: v.strictObject({ reviewId: id, text: text(500, 1), pictures }),
    output: returns<{ reviewId: string }>(),
    errors: { REVIEW_NOT_FOUND: detail(), REVIEW_WRITTEN: detail(), REVIEW_TOO_LATE: detail() },
  }),
  'care.listReviews': action({
    access: 'visitor',
    input: v.strictObject({
      productId: id,
      filter: v.optional(v.picklist(reviewFilters), 'all'),
      cursor,
    }),
    output: returns<{ rating: RatingView; reviews: ReviewView[]; cursor?: string }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  /** Lines of received orders; `waiting` for a review, or those one was written for. */
  'care.listMyReviews': action({
    access: 'member',
    input: v.strictObject({ tab: v.picklist(['waiting', 'written']), cursor }),
    output: returns<{ lines: MyReview[]; cursor?: string }>(),
    errors: {},
  }),
  'care.askQuestion': action({
    access: 'member',
    write: true,
    input: v.strictObject({ productId: id, text: text(100, 4) }),
    output: returns<{ questionId: string }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  /** For those who bought the product. */
  'care.answerQuestion': action({
    access: 'member',
    write: true,
    input: v.strictObject({ questionId: id, text: text(200, 1) }),
    output: returns<{ questionId: string }>(),
    errors: {
      QUESTION_NOT_FOUND: detail(),
      QUESTION_BUYERS_ONLY: detail(),
      QUESTION_FULL: detail(),
    },
  }),
  'care.listQuestions': action({
    access: 'visitor',
    input: v.strictObject({ productId: id, cursor }),
    output: returns<{ questions: QuestionView[]; cursor?: string }>(),
    errors: {},
  }),
  /** What the product page shows of both, in one answer. */
  'care.getProductVoices': action({
    access: 'visitor',
    input: v.strictObject({ productId: id }),
    output: returns<{ rating: RatingView; reviews: ReviewView[]; questions: QuestionView[] }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
} as const satisfies Contract
