import type { HandlerOf } from '../_kit/handler-of'
import { applyEvent } from '../_kit/orders/apply-event'

export const confirmReceipt: HandlerOf<'order.confirmReceipt'> = (
  { orderId },
  { memberId, now, fail, transaction },
) =>
  transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
    const details = { at: now, by: 'member' as const }
    const state = await applyEvent(tx, order, 'receive', details, { receivedAt: now })
    return state ? { state } : fail('ORDER_STATE_CHANGED', { state: order.state })
  })
