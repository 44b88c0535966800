import type { HandlerOf } from '../_kit/handler-of'
import { toOrderCard } from '../_kit/orders/order-view'
import { listRunningOrders } from '../_kit/repos/orders'

export const getLive: HandlerOf<'order.getLive'> = async (_input, context) => {
  const orders = await listRunningOrders(context.memberId, context.now)
  const newest = orders[0]
  return {
    count: orders.length,
    ...(newest ? { order: toOrderCard(newest, context) } : {}),
  }
}
