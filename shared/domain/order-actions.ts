import type { Fulfilment, OrderAction } from '../contract/order-parts'
import { askUntil, askableQuantity, kindsOf } from './after-sale-wish'
import type { AskableLine } from './after-sale-wish'
import { isHeld } from './hold'
import type { OrderState } from './order-state'

interface Payable {
  state: OrderState
  expiresAt: number
}

/** The state to show: an unpaid order whose time ran out is over before the sweep comes by. */
export const shownStateOf = (order: Payable, now: number): OrderState =>
  order.state === 'pendingPayment' && !isHeld(order, now) ? 'cancelled' : order.state

/** As much of an order as decides what its customer can do. */
export interface Actionable extends Payable {
  lines: readonly AskableLine[]
  deliveryFen: number
  fulfilment: Fulfilment
  receivedAt?: number
}

/** What the customer can do now, the most important first. */
export function orderActionsOf(order: Actionable, now: number): OrderAction[] {
  const { lines, fulfilment } = order
  const isWhole = lines.every(
    ({ shipped, refunded, asked = 0 }) => shipped + refunded + asked === 0,
  )
  const canCancel = lines.every(({ shipped, asked = 0 }) => shipped + asked === 0)
  const only = (isPossible: boolean, action: OrderAction) => (isPossible ? [action] : [])
  const afterSale = only(canAsk(order, now), 'afterSale')
  switch (shownStateOf(order, now)) {
    case 'pendingPayment':
      return ['pay', 'cancel']
    case 'grouping':
      return ['cancel']
    case 'paid':
      return [
        ...only(fulfilment !== 'pickup', 'remind'),
        ...only(isWhole && fulfilment !== 'pickup', 'changeAddress'),
        ...only(canCancel, 'cancel'),
        ...afterSale,
        'buyAgain',
      ]
    case 'ready':
      return ['buyAgain', ...only(canCancel, 'cancel'), ...afterSale]
    case 'shipped':
      return ['confirmReceipt', ...afterSale, 'buyAgain']
    case 'completed':
      return ['review', ...afterSale, 'buyAgain']
    default:
      return ['buyAgain']
  }
}

/** Whether anything may be asked for after the sale, for whatever reason. */
function canAsk(order: Actionable, now: number): boolean {
  const until = askUntil(order, 'quality')
  if (until !== undefined && now > until) return false
  return order.lines.some((line) => askableQuantity(line) > 0 && kindsOf(order, line).length > 0)
}
