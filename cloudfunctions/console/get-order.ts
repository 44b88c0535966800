import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { toParcels, toTimeline } from '../_kit/orders/order-view'
import { toStaffOrder } from './staff-order'

export const getOrder: HandlerOf<'console.getOrder'> = async ({ orderId }, { language, fail }) => {
  const [settings, order] = await Promise.all([companySettings(), db.orders.get(orderId)])
  // Staff pack what is paid; an unpaid order is the customer's own business.
  if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
  return {
    ...toStaffOrder(order, language),
    parcels: toParcels(order, settings, language),
    timeline: toTimeline(order, settings, language),
  }
}
