import { amountFenOf } from './discount'
import type { Pricing, Promotion } from './promotion'
import { byText, isInScope } from './scope'
import type { Step } from './settle'
import type { Scene, Way } from './ways'

/**
 * The gifts of a basket. An `exclusive` one counts only lines that joined nothing else exclusive,
 * the highest threshold first; lines that a coupon took out of all promotions count for none.
 */
export function giftsOf(scene: Scene, way: Way, steps: readonly Step[]): Pricing['gifts'] {
  const working = new Set(steps.map(({ discount }) => discount))
  const isTaken = scene.lines.map((_, line) => {
    const discount = way.plan.exclusives[way.owners[line] ?? -1]
    return discount !== undefined && working.has(discount)
  })
  const isWithout = scene.lines.map(() => false)
  if (way.use && !way.use.coupon.rule.stacksWithPromotions)
    for (const { line } of way.use.pieces) isWithout[line] = true
  return scene.promotions
    .filter(isGift)
    .sort((a, b) => b.rule.fromFen - a.rule.fromFen || byText(a.id, b.id))
    .flatMap((promotion) => {
      const isExclusive = promotion.stacking === 'exclusive'
      const joining = way.pieces.filter(({ isOpen, line }) => {
        if (!isOpen || isWithout[line] || (isExclusive && isTaken[line])) return false
        return isInScope(promotion.scope, scene.lines[line]!)
      })
      const { fromFen, skuId, quantity } = promotion.rule
      if (joining.length === 0 || amountFenOf(joining) < fromFen) return []
      if (isExclusive) for (const { line } of joining) isTaken[line] = true
      return [{ skuId, quantity, promotionId: promotion.id }]
    })
}

type GiftPromotion = Promotion & { rule: Extract<Promotion['rule'], { kind: 'gift' }> }

const isGift = (promotion: Promotion): promotion is GiftPromotion => promotion.rule.kind === 'gift'
