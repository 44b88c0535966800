import type { Difference, MoneyByMeans, MoneyProblem } from '../../../shared/domain/balance-day'

/** What an account counts: fen of a balance or gift card, or points. */
export type AccountKind = 'balance' | 'giftcard' | 'points'

/**
 * A running total that never goes below zero; it equals the sum of its entries. The id is
 * `{kind}:{owner}`: the member's openid, for a gift card its number.
 */
export interface AccountDocument {
  _id: string
  kind: AccountKind
  /** Who may spend it; a gift card that nobody has claimed belongs to no one. */
  memberId?: string
  amount: number
  updatedAt: number
  /** For gift cards. */
  expiresAt?: number
}

/** Why an account changed. */
export type LedgerCause =
  /** Spent on an order, given back because it came to nothing, or returned with goods. */
  | 'spend'
  | 'release'
  | 'refund'
  /** Earned with an order, taken off again with what was returned. */
  | 'earn'
  | 'unearn'
  /** Put there by staff, or by claiming a card. */
  | 'grant'
  | 'claim'
  /** Taken off by staff. */
  | 'correct'

/** One change, never altered; the id is `{accountId}#{cause}:{reference}`, so it happens once. */
export interface LedgerEntryDocument {
  _id: string
  accountId: string
  memberId?: string
  kind: AccountKind
  change: number
  /** The running total after it. */
  after: number
  cause: LedgerCause
  /** The order, refund, card or staff action it belongs to. */
  reference: string
  /** In words, when a person wrote some. */
  note?: string
  at: number
}

/** One difference the nightly check found. */
export interface MoneyDifference extends Omit<Difference, 'kind'> {
  kind: MoneyProblem | 'refundOpen' | 'paymentOpen' | 'accountSum'
}

/** What the nightly check found for one day; the id is the day, "2026-03-21". */
export interface MoneyDayDocument {
  _id: string
  orders: number
  /** By means of payment, integer fen. */
  receivedFen: MoneyByMeans
  refundedFen: MoneyByMeans
  differences: MoneyDifference[]
  /** When it was finished, or last went on. */
  checkedAt: number
  /** While it is not finished: what comes next. */
  progress?: MoneyProgress
}

/** The stages of the nightly check; each goes through its documents in batches. */
export const moneyStages = [
  'orders',
  'returnedPayments',
  'refunds',
  'openRefunds',
  'stuckRefunds',
  'openPayments',
  'accounts',
] as const
export type MoneyStage = (typeof moneyStages)[number]

/** Where the nightly check goes on. */
export interface MoneyProgress {
  stage: MoneyStage
  /** After this document of the stage. */
  cursor?: string
  /** Goes up with each batch, so that two timers never count one batch twice. */
  step: number
}
