import type { consolePromotions } from '../../../shared/contract/console-promotions'
import type { Handlers } from '../../_kit/serve'
import { addCouponStock } from './add-coupon-stock'
import { adjustWallet } from './adjust-wallet'
import { getCoupon } from './get-coupon'
import { getPromotion } from './get-promotion'
import { grantCoupon } from './grant-coupon'
import { issueGiftCards } from './issue-gift-cards'
import { listCoupons } from './list-coupons'
import { listPromotions } from './list-promotions'
import { previewPromotion } from './preview-promotion'
import { saveCoupon } from './save-coupon'
import { savePromotion } from './save-promotion'
import { switchCoupon } from './switch-coupon'
import { switchPromotion } from './switch-promotion'
import { withdrawGiftCards } from './withdraw-gift-cards'

export const promotionsHandlers: Handlers<typeof consolePromotions> = {
  'console.listPromotions': listPromotions,
  'console.getPromotion': getPromotion,
  'console.savePromotion': savePromotion,
  'console.switchPromotion': switchPromotion,
  'console.previewPromotion': previewPromotion,
  'console.listCoupons': listCoupons,
  'console.getCoupon': getCoupon,
  'console.saveCoupon': saveCoupon,
  'console.switchCoupon': switchCoupon,
  'console.addCouponStock': addCouponStock,
  'console.grantCoupon': grantCoupon,
  'console.issueGiftCards': issueGiftCards,
  'console.withdrawGiftCards': withdrawGiftCards,
  'console.adjustWallet': adjustWallet,
}
