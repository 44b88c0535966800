import type { HandlerOf } from '../_kit/handler-of'
import { hasCoupons } from '../_kit/loyalty/running-promotions'
import { listClaimableCoupons } from '../_kit/repos/coupons'
import { toCouponOffers } from './coupon-offers'

const mostCoupons = 50

export const listCoupons: HandlerOf<'loyalty.listCoupons'> = async (_input, context) => {
  if (!(await hasCoupons())) return { coupons: [] }
  const coupons = await listClaimableCoupons(context.now, mostCoupons)
  return { coupons: await toCouponOffers(coupons, context) }
}
