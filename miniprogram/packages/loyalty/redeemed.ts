import type { AppContract } from '../../../shared/contract'
import type { OutputOf } from '../../../shared/contract/define'
import { fill, textsOf } from '../../lib/language'
import { priceText } from '../../lib/price-text'

/** Says in one line what a code has brought. */
export function sayRedeemed(had: OutputOf<AppContract['loyalty.redeemCode']>): void {
  const { coupons } = textsOf(['coupons'])
  const title =
    had.kind === 'coupon'
      ? fill(coupons.redeemedCoupon, { name: had.coupon.name })
      : fill(coupons.redeemedCard, { amount: priceText(had.card.amountFen) })
  void wx.showToast({ title, icon: 'none', duration: 2500 })
}
