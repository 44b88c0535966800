import type { Language } from '../../shared/contract/define'
import type { CouponFace, MyCoupon } from '../../shared/contract/loyalty'
import { inLanguage } from '../../shared/domain/localized'
import type { Localized } from '../../shared/domain/localized'
import type { CouponRule, Scope } from '../../shared/domain/promotion/promotion'
import { companyCategories } from '../_kit/company'
import { db } from '../_kit/db'
import type { MemberCouponDocument } from '../_kit/documents/loyalty'

/** Names what scopes are about; everything that several of them name is read once. */
export type ScopeWords = (scope: Scope) => string[]

export async function readScopeWords(
  scopes: readonly Scope[],
  language: Language,
): Promise<ScopeWords> {
  const [categories, products, skus] = await Promise.all([
    scopes.some(({ categoryIds }) => categoryIds?.length) ? companyCategories() : [],
    db.products.getMany(
      scopes.flatMap(({ productIds }) => productIds ?? []),
      ['name'],
    ),
    db.skus.getMany(
      scopes.flatMap(({ skuIds }) => skuIds ?? []),
      ['name'],
    ),
  ])
  const names = new Map<string, Localized>([
    ...categories.map(({ _id, name }): [string, Localized] => [`category ${_id}`, name]),
    ...[...products.values()].map(({ _id, name }): [string, Localized] => [`product ${_id}`, name]),
    ...[...skus.values()].map(({ _id, name }): [string, Localized] => [`sku ${_id}`, name]),
  ])
  return ({ categoryIds = [], productIds = [], skuIds = [] }) => [
    ...new Set(
      [
        ...categoryIds.map((id) => `category ${id}`),
        ...productIds.map((id) => `product ${id}`),
        ...skuIds.map((id) => `sku ${id}`),
      ]
        .map((key) => names.get(key))
        .filter((name) => name !== undefined)
        .map((name) => inLanguage(name, language)),
    ),
  ]
}

export const toFace = (
  { name, rule }: { name: Localized; rule: CouponRule },
  language: Language,
  words: ScopeWords,
): CouponFace => ({
  name: inLanguage(name, language),
  benefit: rule.benefit,
  fromFen: rule.fromFen,
  scope: words(rule.scope),
  stacksWithPromotions: rule.stacksWithPromotions,
})

/** A member's coupon as its owner sees it at this instant. */
export const toMyCoupon = (
  coupon: MemberCouponDocument,
  { language, now }: { language: Language; now: number },
  words: ScopeWords,
): MyCoupon => {
  const state = stateOf(coupon, now)
  return {
    ...toFace(coupon, language, words),
    id: coupon._id,
    state,
    canGive: coupon.canGive && state === 'open',
    validFrom: coupon.validFrom,
    validUntil: coupon.validUntil,
    ...(coupon.orderId === undefined ? {} : { orderId: coupon.orderId }),
    ...(state === 'waiting' && coupon.giftToken !== undefined
      ? { giftToken: coupon.giftToken }
      : {}),
  }
}

function stateOf({ state, validUntil, giftToken }: MemberCouponDocument, now: number) {
  if (state !== 'open') return state
  if (validUntil <= now) return 'expired'
  return giftToken === undefined ? 'open' : 'waiting'
}
