/**
 * An order is a state machine given as data: which event leads from where to where, and who may
 * cause it. Everything that shows, changes or counts orders reads this one table.
 */
export const orderStates = [
  'pendingPayment',
  'grouping',
  'paid',
  'ready',
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
  /** The same for a place in a group: it goes on when the group is complete. */
  payIntoGroup: { from: ['pendingPayment'], to: 'grouping', by: ['system'] },
  completeGroup: { from: ['grouping'], to: 'paid', by: ['system'] },
  /** The group's time ran out: everybody gets the money back. */
  failGroup: { from: ['grouping'], to: 'refunding', by: ['system'] },
  /** Given up before payment, by the customer or because the time ran out. */
  cancel: { from: ['pendingPayment'], to: 'cancelled', by: ['member'] },
  expire: { from: ['pendingPayment'], to: 'cancelled', by: ['system'] },
  /** Paid after the time-out and the goods could be taken again. */
  revive: { from: ['cancelled'], to: 'paid', by: ['system'] },
  /** Paid after the time-out and the goods are gone: the money goes back by itself. */
  returnLatePayment: { from: ['cancelled'], to: 'refunding', by: ['system'] },
  /** Given up after payment and before anything left: all of it is refunded. */
  cancelPaid: { from: ['grouping', 'paid', 'ready'], to: 'refunding', by: ['member', 'staff'] },
  /** Where it goes changes before it leaves. */
  changeAddress: { from: ['paid'], to: 'paid', by: ['member', 'staff'] },
  /** Some of it leaves, more is to follow. */
  shipPart: { from: ['paid'], to: 'paid', by: ['staff'] },
  /** By the system when what has not left yet is given back: all the rest is on its way. */
  ship: { from: ['paid'], to: 'shipped', by: ['staff', 'system'] },
  /** Waits to be picked up, and is handed over against its code. */
  makeReady: { from: ['paid'], to: 'ready', by: ['staff'] },
  handOver: { from: ['ready'], to: 'completed', by: ['staff'] },
  receive: { from: ['shipped'], to: 'completed', by: ['member', 'system'] },
  /** The last pieces were refunded after the sale. */
  refundRest: { from: ['paid', 'ready', 'shipped', 'completed'], to: 'refunding', by: ['system'] },
  refund: { from: ['refunding'], to: 'refunded', by: ['system'] },
} as const satisfies Record<
  string,
  { from: readonly OrderState[]; to: OrderState; by: readonly Actor[] }
>
export type OrderEvent = keyof typeof orderTransitions

/**
 * States that nothing leads out of. `cancelled` is left only when money arrives late, `completed`
 * only when all of it goes back after the sale.
 */
export const finalOrderStates = ['refunded'] as const satisfies readonly OrderState[]

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
