import * as v from 'valibot'
import type { AfterSaleState } from '../domain/after-sale'
import type { AfterSaleCard, AfterSaleDetail, QuestionView, ReviewView } from './care'
import { carriers } from './carriers'
import type { Contract } from './define'
import { action, detail, returns } from './define'
import { cursor, id, text } from './fields'
import type { Shortage } from './order-parts'

/** Who answers customers about what they bought. */
const answering = { staff: ['owner', 'manager', 'clerk', 'service'] } as const
/** Who decides about money and goods. */
const deciding = { staff: ['owner', 'manager', 'clerk'] } as const
/** Who has the last word. */
const judging = { staff: ['owner', 'manager'] } as const

/** `due` waits for the shop, `waiting` for the customer; `appeals` for the owner or manager. */
const afterSaleTabs = ['due', 'returns', 'appeals', 'waiting', 'done'] as const
export type AfterSaleTab = (typeof afterSaleTabs)[number]

export type StaffDecision =
  'approve' | 'approveReturn' | 'refuse' | 'acceptReturn' | 'sendExchange' | 'decide'

export interface StaffAfterSale extends AfterSaleCard {
  customer: { name: string; phone: string }
}

export interface StaffAfterSaleDetail
  extends Omit<AfterSaleDetail, 'actions' | 'returnTo'>, Pick<StaffAfterSale, 'customer'> {
  /** What this member of staff may do now. */
  decisions: StaffDecision[]
  /** Whether any of its pieces have left the house. */
  hasLeft: boolean
}

export interface StaffReview extends ReviewView {
  productId: string
  productName: string
  check: 'waiting' | 'passed' | 'refused'
  followUpCheck?: 'waiting' | 'passed' | 'refused'
  isHidden: boolean
}

export interface StaffQuestion extends Omit<QuestionView, 'answers'> {
  productId: string
  productName: string
  check: 'waiting' | 'passed' | 'refused'
  isHidden: boolean
  answers: (QuestionView['answers'][number] & { check: 'waiting' | 'passed' | 'refused' })[]
}

const reviewTabs = ['open', 'all'] as const

const afterSaleErrors = {
  AFTER_SALE_NOT_FOUND: detail(),
  AFTER_SALE_CHANGED: detail<{ state: AfterSaleState }>(),
}
const trackingNumber = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,32}$/))
const isStockBack = v.optional(v.boolean(), false)

/** After-sale decisions, reviews and questions. */
export const consoleCare = {
  'console.countAfterSales': action({
    access: answering,
    input: v.strictObject({}),
    output: returns<{ due: number; returns: number; appeals: number; late: number }>(),
    errors: {},
  }),
  'console.listAfterSales': action({
    access: answering,
    input: v.strictObject({ tab: v.picklist(afterSaleTabs), cursor }),
    output: returns<{ cases: StaffAfterSale[]; cursor?: string }>(),
    errors: {},
  }),
  'console.getAfterSale': action({
    access: answering,
    input: v.strictObject({ afterSaleId: id }),
    output: returns<StaffAfterSaleDetail>(),
    errors: { AFTER_SALE_NOT_FOUND: detail() },
  }),
  /** Money only: it goes back at once. Anything else: the customer may send it back. */
  'console.approveAfterSale': action({
    access: deciding,
    write: true,
    input: v.strictObject({ afterSaleId: id, answer: v.optional(text(200), ''), isStockBack }),
    output: returns<{ state: AfterSaleState }>(),
    errors: afterSaleErrors,
  }),
  'console.refuseAfterSale': action({
    access: deciding,
    write: true,
    input: v.strictObject({ afterSaleId: id, answer: text(200, 2) }),
    output: returns<{ state: AfterSaleState }>(),
    errors: afterSaleErrors,
  }),
  /** What came back is as it should be: the money goes back. */
  'console.acceptReturn': action({
    access: deciding,
    write: true,
    input: v.strictObject({ afterSaleId: id, isStockBack }),
    output: returns<{ state: AfterSaleState }>(),
    errors: afterSaleErrors,
  }),
  /** What came back is as it should be: the same leaves again, off the stock. */
  'console.sendExchange': action({
    access: deciding,
    write: true,
    input: v.strictObject({
      afterSaleId: id,
      carrier: v.picklist(carriers),
      trackingNumber,
      isStockBack,
    }),
    output: returns<{ state: AfterSaleState }>(),
    errors: { ...afterSaleErrors, SOLD_OUT: detail<Shortage>() },
  }),
  /** The last word about an appeal: for the customer or against. */
  'console.decideAfterSale': action({
    access: judging,
    write: true,
    input: v.strictObject({
      afterSaleId: id,
      decision: v.picklist(['refund', 'return', 'close']),
      answer: text(200, 2),
      isStockBack,
    }),
    output: returns<{ state: AfterSaleState }>(),
    errors: afterSaleErrors,
  }),

  'console.listReviews': action({
    access: answering,
    input: v.strictObject({ tab: v.picklist(reviewTabs), cursor }),
    output: returns<{ reviews: StaffReview[]; cursor?: string }>(),
    errors: {},
  }),
  'console.answerReview': action({
    access: answering,
    write: true,
    input: v.strictObject({ reviewId: id, text: text(300, 1) }),
    output: returns<{ reviewId: string }>(),
    errors: { REVIEW_NOT_FOUND: detail() },
  }),
  /** Hides a review from others, or shows it; showing also lets through what a check held up. */
  'console.showReview': action({
    access: answering,
    write: true,
    input: v.strictObject({ reviewId: id, isShown: v.boolean() }),
    output: returns<{ isShown: boolean }>(),
    errors: { REVIEW_NOT_FOUND: detail() },
  }),
  'console.listQuestions': action({
    access: answering,
    input: v.strictObject({ cursor }),
    output: returns<{ questions: StaffQuestion[]; cursor?: string }>(),
    errors: {},
  }),
  'console.answerQuestion': action({
    access: answering,
    write: true,
    input: v.strictObject({ questionId: id, text: text(200, 1) }),
    output: returns<{ questionId: string }>(),
    errors: { QUESTION_NOT_FOUND: detail(), QUESTION_FULL: detail() },
  }),
  'console.showQuestion': action({
    access: answering,
    write: true,
    input: v.strictObject({ questionId: id, isShown: v.boolean() }),
    output: returns<{ isShown: boolean }>(),
    errors: { QUESTION_NOT_FOUND: detail() },
  }),
} as const satisfies Contract
