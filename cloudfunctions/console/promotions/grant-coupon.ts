import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { grantCoupon as give } from '../../_kit/loyalty/issue-coupon'

export const grantCoupon: HandlerOf<'console.grantCoupon'> = async (
  { couponId, orderId },
  { now, fail, must, transaction },
) => {
  const order = await db.orders.get(orderId)
  if (!order) return fail('ORDER_NOT_FOUND')
  return transaction(async (tx) => {
    const { validUntil } = must(await give(tx, couponId, order.memberId, now))
    return { validUntil, left: (await tx.coupons.get(couponId))?.left ?? 0 }
  })
}
