import { startOfShanghaiDay } from '../../shared/domain/shanghai-time'
import type { HandlerOf } from '../_kit/handler-of'

export const remind: HandlerOf<'order.remind'> = (
  { orderId },
  { memberId, now, fail, transaction },
) =>
  transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
    if (order.state !== 'paid') fail('ORDER_STATE_CHANGED', { state: order.state })
    if ((order.remindedAt ?? 0) >= startOfShanghaiDay(now))
      fail('ORDER_REMINDED', { againAt: startOfShanghaiDay(now, 1) })
    await tx.orders.update(orderId, { remindedAt: now })
    return { remindedAt: now }
  })
