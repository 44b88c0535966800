import { command } from '../../_kit/cloud'
import type { HandlerOf } from '../../_kit/handler-of'

export const addCouponStock: HandlerOf<'console.addCouponStock'> = (
  { couponId, count },
  { fail, transaction },
) =>
  transaction(async (tx) => {
    if (!(await tx.coupons.update(couponId, { left: command.inc(count) })))
      return fail('COUPON_NOT_FOUND')
    return { left: (await tx.coupons.get(couponId))?.left ?? 0 }
  })
