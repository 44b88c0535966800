import { randomBytes } from 'node:crypto'
import type { HandlerOf } from '../_kit/handler-of'

/** 128 bits as 22 characters. */
const newGiftToken = () => randomBytes(16).toString('base64url')

export const giveCoupon: HandlerOf<'loyalty.giveCoupon'> = (
  { id },
  { memberId, now, fail, transaction },
) => {
  const fresh = newGiftToken()
  return transaction(async (tx) => {
    const coupon = await tx.membercoupons.get(id)
    if (coupon?.memberId !== memberId) return fail('COUPON_NOT_FOUND')
    if (!coupon.canGive || coupon.state !== 'open' || coupon.validUntil <= now)
      return fail('COUPON_NOT_GIVABLE')
    const giftToken = coupon.giftToken ?? fresh
    await tx.membercoupons.update(id, { giftToken })
    return { giftToken }
  })
}
