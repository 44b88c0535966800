import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { isCouponLeft, issueCoupon } from '../_kit/loyalty/issue-coupon'
import { isNewcomer } from '../_kit/loyalty/newcomer'
import { readScopeWords, toMyCoupon } from './coupon-face'

export const claimCoupon: HandlerOf<'loyalty.claimCoupon'> = async ({ couponId }, context) => {
  const { memberId, language, now, fail, must, transaction } = context
  const coupon = await db.coupons.get(couponId)
  if (!coupon) return fail('COUPON_NOT_FOUND')
  const [words, newcomer] = await Promise.all([
    readScopeWords([coupon.rule.scope], language),
    coupon.audience === 'newcomer' ? isNewcomer(memberId) : true,
  ])
  const whetherLeft = async () => {
    if (!(await isCouponLeft(couponId))) fail('COUPON_GONE')
  }
  return transaction(
    async (tx) => {
      const had = must(
        await issueCoupon(tx, couponId, { memberId, how: 'claim', isNewcomer: newcomer }, now),
      )
      const after = await tx.coupons.get(couponId)
      const left = after?.left ?? 0
      const n = Number(had._id.slice(had._id.lastIndexOf(':') + 1))
      return {
        coupon: toMyCoupon(had, context, words),
        left,
        canClaimMore: left > 0 && n < coupon.perMember,
      }
    },
    { before: whetherLeft },
  )
}
