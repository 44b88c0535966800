import type { OrderAction } from '../contract/order'
import { isHeld } from './hold'
import type { OrderState } from './order-state'

interface Payable {
  state: OrderState
  expiresAt: number
}

/** The state to show: an unpaid order whose time ran out is over before the sweep comes by. */
export const shownStateOf = (order: Payable, now: number): OrderState =>
  order.state === 'pendingPayment' && !isHeld(order, now) ? 'cancelled' : order.state

const actionsByState: Record<OrderState, readonly OrderAction[]> = {
  pendingPayment: ['pay', 'cancel'],
  paid: ['buyAgain', 'cancel'],
  shipped: ['confirmReceipt', 'buyAgain'],
  completed: ['buyAgain'],
  cancelled: ['buyAgain'],
  refunding: ['buyAgain'],
  refunded: ['buyAgain'],
}

/** What the customer can do now, the most important first. */
export const orderActionsOf = (order: Payable, now: number): OrderAction[] => [
  ...actionsByState[shownStateOf(order, now)],
]
