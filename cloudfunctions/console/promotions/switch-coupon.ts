import type { HandlerOf } from '../../_kit/handler-of'
import { nextVersion } from './offer-state'

export const switchCoupon: HandlerOf<'console.switchCoupon'> = (
  { couponId, isOn, seenAt },
  { now, fail, transaction },
) =>
  transaction(async (tx) => {
    const before = await tx.coupons.get(couponId)
    if (!before) return fail('COUPON_NOT_FOUND')
    if (isOn && before.updatedAt !== seenAt) fail('COUPON_CHANGED', { updatedAt: before.updatedAt })
    if (isOn && before.endsAt <= now) fail('COUPON_ENDED')
    const updatedAt = nextVersion(before, now)
    await tx.coupons.update(couponId, { isOn, updatedAt })
    return { updatedAt }
  })
