import type { AdjustmentKind } from '../../shared/contract/order-parts'
import type { MessageTexts } from '../../shared/messages/messages'

/** The text that says why money is added or taken off. */
export const kindTexts = {
  memberPrice: 'kindMemberPrice',
  flashSale: 'kindFlashSale',
  groupBuy: 'kindGroupBuy',
  amountOff: 'kindAmountOff',
  percentOff: 'kindPercentOff',
  nthItem: 'kindNthItem',
  bundlePrice: 'kindBundlePrice',
  newcomer: 'kindNewcomer',
  coupon: 'kindCoupon',
  points: 'kindPoints',
  staffDiscount: 'kindStaffDiscount',
  delivery: 'kindDelivery',
  freeDelivery: 'kindFreeDelivery',
  deliveryCoupon: 'kindDeliveryCoupon',
} as const satisfies Record<AdjustmentKind, keyof MessageTexts['promotion']>
