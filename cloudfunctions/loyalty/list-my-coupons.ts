import type { HandlerOf } from '../_kit/handler-of'
import { pageMemberCoupons } from '../_kit/repos/member-coupons'
import { readScopeWords, toMyCoupon } from './coupon-face'

const pageSize = 20

export const listMyCoupons: HandlerOf<'loyalty.listMyCoupons'> = async (
  { tab, cursor },
  { memberId, language, now },
) => {
  const page = await pageMemberCoupons({ memberId, tab, at: now, limit: pageSize }, cursor)
  const words = await readScopeWords(
    page.documents.map(({ rule }) => rule.scope),
    language,
  )
  return {
    coupons: page.documents.map((coupon) => toMyCoupon(coupon, { language, now }, words)),
    now,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
