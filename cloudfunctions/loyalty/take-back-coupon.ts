import { command } from '../_kit/cloud'
import type { HandlerOf } from '../_kit/handler-of'

export const takeBackCoupon: HandlerOf<'loyalty.takeBackCoupon'> = (
  { id },
  { memberId, fail, transaction },
) =>
  transaction(async (tx) => {
    const coupon = await tx.membercoupons.get(id)
    if (coupon?.memberId !== memberId) return fail('COUPON_NOT_FOUND')
    if (coupon.state === 'given') fail('GIFT_TAKEN')
    await tx.membercoupons.update(id, { giftToken: command.remove() })
    return { id }
  })
