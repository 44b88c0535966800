import { companySettings } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'
import { toOrderDetail } from '../_kit/orders/order-view'
import { ownOrder } from '../_kit/orders/own-order'

export const get: HandlerOf<'order.get'> = async ({ orderId }, context) => {
  const [settings, order] = await Promise.all([
    companySettings(),
    ownOrder(orderId, context.memberId),
  ])
  return order ? toOrderDetail(order, settings, context) : context.fail('ORDER_NOT_FOUND')
}
