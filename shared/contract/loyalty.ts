import * as v from 'valibot'
import type { CouponBenefit, PromotionRule } from '../domain/promotion/promotion'
import type { Plate } from './catalog'
import { action, detail, returns } from './define'
import type { Contract } from './define'
import { cursor, id } from './fields'

/** What every coupon says of itself; the page makes words of it. */
export interface CouponFace {
  name: string
  benefit: CouponBenefit
  /** 0 when there is no threshold. */
  fromFen: number
  /** Names of what it is for; none when it is for everything. */
  scope: string[]
  stacksWithPromotions: boolean
}

/** A coupon that can be claimed, and why not when it cannot. */
export interface CouponOffer extends CouponFace {
  couponId: string
  /** `gone`: others have had the last one. `had`: the member has had as many as one may. */
  state: 'open' | 'had' | 'gone' | 'newcomersOnly'
  left: number
  total: number
  /** The member's own ones that can be spent. */
  mine: number
  /** Until when it can be claimed, and how long it is valid then. */
  endsAt: number
  validUntil: number
  validDays?: number
}

/** A coupon of the member's. */
export interface MyCoupon extends CouponFace {
  id: string
  /** `held` by an unpaid order; `waiting` for a friend to take it. */
  state: 'open' | 'held' | 'waiting' | 'used' | 'given' | 'expired'
  canGive: boolean
  validFrom: number
  validUntil: number
  /** The order that holds or used it. */
  orderId?: string
  /** The secret of the gift, while it waits. */
  giftToken?: string
}

/** A product in an offer. */
export interface OfferProduct {
  productId: string
  skuId: string
  name: string
  /** The chosen options in words; empty when there are none. */
  options: string
  picture: string
  plate: Plate
  /** What it costs outside of the offer. */
  priceFen: number
}

/** Pieces of one SKU in a flash sale. */
export interface FlashItem extends OfferProduct {
  flashFen: number
  left: number
  total: number
  perMember: number
  /** How many more this member may buy at this price. */
  mayBuy: number
}

export interface FlashSaleView {
  promotionId: string
  name: string
  startsAt: number
  endsAt: number
  items: FlashItem[]
}

/** A promotion a product takes part in. */
export interface PromotionLine {
  promotionId: string
  name: string
  rule: PromotionRule
  audience: 'all' | 'newcomer' | 'member'
  endsAt: number
}

/** What a product's group costs and who waits in one. */
export interface GroupOffer {
  promotionId: string
  name: string
  size: number
  lastsMs: number
  endsAt: number
  items: { skuId: string; groupFen: number; priceFen: number }[]
}

/** Somebody in a group, as others see them. */
export interface GroupPerson {
  /** "云" for "云溪"; empty for somebody who gave no name. */
  initial: string
  nickname: string
  avatar?: string
  isStarter: boolean
  isMe: boolean
}

/** A group that can be joined. */
export interface OpenGroup {
  groupId: string
  starter: GroupPerson
  placesLeft: number
  expiresAt: number
  /** This member is in it. */
  isMine: boolean
}

export interface GroupView {
  groupId: string
  promotionId: string
  state: 'starting' | 'open' | 'complete' | 'failed'
  product: OfferProduct
  groupFen: number
  size: number
  people: GroupPerson[]
  placesLeft: number
  expiresAt: number
  /** The member's own order in it. */
  orderId?: string
  canJoin: boolean
}

/** One line of the history of points, balance or a card. */
export interface WalletEntry {
  id: string
  change: number
  after: number
  cause: 'spend' | 'release' | 'refund' | 'earn' | 'unearn' | 'grant' | 'claim' | 'correct'
  note?: string
  at: number
}

export interface GiftCard {
  cardId: string
  amountFen: number
  expiresAt?: number
  isExpired: boolean
}

export interface Wallet {
  balanceFen: number
  points: number
  /** What all the points are worth. */
  pointsFen: number
  giftcards: GiftCard[]
  coupons: number
}

/** Why a coupon cannot be had. */
const couponErrors = {
  COUPON_NOT_FOUND: detail(),
  COUPON_ENDED: detail(),
  COUPON_GONE: detail(),
  COUPON_LIMIT: detail(),
  COUPON_NEWCOMERS_ONLY: detail(),
}

/** The secret of a gift: 22 characters that cannot be guessed. */
const giftToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

/** What people type from a card or a poster: spaces and dashes do not count, nor does the case. */
const typedCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[A-Z0-9]{4,20}$/),
)

const couponTabs = ['usable', 'used', 'expired'] as const
export type CouponTab = (typeof couponTabs)[number]

/** Coupons, flash sales, groups, points, balance and gift cards. */
export const loyalty = {
  /** The coupon centre: what can be claimed now. */
  'loyalty.listCoupons': action({
    access: 'visitor',
    input: v.strictObject({}),
    output: returns<{ coupons: CouponOffer[] }>(),
    errors: {},
  }),
  'loyalty.claimCoupon': action({
    access: 'member',
    write: true,
    input: v.strictObject({ couponId: id }),
    output: returns<{ coupon: MyCoupon; left: number; canClaimMore: boolean }>(),
    errors: couponErrors,
  }),
  /** A coupon's word or the 16 characters of a gift card. Wrong ones can be tried a few times. */
  'loyalty.redeemCode': action({
    access: 'member',
    write: true,
    input: v.strictObject({ code: typedCode }),
    output: returns<{ kind: 'coupon'; coupon: MyCoupon } | { kind: 'giftcard'; card: GiftCard }>(),
    errors: {
      ...couponErrors,
      CODE_NOT_FOUND: detail(),
      GIFTCARD_EXPIRED: detail(),
      GIFTCARD_TAKEN: detail(),
      TOO_MANY_TRIES: detail<{ retryAt: number }>(),
    },
  }),
  'loyalty.listMyCoupons': action({
    access: 'member',
    input: v.strictObject({ tab: v.picklist(couponTabs), cursor }),
    output: returns<{ coupons: MyCoupon[]; now: number; cursor?: string }>(),
    errors: {},
  }),
  /** Lets whoever has the secret take the coupon, once; until then it can be taken back. */
  'loyalty.giveCoupon': action({
    access: 'member',
    write: true,
    input: v.strictObject({ id }),
    output: returns<{ giftToken: string }>(),
    errors: { COUPON_NOT_FOUND: detail(), COUPON_NOT_GIVABLE: detail() },
  }),
  'loyalty.takeBackCoupon': action({
    access: 'member',
    write: true,
    input: v.strictObject({ id }),
    output: returns<{ id: string }>(),
    errors: { COUPON_NOT_FOUND: detail(), GIFT_TAKEN: detail() },
  }),
  'loyalty.getGift': action({
    access: 'visitor',
    input: v.strictObject({ giftToken }),
    output: returns<{
      coupon: CouponFace & { validUntil: number }
      giver: string
      state: 'open' | 'taken' | 'mine' | 'takenByMe' | 'expired'
    }>(),
    errors: { GIFT_NOT_FOUND: detail() },
  }),
  'loyalty.takeGift': action({
    access: 'member',
    write: true,
    input: v.strictObject({ giftToken }),
    output: returns<{ id: string }>(),
    errors: {
      GIFT_NOT_FOUND: detail(),
      GIFT_TAKEN: detail(),
      GIFT_IS_YOURS: detail(),
      COUPON_ENDED: detail(),
    },
  }),
  /** What a product page says of coupons, promotions, a flash sale and groups. */
  'loyalty.listProductOffers': action({
    access: 'visitor',
    input: v.strictObject({ productId: id }),
    output: returns<{
      now: number
      coupons: CouponOffer[]
      promotions: PromotionLine[]
      flashSale?: FlashSaleView
      groupBuy?: GroupOffer
      groups: OpenGroup[]
    }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  /** What is on now, and what begins within a day; the one asked for comes first. */
  'loyalty.listFlashSales': action({
    access: 'visitor',
    input: v.strictObject({ promotionId: v.optional(id) }),
    output: returns<{ now: number; sales: FlashSaleView[] }>(),
    errors: {},
  }),
  /** Products that can be bought together, for the home page. */
  'loyalty.listGroupBuys': action({
    access: 'visitor',
    input: v.strictObject({ promotionId: v.optional(id) }),
    output: returns<{
      now: number
      groupBuys: {
        promotionId: string
        name: string
        size: number
        endsAt: number
        items: (OfferProduct & { groupFen: number })[]
      }[]
    }>(),
    errors: {},
  }),
  'loyalty.getGroup': action({
    access: 'visitor',
    input: v.strictObject({ groupId: id }),
    output: returns<{ now: number; group: GroupView }>(),
    errors: { GROUP_NOT_FOUND: detail() },
  }),
  /** WeChat's id for a share card that updates itself; none when WeChat gives none. */
  'loyalty.shareGroup': action({
    access: 'member',
    input: v.strictObject({ groupId: id }),
    output: returns<{ activityId?: string; memberCount: number; size: number }>(),
    errors: { GROUP_NOT_FOUND: detail() },
  }),
  'loyalty.getWallet': action({
    access: 'member',
    input: v.strictObject({}),
    output: returns<Wallet>(),
    errors: {},
  }),
  /** What happened to the points, the balance, or one of the member's gift cards. */
  'loyalty.listEntries': action({
    access: 'member',
    input: v.strictObject({
      account: v.variant('kind', [
        v.strictObject({ kind: v.literal('points') }),
        v.strictObject({ kind: v.literal('balance') }),
        v.strictObject({ kind: v.literal('giftcard'), cardId: id }),
      ]),
      cursor,
    }),
    output: returns<{ entries: WalletEntry[]; now: number; cursor?: string }>(),
    errors: { GIFTCARD_NOT_FOUND: detail() },
  }),
} as const satisfies Contract
