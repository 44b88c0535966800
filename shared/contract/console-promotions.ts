import * as v from 'valibot'
import type { CutKind } from '../domain/price-floor'
import type {
  CouponRule,
  PricingAdjustmentKind,
  PromotionRule,
} from '../domain/promotion/promotion'
import { action, detail, returns } from './define'
import type { Contract } from './define'
import { cursor, id, quantity, text } from './fields'
import { couponForm, promotionForm } from './promotion-form'
import type { CouponForm, PromotionForm } from './promotion-form'

const reading = { staff: ['owner', 'manager', 'clerk', 'service'] } as const
const writing = { staff: ['owner', 'manager'] } as const
const owning = { staff: ['owner'] } as const

/** `off` is neither running nor coming by itself: a draft, or switched off. */
const offerTabs = ['running', 'coming', 'off', 'over'] as const
export type OfferTab = (typeof offerTabs)[number]

interface OfferRow {
  id: string
  name: string
  state: OfferTab
  startsAt: number
  endsAt: number
  /** Names of what it is for; none when it is for everything. */
  scope: string[]
}

/** A promotion in the list, in the reader's language. */
export interface PromotionRow extends OfferRow {
  rule: PromotionRule
  /** Pieces of a flash sale. */
  flash?: { left: number; total: number }
}

export interface CouponRow extends OfferRow {
  rule: CouponRule
  how: CouponForm['how']
  code?: string
  left: number
  issued: number
}

/** What a form names by id, in the reader's language. */
export interface NamedGoods {
  id: string
  kind: 'product' | 'category' | 'sku'
  name: string
  /** Of an SKU: the options in words, its price and what can be bought of it. */
  options?: string
  priceFen?: number
  stock?: number
}

interface EditedOffer {
  id: string
  state: OfferTab
  isOn: boolean
  /** A save names what it began with. */
  updatedAt: number
  goods: NamedGoods[]
}

/** A promotion as the editor opens it. */
export interface EditedPromotion extends EditedOffer {
  form: PromotionForm
  /** Pieces a flash sale has left. */
  left: { skuId: string; left: number }[]
}

export interface EditedCoupon extends EditedOffer {
  form: CouponForm
  left: number
  issued: number
}

/** One reason why a sample costs what it costs. */
export interface PreviewStep {
  kind: PricingAdjustmentKind
  name: string
  amountFen: number
}

export interface PreviewedCart {
  lines: {
    skuId: string
    name: string
    options: string
    quantity: number
    amountFen: number
    payableFen: number
    /** What was taken off this line and why. */
    steps: PreviewStep[]
  }[]
  /** All of it, with what concerns the delivery. */
  steps: PreviewStep[]
  gifts: { name: string; quantity: number }[]
  goodsFen: number
  deliveryFen: number
  totalFen: number
}

/** Something that would sell for very little. */
export interface PriceWarning {
  kind: CutKind
  name: string
  options: string
  quantity: number
  percentOff: number
  /** Names of what takes it off together. */
  causes: string[]
}

const wanted = v.pipe(
  v.array(v.strictObject({ skuId: id, quantity })),
  v.minLength(1),
  v.maxLength(20),
)

/** Goods that a form names and that are not there. */
const goodsErrors = {
  OFFER_GOODS_GONE: detail<{ ids: string[] }>(),
}
/** A price that has to be lower than what it costs anyway. */
const priceErrors = { OFFER_PRICE_HIGH: detail<{ skuId: string; priceFen: number }>() }
/** `seenAt` is `updatedAt` of what was edited. */
const seenAt = v.optional(v.number())

const promotionActions = {
  'console.listPromotions': action({
    access: reading,
    input: v.strictObject({ tab: v.picklist(offerTabs), cursor }),
    output: returns<{ promotions: PromotionRow[]; cursor?: string }>(),
    errors: {},
  }),
  'console.getPromotion': action({
    access: reading,
    input: v.strictObject({ promotionId: id }),
    output: returns<EditedPromotion>(),
    errors: { PROMOTION_NOT_FOUND: detail() },
  }),
  /**
   * Without an id a new one, switched off. Of a running one the name, the dates and the pieces of a
   * flash sale may change; what decides the price only after it was switched off.
   */
  'console.savePromotion': action({
    access: writing,
    write: true,
    input: v.strictObject({ promotionId: v.optional(id), seenAt, form: promotionForm }),
    output: returns<{ promotionId: string; updatedAt: number }>(),
    errors: {
      PROMOTION_NOT_FOUND: detail(),
      PROMOTION_CHANGED: detail<{ updatedAt: number }>(),
      PROMOTION_RUNNING: detail(),
      ...goodsErrors,
      ...priceErrors,
      /** More pieces than can be bought, or fewer than were sold. */
      FLASH_PIECES_WRONG: detail<{ skuId: string; least: number; most: number }>(),
    },
  }),
  /** Switching on asks for what was seen, so that nobody starts what somebody else just changed. */
  'console.switchPromotion': action({
    access: writing,
    write: true,
    input: v.strictObject({ promotionId: id, isOn: v.boolean(), seenAt }),
    output: returns<{ updatedAt: number }>(),
    errors: {
      PROMOTION_NOT_FOUND: detail(),
      PROMOTION_CHANGED: detail<{ updatedAt: number }>(),
      PROMOTION_OVER: detail(),
      PROMOTION_LIMIT: detail<{ limit: number }>(),
    },
  }),
  /** What a sample costs without and with a draft; nothing is changed. */
  'console.previewPromotion': action({
    access: reading,
    input: v.strictObject({
      lines: wanted,
      isNewcomer: v.boolean(),
      /** One of each of these coupons in hand. */
      couponIds: v.pipe(v.array(id), v.maxLength(10)),
      draft: v.variant('kind', [
        v.strictObject({
          kind: v.literal('promotion'),
          promotionId: v.optional(id),
          form: promotionForm,
        }),
        v.strictObject({ kind: v.literal('coupon'), couponId: v.optional(id), form: couponForm }),
      ]),
    }),
    output: returns<{
      /** The moment it is priced for: now, or when the draft begins. */
      at: number
      before: PreviewedCart
      after: PreviewedCart
      /** The worst first. */
      warnings: PriceWarning[]
    }>(),
    errors: goodsErrors,
  }),
}

const couponActions = {
  'console.listCoupons': action({
    access: reading,
    input: v.strictObject({ tab: v.picklist(offerTabs), cursor }),
    output: returns<{ coupons: CouponRow[]; cursor?: string }>(),
    errors: {},
  }),
  'console.getCoupon': action({
    access: reading,
    input: v.strictObject({ couponId: id }),
    output: returns<EditedCoupon>(),
    errors: { COUPON_NOT_FOUND: detail() },
  }),
  /**
   * Without an id a new one, switched off, with so many to be had. How it is had and its code stay;
   * coupons that somebody has stay as they were had.
   */
  'console.saveCoupon': action({
    access: writing,
    write: true,
    input: v.strictObject({
      couponId: v.optional(id),
      seenAt,
      stock: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
      form: couponForm,
    }),
    output: returns<{ couponId: string; updatedAt: number }>(),
    errors: {
      COUPON_NOT_FOUND: detail(),
      COUPON_CHANGED: detail<{ updatedAt: number }>(),
      COUPON_RUNNING: detail(),
      COUPON_CODE_TAKEN: detail(),
      ...goodsErrors,
    },
  }),
  'console.switchCoupon': action({
    access: writing,
    write: true,
    input: v.strictObject({ couponId: id, isOn: v.boolean(), seenAt }),
    output: returns<{ updatedAt: number }>(),
    errors: {
      COUPON_NOT_FOUND: detail(),
      COUPON_CHANGED: detail<{ updatedAt: number }>(),
      COUPON_ENDED: detail(),
    },
  }),
  'console.addCouponStock': action({
    access: writing,
    write: true,
    input: v.strictObject({
      couponId: id,
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
    }),
    output: returns<{ left: number }>(),
    errors: { COUPON_NOT_FOUND: detail() },
  }),
  /** One coupon for whoever placed this order. */
  'console.grantCoupon': action({
    access: writing,
    write: true,
    input: v.strictObject({ couponId: id, orderId: id, note: text(100, 2) }),
    output: returns<{ validUntil: number; left: number }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      COUPON_NOT_FOUND: detail(),
      COUPON_ENDED: detail(),
      COUPON_GONE: detail(),
      COUPON_LIMIT: detail(),
      COUPON_NEWCOMERS_ONLY: detail(),
    },
  }),
}

const walletActions = {
  /**
   * The codes are answered once and kept nowhere: a repeat answers the cards' numbers only, so that
   * they can be withdrawn and made anew.
   */
  'console.issueGiftCards': action({
    access: owning,
    write: true,
    input: v.strictObject({
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
      amountFen: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(500_000)),
      expiresAt: v.optional(v.pipe(v.number(), v.integer())),
      note: v.optional(text(100), ''),
    }),
    output: returns<{ cards: { cardId: string; code?: string }[] }>(),
    errors: { GIFTCARD_EXPIRED: detail() },
  }),
  /** Takes the money off cards that nobody has claimed; claimed ones stay as they are. */
  'console.withdrawGiftCards': action({
    access: owning,
    write: true,
    input: v.strictObject({ cardIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)) }),
    output: returns<{ withdrawn: number }>(),
    errors: {},
  }),
  /** Puts on or takes off, for whoever placed this order, who reads the reason in the wallet. */
  'console.adjustWallet': action({
    access: writing,
    write: true,
    input: v.strictObject({
      orderId: id,
      account: v.picklist(['balance', 'points']),
      /** Fen or points; below zero takes off. */
      change: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(-1_000_000),
        v.maxValue(1_000_000),
        v.notValue(0),
      ),
      reason: text(60, 2),
    }),
    output: returns<{ amount: number }>(),
    errors: { ORDER_NOT_FOUND: detail(), WALLET_SHORT: detail<{ amount: number }>() },
  }),
}

/** Promotions, coupons, gift cards and what staff put into a wallet. */
export const consolePromotions = {
  ...promotionActions,
  ...couponActions,
  ...walletActions,
} as const satisfies Contract
