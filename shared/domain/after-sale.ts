/**
 * What becomes of goods a customer is not happy with: a state machine given as data, like the
 * order's own.
 */
import type { Actor } from './order-state'

/** Money only; goods back for money; goods back for the same goods. */
export const afterSaleKinds = ['refundOnly', 'returnRefund', 'exchange'] as const
export type AfterSaleKind = (typeof afterSaleKinds)[number]

export const afterSaleReasons = [
  'damaged',
  'wrongItem',
  'missing',
  'quality',
  'notAsDescribed',
  'late',
  'changedMind',
  'other',
] as const
export type AfterSaleReason = (typeof afterSaleReasons)[number]

export const afterSaleStates = [
  'requested',
  'returning',
  'returnSent',
  'refunding',
  'exchanging',
  'refused',
  'arbitration',
  'refunded',
  'exchanged',
  'withdrawn',
  'closed',
] as const
export type AfterSaleState = (typeof afterSaleStates)[number]

export const afterSaleTransitions = {
  /** Money only: it goes back at once. */
  approve: { from: ['requested', 'arbitration'], to: 'refunding', by: ['staff', 'system'] },
  /** The customer may send it back. */
  approveReturn: { from: ['requested', 'arbitration'], to: 'returning', by: ['staff', 'system'] },
  refuse: { from: ['requested', 'returnSent'], to: 'refused', by: ['staff'] },
  /** The customer says how it comes back. */
  sendBack: { from: ['returning'], to: 'returnSent', by: ['member'] },
  /** What came back is as it should be: the money goes, or the exchange leaves. */
  acceptReturn: { from: ['returnSent'], to: 'refunding', by: ['staff', 'system'] },
  sendExchange: { from: ['returnSent'], to: 'exchanging', by: ['staff'] },
  /** The money arrived, or the exchange did. */
  refund: { from: ['refunding'], to: 'refunded', by: ['system'] },
  receiveExchange: { from: ['exchanging'], to: 'exchanged', by: ['member', 'system'] },
  /** The customer does not agree: the owner or manager decides. */
  appeal: { from: ['refused'], to: 'arbitration', by: ['member'] },
  /** It was decided against the customer, or nobody sent anything in time. */
  close: { from: ['arbitration', 'returning', 'refused'], to: 'closed', by: ['staff', 'system'] },
  withdraw: { from: ['requested', 'returning', 'refused'], to: 'withdrawn', by: ['member'] },
} as const satisfies Record<
  string,
  { from: readonly AfterSaleState[]; to: AfterSaleState; by: readonly Actor[] }
>
export type AfterSaleTransition = keyof typeof afterSaleTransitions
export type AfterSaleEvent = AfterSaleTransition | 'request'

/** States that nothing leads out of. */
export const finalAfterSaleStates = [
  'refunded',
  'exchanged',
  'withdrawn',
  'closed',
] as const satisfies readonly AfterSaleState[]

/** Whether the pieces of a case are spoken for: nothing else may be asked for them meanwhile. */
export const isOpenAfterSale = (state: AfterSaleState): boolean =>
  state !== 'refunding' && !(finalAfterSaleStates as readonly AfterSaleState[]).includes(state)

/** What the wish itself rules out, whatever state it is in. */
function suitsKind(event: AfterSaleTransition, kind: AfterSaleKind, state: AfterSaleState) {
  // Money without goods was asked for, or the owner decides that it goes without them.
  if (event === 'approve') return kind === 'refundOnly' || state === 'arbitration'
  if (event === 'approveReturn') return kind !== 'refundOnly'
  if (event === 'sendExchange') return kind === 'exchange'
  return true
}

/** The state after `event`, or undefined when it is not allowed to this actor for such a case. */
export function nextAfterSaleState(
  { kind, state }: { kind: AfterSaleKind; state: AfterSaleState },
  event: AfterSaleTransition,
  actor: Actor,
): AfterSaleState | undefined {
  const transition = afterSaleTransitions[event]
  const from: readonly AfterSaleState[] = transition.from
  const by: readonly Actor[] = transition.by
  return from.includes(state) && by.includes(actor) && suitsKind(event, kind, state)
    ? transition.to
    : undefined
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How long a case may stay in a state before the timer goes on with it; final ones for ever. */
const patienceMs: Partial<Record<AfterSaleState, number>> = {
  requested: 48 * hourMs,
  returning: 7 * dayMs,
  returnSent: 10 * dayMs,
  exchanging: 10 * dayMs,
  refused: 7 * dayMs,
  arbitration: 7 * dayMs,
}

/** When the timer goes on with a case that came into this state at `at`. */
export const afterSaleDueAt = (state: AfterSaleState, at: number): number =>
  at + (patienceMs[state] ?? 0)

/**
 * What the timer does with a case whose deadline has passed: silence of the shop is a yes, and
 * silence of the customer a no. Undefined where nothing is due.
 */
export function overdueAfterSaleEvent({
  kind,
  state,
  hasReturned,
}: {
  kind: AfterSaleKind
  state: AfterSaleState
  /** The customer has sent the goods back already. */
  hasReturned: boolean
}): AfterSaleTransition | undefined {
  switch (state) {
    case 'requested':
      return kind === 'refundOnly' ? 'approve' : 'approveReturn'
    case 'arbitration':
      return kind === 'refundOnly' || hasReturned ? 'approve' : 'approveReturn'
    case 'returning':
    case 'refused':
      return 'close'
    case 'returnSent':
      return 'acceptReturn'
    case 'exchanging':
      return 'receiveExchange'
    default:
      return undefined
  }
}
