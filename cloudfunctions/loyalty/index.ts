import { loyalty } from '../../shared/contract/loyalty'
import { serve } from '../_kit/serve'
import { claimCoupon } from './claim-coupon'
import { getGift } from './get-gift'
import { getGroup } from './get-group'
import { getWallet } from './get-wallet'
import { giveCoupon } from './give-coupon'
import { listCoupons } from './list-coupons'
import { listEntries } from './list-entries'
import { listFlashSales } from './list-flash-sales'
import { listGroupBuys } from './list-group-buys'
import { listMyCoupons } from './list-my-coupons'
import { listProductOffers } from './list-product-offers'
import { redeemCode } from './redeem-code'
import { shareGroup } from './share-group'
import { takeBackCoupon } from './take-back-coupon'
import { takeGift } from './take-gift'

export const main = serve(loyalty, {
  'loyalty.listCoupons': listCoupons,
  'loyalty.claimCoupon': claimCoupon,
  'loyalty.redeemCode': redeemCode,
  'loyalty.listMyCoupons': listMyCoupons,
  'loyalty.giveCoupon': giveCoupon,
  'loyalty.takeBackCoupon': takeBackCoupon,
  'loyalty.getGift': getGift,
  'loyalty.takeGift': takeGift,
  'loyalty.listProductOffers': listProductOffers,
  'loyalty.listFlashSales': listFlashSales,
  'loyalty.listGroupBuys': listGroupBuys,
  'loyalty.getGroup': getGroup,
  'loyalty.shareGroup': shareGroup,
  'loyalty.getWallet': getWallet,
  'loyalty.listEntries': listEntries,
})
