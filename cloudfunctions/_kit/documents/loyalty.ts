import type { Group } from '../../../shared/domain/group'
import type { Localized } from '../../../shared/domain/localized'
import type { CouponRule, Promotion } from '../../../shared/domain/promotion/promotion'

/** A promotion as staff have set it up. */
export interface PromotionDocument extends Omit<Promotion, 'id'> {
  _id: string
  createdAt: number
  updatedAt: number
}

/** A kind of coupon that can be had: by claiming, by a code, from staff. */
export interface CouponDocument {
  _id: string
  name: Localized
  rule: CouponRule
  how: 'claim' | 'code' | 'staff'
  /** For `code`: what the customer types, upper case. */
  code?: string
  /** Coupons left to be had; the contested number. */
  left: number
  issued: number
  perMember: number
  /** When it can be had. */
  startsAt: number
  endsAt: number
  /** How long one is valid once it is had; never beyond `validUntil`. */
  validDays?: number
  validUntil: number
  /** May be given to a friend. */
  canGive: boolean
  /** Who may have it; everyone when absent. */
  audience?: 'all' | 'newcomer'
  isOn: boolean
  createdAt: number
  updatedAt: number
}

/**
 * One coupon of one member; the id is `{couponId}:{memberId}:{n}`, so that nobody has more than
 * the coupon allows. `held` belongs to an unpaid order; `given` has become another member's.
 */
export interface MemberCouponDocument {
  _id: string
  couponId: string
  memberId: string
  state: 'open' | 'held' | 'used' | 'given'
  name: Localized
  rule: CouponRule
  canGive: boolean
  validFrom: number
  validUntil: number
  /** The order that holds or used it. */
  orderId?: string
  gotAt: number
  usedAt?: number
  /** While it waits to be taken by a friend: the secret in the link. */
  giftToken?: string
  givenTo?: string
}

/** Pieces a flash sale still has of one SKU; the id is `{promotionId}:{skuId}`. */
export interface FlashStockDocument {
  _id: string
  promotionId: string
  skuId: string
  left: number
  /** What it began with. */
  total: number
}

/** Pieces one member has bought in a flash sale; the id is `{promotionId}:{skuId}:{memberId}`. */
export interface FlashBuyerDocument {
  _id: string
  /** The sum of what `orders` hold. */
  bought: number
  /** What each order took; one that came to nothing is kept in case it is paid late after all. */
  orders: { orderId: string; quantity: number; isHeld: boolean }[]
}

/** The order a member's newcomer price went to, if any; the id is the member's openid. */
export interface NewcomerDocument {
  _id: string
  orderId: string | null
}

/** Codes a member tried and that were wrong; the id is the member's openid. */
export interface CodeTriesDocument {
  _id: string
  at: number[]
}

/** The id is the order that started it. */
export interface GroupDocument extends Group {
  _id: string
  /** WeChat's id of the share card that updates itself, and until when WeChat updates it. */
  activityId?: string
  activityEndsAt?: number
}
