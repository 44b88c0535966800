import { checkCoupon } from './coupon'
import { amountFenOf } from './discount'
import type { Basket, MemberCoupon, PricingAdjustment, PricingLine, Promotion } from './promotion'
import { isInScope } from './scope'
import type { Pieces } from './unit-price'

/** What delivery costs and why. */
export interface DeliveryPrice {
  adjustments: PricingAdjustment[]
  deliveryFen: number
  couponId?: string
}

/** What of a freight rule is still missing; nothing when no line counts for it. */
function missingFen(
  promotion: Promotion,
  lines: readonly PricingLine[],
  pieces: readonly Pieces[],
): number | undefined {
  if (promotion.rule.kind !== 'freeDelivery') return undefined
  const counting = pieces.filter(({ line: index }) => {
    const line = lines[index]
    return line !== undefined && isInScope(promotion.scope, line)
  })
  return counting.length > 0
    ? Math.max(0, promotion.rule.fromFen - amountFenOf(counting))
    : undefined
}

/**
 * What delivery costs: nothing from the standing sum on, else nothing by a promotion, else nothing
 * by the first of the coupons that may be used, so that no coupon is spent in vain.
 */
export function priceDelivery(
  basket: Basket,
  lines: readonly PricingLine[],
  pieces: readonly Pieces[],
  promotions: readonly Promotion[],
  coupons: readonly MemberCoupon[],
): DeliveryPrice {
  const { feeFen, freeFromFen } = basket.delivery
  if (feeFen <= 0 || pieces.length === 0) return { adjustments: [], deliveryFen: 0 }
  const fee: PricingAdjustment = { kind: 'delivery', amountFen: feeFen }
  const free = (by: Omit<PricingAdjustment, 'amountFen'>): DeliveryPrice => ({
    adjustments: [fee, { ...by, amountFen: -feeFen }],
    deliveryFen: 0,
  })
  if (freeFromFen !== undefined && amountFenOf(pieces) >= freeFromFen)
    return free({ kind: 'freeDelivery' })
  const promotion = promotions.find((each) => missingFen(each, lines, pieces) === 0)
  if (promotion) return free({ kind: 'freeDelivery', sourceId: promotion.id, name: promotion.name })
  const coupon = coupons.find(
    (each) =>
      each.rule.benefit.kind === 'freeDelivery' &&
      checkCoupon(each, basket.now, lines, pieces).isUsable,
  )
  if (coupon)
    return {
      ...free({ kind: 'deliveryCoupon', sourceId: coupon.id, name: coupon.name }),
      couponId: coupon.id,
    }
  return { adjustments: [fee], deliveryFen: feeFen }
}

/** The nearest sum that makes delivery free, by the standing rule or by a promotion. */
export function missingToFreeDelivery(
  basket: Basket,
  lines: readonly PricingLine[],
  pieces: readonly Pieces[],
  promotions: readonly Promotion[],
): { missingFen: number; promotionId?: string } | undefined {
  const ways: { missingFen: number; promotionId?: string }[] = []
  const { freeFromFen } = basket.delivery
  if (freeFromFen !== undefined) ways.push({ missingFen: freeFromFen - amountFenOf(pieces) })
  for (const promotion of promotions) {
    const missing = missingFen(promotion, lines, pieces)
    if (missing !== undefined) ways.push({ missingFen: missing, promotionId: promotion.id })
  }
  ways.sort((a, b) => a.missingFen - b.missingFen)
  return ways[0]
}
