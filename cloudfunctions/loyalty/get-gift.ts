import { db } from '../_kit/db'
import type { MemberCouponDocument } from '../_kit/documents/loyalty'
import type { HandlerOf } from '../_kit/handler-of'
import { couponByGift } from '../_kit/repos/member-coupons'
import { readScopeWords, toFace } from './coupon-face'

export const getGift: HandlerOf<'loyalty.getGift'> = async (
  { giftToken },
  { memberId, language, now, fail },
) => {
  const coupon = await couponByGift(giftToken)
  if (!coupon) return fail('GIFT_NOT_FOUND')
  const [giver, words] = await Promise.all([
    db.members.get(coupon.memberId),
    readScopeWords([coupon.rule.scope], language),
  ])
  return {
    coupon: { ...toFace(coupon, language, words), validUntil: coupon.validUntil },
    giver: giver?.nickname ?? '',
    state: stateOf(coupon, memberId, now),
  }
}

function stateOf(coupon: MemberCouponDocument, memberId: string | undefined, now: number) {
  if (coupon.state === 'given') return coupon.givenTo === memberId ? 'takenByMe' : 'taken'
  if (coupon.validUntil <= now) return 'expired'
  return coupon.memberId === memberId ? 'mine' : 'open'
}
