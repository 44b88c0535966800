import { checkCoupon } from './coupon'
import { missingToFreeDelivery } from './delivery'
import { amountFenOf, countOf } from './discount'
import { pointsFor } from './points'
import type {
  MemberCoupon,
  NextTier,
  PricingHints,
  Promotion,
  PromotionRule,
  UnusedCoupon,
} from './promotion'
import { byText, isInScope } from './scope'
import type { Step } from './settle'
import type { Pieces } from './unit-price'
import type { Scene, Way } from './ways'
import { choosable } from './ways'

/** What is nearly reached, and why each coupon that is not used is not. */
export function hintsOf(
  scene: Scene,
  way: Way,
  steps: readonly Step[],
  goodsFen: number,
): PricingHints {
  const { basket, lines, promotions } = scene
  const delivery =
    way.delivery.deliveryFen > 0
      ? missingToFreeDelivery(basket, lines, way.pieces, promotions)
      : undefined
  const points = basket.points && pointsFor(basket.points, goodsFen)
  return {
    nextTiers: promotions
      .flatMap((promotion) => nextTierOf(promotion, scene, way) ?? [])
      .sort(nearestFirst),
    ...(delivery ? { freeDelivery: delivery } : {}),
    unusedCoupons: unusedCoupons(scene, way, steps),
    ...(points && points.points > 0 ? { points } : {}),
  }
}

const nearestFirst = (a: NextTier, b: NextTier): number =>
  (a.missingFen ?? 0) - (b.missingFen ?? 0) ||
  (a.missingCount ?? 0) - (b.missingCount ?? 0) ||
  byText(a.promotionId, b.promotionId)

function nextTierOf(promotion: Promotion, { lines }: Scene, way: Way): NextTier | undefined {
  const pieces = way.pieces.filter(
    ({ isOpen, line }) => isOpen && isInScope(promotion.scope, lines[line]!),
  )
  const next = pieces.length > 0 ? missingOf(promotion.rule, pieces) : undefined
  const { id: promotionId, name, rule } = promotion
  return next && { promotionId, name, kind: rule.kind, ...next }
}

type Missing = Pick<NextTier, 'missingFen' | 'missingCount' | 'tier'>

function missingOf(rule: PromotionRule, pieces: readonly Pieces[]): Missing | undefined {
  const sumFen = amountFenOf(pieces)
  const count = countOf(pieces)
  const fen = (fromFen: number, tier = 0): Missing[] =>
    fromFen > sumFen ? [{ missingFen: fromFen - sumFen, tier }] : []
  const rest = (size: number): Missing[] =>
    count % size > 0 ? [{ missingCount: size - (count % size), tier: 0 }] : []
  switch (rule.kind) {
    case 'amountOff':
      return least(
        rule.tiers.flatMap(({ fromFen }, tier) => {
          const times = rule.repeats && fromFen > 0 ? Math.floor(sumFen / fromFen) + 1 : 1
          return fen(fromFen * times, tier)
        }),
      )
    case 'percentOff':
      return least(
        rule.tiers.flatMap(({ fromFen, fromCount }, tier) => {
          if (count >= (fromCount ?? 0)) return fen(fromFen ?? 0, tier)
          return [{ missingCount: (fromCount ?? 0) - count, tier }]
        }),
      )
    case 'nthItem':
      return rest(rule.nth)[0]
    case 'bundlePrice':
      return rest(rule.count)[0]
    case 'gift':
    case 'newcomer':
      return fen(rule.fromFen)[0]
    default:
      return undefined
  }
}

const least = (ways: readonly Missing[]): Missing | undefined =>
  [...ways].sort(
    (a, b) =>
      (a.missingFen ?? 0) - (b.missingFen ?? 0) || (a.missingCount ?? 0) - (b.missingCount ?? 0),
  )[0]

function unusedCoupons(scene: Scene, way: Way, steps: readonly Step[]): UnusedCoupon[] {
  const usedGoods = steps.find(({ discount }) => discount.kind === 'coupon')?.discount.sourceId
  const usable = new Set(choosable(scene).map(({ id }) => id))
  const isBest = scene.basket.couponChoice === 'best'
  const reasonFor = (coupon: MemberCoupon): UnusedCoupon['reason'] => {
    if (!usable.has(coupon.id)) return 'notChosen'
    const isForDelivery = coupon.rule.benefit.kind === 'freeDelivery'
    const hasOther = isForDelivery ? way.delivery.couponId !== undefined : usedGoods !== undefined
    if (hasOther && !isBest) return 'doesNotStack'
    return hasOther || isForDelivery || coupon.rule.stacksWithPromotions ? 'worse' : 'doesNotStack'
  }
  return scene.coupons.flatMap((coupon): UnusedCoupon[] => {
    if (coupon.id === usedGoods || coupon.id === way.delivery.couponId) return []
    const check = checkCoupon(coupon, scene.basket.now, scene.lines, way.pieces)
    if (check.isUsable) return [{ couponId: coupon.id, reason: reasonFor(coupon) }]
    const { reason, missingFen } = check
    return [{ couponId: coupon.id, reason, ...(missingFen === undefined ? {} : { missingFen }) }]
  })
}
