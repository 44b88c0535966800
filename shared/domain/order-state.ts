/**
 * An order is a state machine given as data: which event leads from where to where, and who may
 * cause it. Everything that shows, changes or counts orders reads this one table.
 */
export const orderStates = [
  'pendingPayment',
  'paid',
  'shipped',
  'completed',
  'cancelled',
  'refunding',
  'refunded',
] as const
export type OrderState = (typeof orderStates)[number]

/** Who causes a transition: the customer, the company's staff, or the system itself. */
export type Actor = 'member' | 'staff' | 'system'

export const orderTransitions = {
  /** The payment is confirmed by query: amount, payer and state agree. */
  pay: { from: ['pendingPayment'], to: 'paid', by: ['system'] },
  /** Given up before payment, by the customer or because the time ran out. */
  cancel: { from: ['pendingPayment'], to: 'cancelled', by: ['member'] },
  expire: { from: ['pendingPayment'], to: 'cancelled', by: ['system'] },
  /** Paid after the time-out and the goods could be taken again. */
  revive: { from: ['cancelled'], to: 'paid', by: ['system'] },
  /** Paid after the time-out and the goods are gone: the money goes back by itself. */
  returnLatePayment: { from: ['cancelled'], to: 'refunding', by: ['system'] },
  /** Given up after payment and before shipping: all of it is refunded. */
  cancelPaid: { from: ['paid'], to: 'refunding', by: ['member', 'staff'] },
  ship: { from: ['paid'], to: 'shipped', by: ['staff'] },
  receive: { from: ['shipped'], to: 'completed', by: ['member', 'system'] },
  refund: { from: ['refunding'], to: 'refunded', by: ['system'] },
} as const satisfies Record<
  string,
  { from: readonly OrderState[]; to: OrderState; by: readonly Actor[] }
>
export type OrderEvent = keyof typeof orderTransitions

/** States that nothing leads out of. `cancelled` is left only when money arrives late. */
export const finalOrderStates = ['completed', 'refunded'] as const satisfies readonly OrderState[]

/** The state after `event`, or undefined when the event is not allowed from `state` by `actor`. */
export function nextOrderState(
  state: OrderState,
  event: OrderEvent,
  actor: Actor,
): OrderState | undefined {
  const transition = orderTransitions[event]
  const from: readonly OrderState[] = transition.from
  const by: readonly Actor[] = transition.by
  return from.includes(state) && by.includes(actor) ? transition.to : undefined
}
