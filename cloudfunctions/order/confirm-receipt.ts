import type { HandlerOf } from '../_kit/handler-of'
import { companySettings } from '../_kit/company'
import { completeOrder } from '../_kit/orders/complete-order'

export const confirmReceipt: HandlerOf<'order.confirmReceipt'> = async (
  { orderId },
  { memberId, now, fail, transaction },
) => {
  const { points } = await companySettings()
  return transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
    const details = { at: now, by: 'member' as const }
    const state = await completeOrder(tx, order, 'receive', details, points)
    return state ? { state } : fail('ORDER_STATE_CHANGED', { state: order.state })
  })
}
