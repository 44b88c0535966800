import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { idsOf, readNamedGoods } from './offer-goods'
import { offerState } from './offer-state'

export const getCoupon: HandlerOf<'console.getCoupon'> = async (
  { couponId },
  { language, now, fail },
) => {
  const coupon = await db.coupons.get(couponId)
  if (!coupon) return fail('COUPON_NOT_FOUND')
  const { _id, isOn, left, issued, createdAt: _created, updatedAt, ...form } = coupon
  return {
    id: _id,
    state: offerState(coupon, now),
    isOn,
    updatedAt,
    left,
    issued,
    form,
    goods: await readNamedGoods(idsOf(form.rule.scope), language),
  }
}
