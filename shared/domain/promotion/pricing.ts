import { prorate } from '../money'
import { giftsOf } from './gifts'
import { hintsOf } from './hints'
import type { Basket, PricedLine, Pricing, PricingAdjustment, PricingLine } from './promotion'
import { byText, isInForce } from './scope'
import { settle } from './settle'
import type { Pieces, PriceSource } from './unit-price'
import type { Scene, Way } from './ways'
import { cheapestWay, finish } from './ways'

/**
 * Finds the cheapest admissible combination for a basket and explains it line by line. The order
 * of lines, promotions and coupons never matters; the lines come back as they were given.
 */
export function priceBasket(basket: Basket): Pricing {
  const order = canonicalOrder(basket.lines)
  const scene: Scene = {
    basket,
    lines: order.map((index) => basket.lines[index]!),
    promotions: basket.promotions
      .filter((promotion) => isInForce(promotion, basket))
      .sort((a, b) => byText(a.id, b.id)),
    coupons: [...basket.coupons].sort((a, b) => a.validUntil - b.validUntil || byText(a.id, b.id)),
  }
  return inGivenOrder(explain(scene, cheapestWay(scene)), order)
}

function canonicalOrder(lines: readonly PricingLine[]): number[] {
  const at = (index: number): PricingLine => lines[index]!
  return [...lines.keys()].sort(
    (a, b) =>
      byText(at(a).key, at(b).key) ||
      at(a).priceFen - at(b).priceFen ||
      at(a).quantity - at(b).quantity,
  )
}

function inGivenOrder(pricing: Pricing, order: readonly number[]): Pricing {
  const position = order.map(() => 0)
  for (const [canonical, given] of order.entries()) position[given] = canonical
  const restore = <T>(values: readonly T[]): T[] => position.map((at) => values[at]!)
  return {
    ...pricing,
    lines: restore(pricing.lines),
    adjustments: pricing.adjustments.map((adjustment) =>
      adjustment.shares ? { ...adjustment, shares: restore(adjustment.shares) } : adjustment,
    ),
  }
}

function explain(scene: Scene, way: Way): Pricing {
  const { basket, lines } = scene
  const payable = lines.map(({ priceFen, quantity }) => priceFen * quantity)
  const goodsFen = sum(payable)
  const adjustments: PricingAdjustment[] = []
  const take = (adjustment: Omit<PricingAdjustment, 'amountFen'>, shares: number[]): void => {
    for (const [index, share] of shares.entries()) payable[index]! -= share
    const amountFen = -sum(shares)
    if (amountFen !== 0)
      adjustments.push({ ...adjustment, amountFen, shares: shares.map((share) => 0 - share) })
  }
  for (const { source, shares } of unitPriceSteps(lines, way.pieces)) take(naming(source), shares)
  const { steps } = settle(way.plan, way.owners)
  for (const { discount, shares } of steps) {
    const { kind, sourceId, name } = discount
    take({ kind, sourceId, name }, shares)
  }
  const afterPromotionsFen = sum(payable)
  const end = finish(basket, afterPromotionsFen)
  const byLeft = (amountFen: number): number[] => prorate(amountFen, payable)
  adjustments.push(...way.delivery.adjustments)
  const points = prorate(end.points.points, end.points.points > 0 ? payable : payable.map(() => 0))
  take({ kind: 'points' }, byLeft(end.points.offFen))
  take({ kind: 'staffDiscount' }, byLeft(end.staffFen))
  const couponIds = [
    ...steps.flatMap(({ discount }) => (discount.kind === 'coupon' ? [discount.sourceId] : [])),
    ...(way.delivery.couponId === undefined ? [] : [way.delivery.couponId]),
  ]
  const { deliveryFen } = way.delivery
  return {
    lines: lines.map((line, index): PricedLine => ({
      key: line.key,
      quantity: line.quantity,
      priceFen: line.priceFen,
      amountFen: line.priceFen * line.quantity,
      payableFen: payable[index]!,
      shares: adjustments.map(({ shares }) => shares?.[index] ?? 0),
      points: points[index]!,
    })),
    adjustments,
    gifts: giftsOf(scene, way, steps),
    couponIds,
    pointsUsed: end.points.points,
    goodsFen,
    deliveryFen,
    savedFen: goodsFen - sum(payable) - end.points.offFen,
    totalFen: sum(payable) + deliveryFen,
    hints: hintsOf(scene, way, steps, afterPromotionsFen),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

function naming({ kind, promotionId, name }: PriceSource): Omit<PricingAdjustment, 'amountFen'> {
  return {
    kind,
    ...(promotionId === undefined ? {} : { sourceId: promotionId }),
    ...(name === undefined ? {} : { name }),
  }
}

/** What each source of unit prices takes off each line. */
function unitPriceSteps(lines: readonly PricingLine[], pieces: readonly Pieces[]) {
  const bySource = new Map<PriceSource, number[]>()
  for (const { source, line, quantity, unitFen } of pieces) {
    if (!source) continue
    const shares = bySource.get(source) ?? lines.map(() => 0)
    shares[line]! += (lines[line]!.priceFen - unitFen) * quantity
    bySource.set(source, shares)
  }
  return [...bySource]
    .map(([source, shares]) => ({ source, shares }))
    .sort(
      (a, b) =>
        byText(a.source.kind, b.source.kind) ||
        byText(a.source.promotionId ?? '', b.source.promotionId ?? ''),
    )
}
