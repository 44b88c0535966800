import type { CouponBenefit, UnusedCouponReason } from '../domain/promotion/promotion'
import type { Address } from './member'
import type { Adjustment, Fulfilment, LineItem, PaymentParts, Shortage } from './order-parts'

export interface QuoteLine extends LineItem {
  wasFen?: number
  /** The price times the quantity, before anything is taken off. */
  amountFen: number
  /** What it costs after its share of everything taken off. */
  payableFen: number
  /** Its share of each adjustment, in their order; zeros for delivery. */
  shares: number[]
  /** Comes with the order for nothing. */
  isGift?: boolean
}

/** Why a way of delivery cannot be taken: not to this region, not in this city, nowhere to go. */
export type DeliveryProblem = 'region' | 'city' | 'store'

export interface DeliveryWay {
  fulfilment: Fulfilment
  problem?: DeliveryProblem
}

/** A place where orders are picked up. */
export interface PickupStore {
  id: string
  name: string
  address: string
  hours: string
  phone: string
}

/** A coupon the member holds, and what became of it in this quote. */
export interface QuoteCoupon {
  id: string
  name: string
  benefit: CouponBenefit
  fromFen: number
  validUntil: number
  isUsed: boolean
  /** Of one that is used. */
  offFen?: number
  /** Of one that is not; `worse` and `notChosen` could be used instead. */
  reason?: UnusedCouponReason
  missingFen?: number
}

/** What points can do for this order, and what they do. */
interface QuotePoints {
  balance: number
  /** What would be used and taken off when the customer wants it. */
  points: number
  offFen: number
  isUsed: boolean
}

interface QuoteGiftcard {
  cardId: string
  leftFen: number
  usedFen: number
  expiresAt?: number
}

/** What the next step of a promotion needs. */
export interface OfferHint {
  promotionId: string
  name: string
  missingFen?: number
  missingCount?: number
}

/** What the customer agrees to. */
export interface Quote {
  lines: QuoteLine[]
  adjustments: Adjustment[]
  goodsFen: number
  deliveryFen: number
  totalFen: number
  /** What was taken off the goods' list prices; points do not count. */
  savedFen: number
  count: number
  promise: string
  /** The address it goes to: the chosen one, else the default one, if there is any. */
  address?: Address
  fulfilment: Fulfilment
  /** All the company offers, with what stands in the way of each. */
  ways: DeliveryWay[]
  /** Where it can be picked up, and the chosen one. */
  stores: PickupStore[]
  storeId?: string
  coupons: QuoteCoupon[]
  points?: QuotePoints
  balance?: { haveFen: number; usedFen: number }
  giftcards: QuoteGiftcard[]
  means: PaymentParts
  hints: OfferHint[]
  /** What was selected and cannot be bought as it is; the rest can. */
  shortages: Shortage['lines']
  /** Gifts that belong to the order and have run out, by name. */
  missingGifts: string[]
  /** Names everything here that is paid; `order.place` refuses when it changed. */
  signature: string
}
