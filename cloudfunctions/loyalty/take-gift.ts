import type { MemberCouponDocument } from '../_kit/documents/loyalty'
import type { HandlerOf } from '../_kit/handler-of'
import { newId } from '../_kit/ids'
import { couponByGift } from '../_kit/repos/member-coupons'

/** The friend's coupon does not count as one of those they may claim, and goes no further. */
export const takeGift: HandlerOf<'loyalty.takeGift'> = async (
  { giftToken },
  { memberId, now, fail, transaction },
) => {
  const found = await couponByGift(giftToken)
  if (!found) return fail('GIFT_NOT_FOUND')
  const giftId = newId(now)
  return transaction(async (tx) => {
    const gift = await tx.membercoupons.get(found._id)
    if (gift?.giftToken !== giftToken) return fail('GIFT_NOT_FOUND')
    if (gift.memberId === memberId) return fail('GIFT_IS_YOURS')
    if (gift.state !== 'open') return fail('GIFT_TAKEN')
    if (gift.validUntil <= now) return fail('COUPON_ENDED')
    await tx.membercoupons.update(gift._id, { state: 'given', givenTo: memberId })
    const mine: MemberCouponDocument = {
      ...gift,
      _id: `${gift.couponId}:${memberId}:${giftId}`,
      memberId,
      canGive: false,
      gotAt: now,
    }
    delete mine.giftToken
    await tx.membercoupons.insert(mine)
    return { id: mine._id }
  })
}
