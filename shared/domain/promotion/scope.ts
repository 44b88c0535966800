import type { Basket, PricingLine, Promotion, Scope } from './promotion'

/** Whether a scope covers a line: named in any of its lists, or all lists are empty. */
export function isInScope(scope: Scope, line: PricingLine): boolean {
  if (scope.exceptProductIds?.includes(line.productId)) return false
  const { productIds, categoryIds, skuIds } = scope
  if (!productIds?.length && !categoryIds?.length && !skuIds?.length) return true
  return (
    productIds?.includes(line.productId) === true ||
    skuIds?.includes(line.key) === true ||
    categoryIds?.some((id) => line.categoryIds.includes(id)) === true
  )
}

/** Whether a promotion is on, in its time, and meant for the member of this basket. */
export function isInForce(promotion: Promotion, basket: Basket): boolean {
  if (!promotion.isOn) return false
  if (basket.now < promotion.startsAt || basket.now >= promotion.endsAt) return false
  if (promotion.audience === 'member' || promotion.rule.kind === 'memberPrice') {
    if (!basket.isMember) return false
  }
  if (promotion.audience === 'newcomer' || promotion.rule.kind === 'newcomer') {
    if (!basket.isNewcomer) return false
  }
  return true
}

/** Orders by code unit, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
