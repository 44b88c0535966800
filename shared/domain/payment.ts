import type { OrderState } from './order-state'

/** What WeChat Pay says of a payment when asked; the callback's word alone counts for nothing. */
export interface PaymentFact {
  outTradeNo: string
  /** `absent` was never opened there; of an `unknown` one WeChat Pay could not say anything. */
  state: 'paid' | 'unpaid' | 'closed' | 'refunded' | 'absent' | 'unknown'
  /** Only for a paid one. */
  transactionId?: string
  payerId?: string
  totalFen?: number
  paidAt?: number
}

/** What we expect of it. */
export interface ExpectedPayment {
  outTradeNo: string
  memberId: string
  totalFen: number
}

export interface PaidOrder {
  state: OrderState
  /** Who gave the order up, when it is cancelled. */
  cancelledBy?: 'member' | 'system'
}

/** What to do about a payment. */
export type PaymentDecision =
  /** Not paid: nothing changes. */
  | 'wait'
  /** Cannot be paid any more. */
  | 'closed'
  /** Amount, payer or number differ from what was asked: nothing changes, someone must look. */
  | 'mismatch'
  /** The order is paid. */
  | 'pay'
  /** Paid after the time ran out: take the goods again, else give the money back. */
  | 'revive'
  /** Paid although the customer gave it up: give the money back. */
  | 'returnMoney'
  /** Known already: nothing happens twice. */
  | 'settled'

const byOrderState: Record<OrderState, PaymentDecision> = {
  pendingPayment: 'pay',
  cancelled: 'revive',
  grouping: 'settled',
  paid: 'settled',
  ready: 'settled',
  shipped: 'settled',
  completed: 'settled',
  refunding: 'settled',
  refunded: 'settled',
}

/** Confirms a payment by what WeChat Pay answers to a query, never by what a caller claims. */
export function decidePayment(
  fact: PaymentFact,
  expected: ExpectedPayment,
  order: PaidOrder,
): PaymentDecision {
  const decision = byOrderState[order.state]
  if (decision === 'settled') return 'settled'
  if (fact.state === 'closed') return 'closed'
  if (fact.state !== 'paid') return 'wait'
  const agrees =
    fact.outTradeNo === expected.outTradeNo &&
    fact.totalFen === expected.totalFen &&
    fact.payerId === expected.memberId &&
    Boolean(fact.transactionId)
  if (!agrees) return 'mismatch'
  return decision === 'revive' && order.cancelledBy === 'member' ? 'returnMoney' : decision
}
