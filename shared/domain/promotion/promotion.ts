import type { Localized } from '../localized'

/**
 * Promotions, coupons and points as they are stored, and what a basket is told about its price.
 *
 * The stacking rules, in this order:
 * 1. Every piece has one unit price: the lowest among list, member, flash-sale and group price.
 *    The group price counts only when bought in that group; pieces beyond what a flash sale has
 *    left, or allows one member, pay the next best price. A source of prices is left aside as a
 *    whole when the basket is cheaper without it.
 * 2. Pieces at an `exclusive` flash or group price join no further promotion and no goods coupon;
 *    when that flash sale or group-buy is `withOthers`, they do.
 * 3. A line joins at most one `exclusive` promotion; all `withOthers` ones come on top, percentages
 *    before amounts. Thresholds look at what the pieces that join cost after unit prices, so that
 *    one discount never spoils another; percentages are of what is left to pay.
 *    Every discount belongs to all lines that join it, in proportion to what is left of each.
 * 4. At most one goods coupon and one delivery coupon. A coupon that does not stack takes the
 *    lines in its scope out of all promotions of rule 3 and 5, or is not used.
 * 5. Then at most one newcomer promotion that is `withOthers`; an `exclusive` one belongs to rule 3.
 * 6. Then free delivery, which looks at all goods after unit prices and never takes a line's place.
 * 7. Then points, up to a part of what the goods cost by now.
 * 8. Then the discount that staff gave before payment.
 * Gifts follow the same thresholds; an `exclusive` gift needs lines that joined nothing exclusive.
 * Nothing goes below zero.
 */
export interface Promotion {
  id: string
  name: Localized
  isOn: boolean
  /** In force from here on and before `endsAt`. */
  startsAt: number
  endsAt: number
  scope: Scope
  stacking: 'exclusive' | 'withOthers'
  /** Everyone when absent. */
  audience?: 'all' | 'newcomer' | 'member'
  rule: PromotionRule
}

/** Lines of any of these products, categories or SKUs; of everything when none is named. */
export interface Scope {
  productIds?: string[]
  categoryIds?: string[]
  skuIds?: string[]
  exceptProductIds?: string[]
}

export type PromotionRule =
  | AmountOff
  | PercentOff
  | NthItem
  | BundlePrice
  | Gift
  | FreeDelivery
  | MemberPrice
  | Newcomer
  | FlashSale
  | GroupBuy

/** The best tier that is reached counts; with `repeats` it counts once for every `fromFen`. */
export interface AmountOff {
  kind: 'amountOff'
  tiers: { fromFen: number; offFen: number }[]
  repeats?: boolean
}

/** A tier is reached by its sum and its count, whichever it names. */
export interface PercentOff {
  kind: 'percentOff'
  /** `percentOff` is a whole number from 1 to 99: 20 takes a fifth off. */
  tiers: { fromFen?: number; fromCount?: number; percentOff: number }[]
  mostFen?: number
}

/** Of the pieces from dear to cheap every `nth` one is reduced; 100 percent makes it free. */
export interface NthItem {
  kind: 'nthItem'
  nth: number
  percentOff: number
}

/** Any `count` pieces together for `priceFen`, as often as it pays. */
export interface BundlePrice {
  kind: 'bundlePrice'
  count: number
  priceFen: number
}

interface Gift {
  kind: 'gift'
  fromFen: number
  skuId: string
  quantity: number
}

interface FreeDelivery {
  kind: 'freeDelivery'
  fromFen: number
}

/** For members: a price of its own for an SKU, else `percentOff` of the list price. */
export interface MemberPrice {
  kind: 'memberPrice'
  percentOff?: number
  prices?: { skuId: string; priceFen: number }[]
}

/** Off a member's first order. */
export interface Newcomer {
  kind: 'newcomer'
  fromFen: number
  offFen: number
}

/** How many pieces are left is kept apart from the rule and comes in as `FlashStock`. */
export interface FlashSale {
  kind: 'flashSale'
  items: { skuId: string; priceFen: number; perMember: number }[]
}

export interface GroupBuy {
  kind: 'groupBuy'
  items: { skuId: string; priceFen: number }[]
  /** Members that make a group complete. */
  size: number
  /** How long a group stays open for others to join. */
  lastsMs: number
}

export type CouponBenefit =
  | { kind: 'amountOff'; offFen: number }
  | { kind: 'percentOff'; percentOff: number; mostFen?: number }
  | { kind: 'freeDelivery' }

export interface CouponRule {
  benefit: CouponBenefit
  /** 0 when there is no threshold. */
  fromFen: number
  scope: Scope
  stacksWithPromotions: boolean
}

/** A coupon that a member holds and has not used; valid from `validFrom` on, before `validUntil`. */
export interface MemberCoupon {
  id: string
  name: Localized
  rule: CouponRule
  validFrom: number
  validUntil: number
}

export interface PricingLine {
  /** The SKU's id; no two lines have the same. */
  key: string
  productId: string
  /** The leaf and all its ancestors. */
  categoryIds: string[]
  quantity: number
  priceFen: number
  memberPriceFen?: number
}

/** Pieces of a flash sale that can still be sold, to all and to this member. */
export interface FlashStock {
  promotionId: string
  skuId: string
  left: number
  boughtByMember: number
}

export interface PointsOffer {
  /** Only then they are used. */
  isWanted: boolean
  balance: number
  /** Points worth one yuan. */
  perYuan: number
  /** Of what the goods cost after everything else, 0 to 100. */
  mostPercent: number
}

export interface Basket {
  now: number
  lines: PricingLine[]
  /** All that may be in force; what is off, over or not for this member is left aside. */
  promotions: Promotion[]
  coupons: MemberCoupon[]
  /** `best` finds the best ones; a list uses exactly these, as far as they may be used. */
  couponChoice: 'best' | 'none' | string[]
  isMember: boolean
  /** This would be the member's first order. */
  isNewcomer: boolean
  /** A flash sale without an entry here has nothing left. */
  flashStock?: FlashStock[]
  /** The group-buy promotion in whose group this is bought. */
  groupBuyId?: string
  points?: PointsOffer
  /** What the freight templates ask, and the standing sum from which delivery is free. */
  delivery: { feeFen: number; freeFromFen?: number }
  staffDiscountFen?: number
}

export type PricingAdjustmentKind =
  | 'memberPrice'
  | 'flashSale'
  | 'groupBuy'
  | 'amountOff'
  | 'percentOff'
  | 'nthItem'
  | 'bundlePrice'
  | 'coupon'
  | 'newcomer'
  | 'points'
  | 'staffDiscount'
  | 'delivery'
  | 'freeDelivery'
  | 'deliveryCoupon'

/** One reason why the price changes, in the order in which it happened. */
export interface PricingAdjustment {
  kind: PricingAdjustmentKind
  /** The promotion's or coupon's id; absent for standing rules. */
  sourceId?: string
  name?: Localized
  /** Negative takes off; only `delivery` adds. */
  amountFen: number
  /** By line, in the order of the lines; sums to `amountFen`. Absent for the delivery kinds. */
  shares?: number[]
}

export interface PricedLine {
  key: string
  quantity: number
  /** The list price of a piece. */
  priceFen: number
  /** List price times quantity. */
  amountFen: number
  /** What is paid in money for the line after everything. */
  payableFen: number
  /** The line's part of each adjustment, in the order of `adjustments`; 0 for delivery kinds. */
  shares: number[]
  /** The line's part of `pointsUsed`. */
  points: number
}

export type UnusedCouponReason =
  'threshold' | 'scope' | 'notYet' | 'expired' | 'doesNotStack' | 'worse' | 'notChosen'

export interface UnusedCoupon {
  couponId: string
  reason: UnusedCouponReason
  /** With `threshold`: what is missing. */
  missingFen?: number
}

/** The next tier of a promotion that some line could join, nearest first. */
export interface NextTier {
  promotionId: string
  name: Localized
  kind: PromotionRule['kind']
  /** One of them is there: what is missing in money, or in pieces. */
  missingFen?: number
  missingCount?: number
  /** Which of the rule's tiers it is; 0 for rules without tiers. */
  tier: number
}

export interface PricingHints {
  nextTiers: NextTier[]
  /** The nearest way to free delivery, unless delivery is free already. */
  freeDelivery?: { missingFen: number; promotionId?: string }
  unusedCoupons: UnusedCoupon[]
  /** What points could do for this basket, wanted or not. */
  points?: { points: number; offFen: number }
}

export interface Pricing {
  lines: PricedLine[]
  adjustments: PricingAdjustment[]
  gifts: { skuId: string; quantity: number; promotionId: string }[]
  couponIds: string[]
  pointsUsed: number
  /** The goods at list prices. */
  goodsFen: number
  /** What is paid for delivery. */
  deliveryFen: number
  /** What the goods cost less than their list prices; points do not count. */
  savedFen: number
  /** `goodsFen` and every adjustment; also the lines' `payableFen` and `deliveryFen`. */
  totalFen: number
  hints: PricingHints
}
