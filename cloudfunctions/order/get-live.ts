import type { HandlerOf } from '../_kit/handler-of'
import type { OrderDocument } from '../_kit/documents/order'
import { toOrderCard } from '../_kit/orders/order-view'
import { listRunningOrders } from '../_kit/repos/orders'

export const getLive: HandlerOf<'order.getLive'> = async (_input, context) => {
  const orders = await listRunningOrders(context.memberId, context.now)
  const first = mostPressing(orders)
  return {
    count: orders.length,
    ...(first ? { order: toOrderCard(first, context) } : {}),
  }
}

/** The unpaid one that runs out first, for only that is lost by waiting; else the newest. */
function mostPressing(orders: readonly OrderDocument[]): OrderDocument | undefined {
  const unpaid = orders.filter(({ state }) => state === 'pendingPayment')
  return unpaid.sort((left, right) => left.expiresAt - right.expiresAt)[0] ?? orders[0]
}
