import type { Language } from '../../shared/contract/define'
import type { CouponOffer } from '../../shared/contract/loyalty'
import { db } from '../_kit/db'
import type { CouponDocument, MemberCouponDocument } from '../_kit/documents/loyalty'
import { memberCouponId, validUntilOf } from '../_kit/loyalty/issue-coupon'
import { isNewcomer } from '../_kit/loyalty/newcomer'
import { readScopeWords, toFace } from './coupon-face'

type Had = Pick<MemberCouponDocument, '_id' | 'couponId' | 'state' | 'validUntil' | 'giftToken'>

/** Coupons as a member, or a visitor, can claim them at this instant. */
export async function toCouponOffers(
  coupons: readonly CouponDocument[],
  { memberId, language, now }: { memberId: string | undefined; language: Language; now: number },
): Promise<CouponOffer[]> {
  const [words, had, newcomer] = await Promise.all([
    readScopeWords(
      coupons.map(({ rule }) => rule.scope),
      language,
    ),
    memberId === undefined ? [] : readHad(coupons, memberId),
    memberId !== undefined && coupons.some(({ audience }) => audience === 'newcomer')
      ? isNewcomer(memberId)
      : true,
  ])
  return coupons.map((coupon) => {
    const mine = had.filter(({ couponId }) => couponId === coupon._id)
    return {
      ...toFace(coupon, language, words),
      couponId: coupon._id,
      state: stateOf(coupon, mine, newcomer),
      left: Math.max(0, coupon.left),
      total: Math.max(0, coupon.left) + coupon.issued,
      mine: mine.filter(
        ({ state, validUntil, giftToken }) =>
          state === 'open' && validUntil > now && giftToken === undefined,
      ).length,
      endsAt: coupon.endsAt,
      validUntil: validUntilOf(coupon, now),
      ...(coupon.validDays === undefined ? {} : { validDays: coupon.validDays }),
    }
  })
}

function stateOf(
  { perMember, left, audience }: CouponDocument,
  mine: readonly Had[],
  newcomer: boolean,
): CouponOffer['state'] {
  if (mine.length >= perMember) return 'had'
  if (audience === 'newcomer' && !newcomer) return 'newcomersOnly'
  return left > 0 ? 'open' : 'gone'
}

async function readHad(coupons: readonly CouponDocument[], memberId: string): Promise<Had[]> {
  const ids = coupons.flatMap(({ _id, perMember }) =>
    Array.from({ length: perMember }, (_, n) => memberCouponId(_id, memberId, n + 1)),
  )
  const had = await db.membercoupons.getMany(ids, ['couponId', 'state', 'validUntil', 'giftToken'])
  return [...had.values()]
}
