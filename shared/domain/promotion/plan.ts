import type { LineRule } from './discount'
import { discountFen } from './discount'
import { lineRuleOf } from './coupon'
import type { MemberCoupon, PricingLine, Promotion } from './promotion'
import { isInScope } from './scope'
import type { Discount, Plan } from './settle'
import type { Pieces } from './unit-price'

/** A line promotion with the open pieces in its scope. */
export interface Offered extends Discount {
  stacking: Promotion['stacking']
}

/** A goods coupon that may be used, with the pieces it covers. */
export interface CouponUse {
  coupon: MemberCoupon
  pieces: readonly Pieces[]
}

function lineRule({ rule }: Promotion): LineRule | undefined {
  switch (rule.kind) {
    case 'amountOff':
    case 'percentOff':
    case 'nthItem':
    case 'bundlePrice':
    case 'newcomer':
      return rule
    default:
      return undefined
  }
}

/** Dear to cheap, as the rules want it; the line decides between equals. */
export const fromDearToCheap = (pieces: readonly Pieces[]): Pieces[] =>
  [...pieces].sort((a, b) => b.unitFen - a.unitFen || a.line - b.line)

/** The line promotions that take something off these pieces; `pieces` from dear to cheap. */
export function offeredBy(
  promotions: readonly Promotion[],
  lines: readonly PricingLine[],
  pieces: readonly Pieces[],
): Offered[] {
  return promotions.flatMap((promotion) => {
    const rule = lineRule(promotion)
    if (!rule) return []
    const isCovered = lines.map((line) => isInScope(promotion.scope, line))
    const joining = pieces.filter(({ isOpen, line }) => isOpen && isCovered[line])
    const mostFen = discountFen(rule, joining)
    const { id: sourceId, name, stacking } = promotion
    return mostFen > 0
      ? [{ kind: rule.kind, sourceId, name, rule, stacking, pieces: joining, mostFen }]
      : []
  })
}

const isPercentage = ({ rule }: Offered): boolean => rule.kind === 'percentOff'

/** Puts promotions and the coupon in the order in which they are settled. */
export function planOf(
  openFen: readonly number[],
  offered: readonly Offered[],
  use: CouponUse | undefined,
): Plan {
  const discounts = use && !use.coupon.rule.stacksWithPromotions ? without(offered, use) : offered
  const onTop = discounts.filter(({ stacking }) => stacking === 'withOthers')
  const promotions = onTop.filter(({ kind }) => kind !== 'newcomer')
  const newcomer = onTop
    .filter(({ kind }) => kind === 'newcomer')
    .reduce<Offered | undefined>(
      (best, each) => (best === undefined || each.mostFen > best.mostFen ? each : best),
      undefined,
    )
  return {
    openFen,
    exclusives: discounts.filter(({ stacking }) => stacking === 'exclusive'),
    onTop: [
      ...promotions.filter(isPercentage),
      ...promotions.filter((each) => !isPercentage(each)),
      ...couponDiscount(use),
      ...(newcomer ? [newcomer] : []),
    ],
  }
}

/** Promotions without the lines that a coupon takes out of them. */
function without(offered: readonly Offered[], { pieces }: CouponUse): Offered[] {
  const taken = new Set(pieces.map(({ line }) => line))
  return offered.flatMap((each) => {
    const rest = each.pieces.filter(({ line }) => !taken.has(line))
    if (rest.length === each.pieces.length) return [each]
    const mostFen = discountFen(each.rule, rest)
    return mostFen > 0 ? [{ ...each, pieces: rest, mostFen }] : []
  })
}

function couponDiscount(use: CouponUse | undefined): Discount[] {
  const rule = use && lineRuleOf(use.coupon.rule)
  if (!rule) return []
  const { id: sourceId, name } = use.coupon
  const { pieces } = use
  return [{ kind: 'coupon', sourceId, name, rule, pieces, mostFen: discountFen(rule, pieces) }]
}
