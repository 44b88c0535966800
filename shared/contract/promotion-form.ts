import * as v from 'valibot'
import { id, text } from './fields'

/** A text in both languages, as staff type it. */
const both = (maximum: number) => v.strictObject({ zh: text(maximum, 1), en: text(maximum * 3, 1) })

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const fen = whole(1, 100_000_000)
/** 0 when there is no threshold. */
const fromFen = whole(0, 100_000_000)
const percent = whole(1, 99)
const instant = whole(Date.UTC(2020, 0), Date.UTC(2100, 0))
const ids = v.exactOptional(v.pipe(v.array(id), v.minLength(1), v.maxLength(200)))

/** What it is for; everything when nothing is named. */
const scope = v.strictObject({
  productIds: ids,
  categoryIds: ids,
  skuIds: ids,
  exceptProductIds: ids,
})

const climbs = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))
const doesNotFall = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0))

const takesLess = (tier: { fromFen: number; offFen: number }): boolean =>
  tier.fromFen === 0 || tier.offFen < tier.fromFen

const amountOff = v.pipe(
  v.strictObject({
    kind: v.literal('amountOff'),
    tiers: v.pipe(
      v.array(v.strictObject({ fromFen, offFen: fen })),
      v.minLength(1),
      v.maxLength(5),
      v.check((tiers) => tiers.every(takesLess), 'takes less than what has to be bought'),
      v.check(
        (tiers) => climbs(tiers.map((tier) => tier.fromFen)) && climbs(tiers.map((t) => t.offFen)),
        'from small to great',
      ),
    ),
    repeats: v.exactOptional(v.boolean()),
  }),
  v.check(
    ({ tiers, repeats }) => !repeats || (tiers.length === 1 && (tiers[0]?.fromFen ?? 0) > 0),
    'one tier repeats',
  ),
)

const percentOff = v.strictObject({
  kind: v.literal('percentOff'),
  tiers: v.pipe(
    v.array(
      v.strictObject({
        fromFen: v.exactOptional(fen),
        fromCount: v.exactOptional(whole(2, 99)),
        percentOff: percent,
      }),
    ),
    v.minLength(1),
    v.maxLength(5),
    v.check(
      (tiers) =>
        climbs(tiers.map((tier) => tier.percentOff)) &&
        doesNotFall(tiers.map((tier) => tier.fromFen ?? 0)) &&
        doesNotFall(tiers.map((tier) => tier.fromCount ?? 0)) &&
        climbs(tiers.map((tier) => (tier.fromFen ?? 0) + (tier.fromCount ?? 0))),
      'from small to great',
    ),
  ),
  mostFen: v.exactOptional(fen),
})

const skuPrice = { skuId: id, priceFen: fen }
const eachOnce = (items: readonly { skuId: string }[]): boolean =>
  new Set(items.map(({ skuId }) => skuId)).size === items.length

const memberPrice = v.pipe(
  v.strictObject({
    kind: v.literal('memberPrice'),
    percentOff: v.exactOptional(percent),
    prices: v.exactOptional(
      v.pipe(
        v.array(v.strictObject(skuPrice)),
        v.minLength(1),
        v.maxLength(100),
        v.check((items) => eachOnce(items), 'each once'),
      ),
    ),
  }),
  v.check(({ percentOff: off, prices }) => off !== undefined || prices !== undefined, 'a price'),
)

const newcomer = v.pipe(
  v.strictObject({ kind: v.literal('newcomer'), fromFen, offFen: fen }),
  v.check((rule) => takesLess(rule), 'takes less than what has to be bought'),
)

const hourMs = 3_600_000

/** Every kind of promotion with its numbers inside sensible bounds. */
const rule = v.variant('kind', [
  amountOff,
  percentOff,
  v.strictObject({
    kind: v.literal('nthItem'),
    nth: whole(2, 10),
    percentOff: whole(1, 100),
  }),
  v.strictObject({ kind: v.literal('bundlePrice'), count: whole(2, 20), priceFen: fen }),
  v.strictObject({ kind: v.literal('gift'), fromFen, skuId: id, quantity: whole(1, 9) }),
  v.strictObject({ kind: v.literal('freeDelivery'), fromFen }),
  memberPrice,
  newcomer,
  v.strictObject({
    kind: v.literal('flashSale'),
    items: v.pipe(
      v.array(v.strictObject({ ...skuPrice, perMember: whole(1, 99) })),
      v.minLength(1),
      v.maxLength(30),
      v.check((items) => eachOnce(items), 'each once'),
    ),
  }),
  v.strictObject({
    kind: v.literal('groupBuy'),
    items: v.pipe(
      v.array(v.strictObject(skuPrice)),
      v.minLength(1),
      v.maxLength(30),
      v.check((items) => eachOnce(items), 'each once'),
    ),
    size: whole(2, 20),
    lastsMs: whole(hourMs, 72 * hourMs),
  }),
])

/** A promotion as staff write it. */
export const promotionForm = v.pipe(
  v.strictObject({
    name: both(20),
    startsAt: instant,
    endsAt: instant,
    scope,
    stacking: v.picklist(['exclusive', 'withOthers']),
    audience: v.exactOptional(v.picklist(['all', 'newcomer', 'member'])),
    rule,
    /** How many pieces of each SKU a flash sale has in all, sold ones counted. */
    pieces: v.optional(
      v.pipe(
        v.array(v.strictObject({ skuId: id, total: whole(0, 100_000) })),
        v.maxLength(30),
        v.check((items) => eachOnce(items), 'each once'),
      ),
      [],
    ),
  }),
  v.check(({ startsAt, endsAt }) => startsAt < endsAt, 'begins before it ends'),
  v.check(
    ({ rule: { kind, ...rest }, pieces }) =>
      kind === 'flashSale' && 'items' in rest
        ? pieces.length === rest.items.length &&
          pieces.every(({ skuId }) => rest.items.some((item) => item.skuId === skuId))
        : pieces.length === 0,
    'pieces for each SKU of a flash sale, and for nothing else',
  ),
)
export type PromotionForm = v.InferOutput<typeof promotionForm>

/** A word on a poster. Sixteen characters are a gift card's. */
const couponCode = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^(?!.{16}$)[A-Z0-9]{4,20}$/),
)

const couponBenefit = v.variant('kind', [
  v.strictObject({ kind: v.literal('amountOff'), offFen: fen }),
  v.strictObject({
    kind: v.literal('percentOff'),
    percentOff: percent,
    mostFen: v.exactOptional(fen),
  }),
  v.strictObject({ kind: v.literal('freeDelivery') }),
])

/** A coupon as staff write it. */
export const couponForm = v.pipe(
  v.strictObject({
    name: both(20),
    rule: v.pipe(
      v.strictObject({ benefit: couponBenefit, fromFen, scope, stacksWithPromotions: v.boolean() }),
      v.check(
        ({ benefit, fromFen: from }) =>
          benefit.kind !== 'amountOff' || takesLess({ fromFen: from, offFen: benefit.offFen }),
        'takes less than what has to be bought',
      ),
    ),
    how: v.picklist(['claim', 'code', 'staff']),
    code: v.exactOptional(couponCode),
    perMember: whole(1, 20),
    startsAt: instant,
    endsAt: instant,
    validDays: v.exactOptional(whole(1, 730)),
    validUntil: instant,
    canGive: v.boolean(),
    audience: v.exactOptional(v.picklist(['all', 'newcomer'])),
  }),
  v.check(({ how, code }) => (how === 'code') === (code !== undefined), 'a code for `code` only'),
  v.check(({ startsAt, endsAt }) => startsAt < endsAt, 'begins before it ends'),
  v.check(({ endsAt, validUntil }) => endsAt <= validUntil, 'valid when it can be had'),
)
export type CouponForm = v.InferOutput<typeof couponForm>
