import { priceBasket } from './promotion/pricing'
import type {
  Basket,
  MemberCoupon,
  PricedLine,
  Pricing,
  PricingAdjustment,
  PricingLine,
  Promotion,
} from './promotion/promotion'
import { isInScope } from './promotion/scope'

/** Whoever takes more than this off something wants to have been asked. */
const mostPercentOff = 70

/**
 * `free` costs nothing any more; `deep` is below the floor by the draft alone; `combined` only
 * together with what else there is.
 */
export type CutKind = 'free' | 'deep' | 'combined'

/** A promotion or a coupon that is being thought about. */
export type Draft =
  { kind: 'promotion'; promotion: Promotion } | { kind: 'coupon'; coupon: MemberCoupon }

/** An SKU that would sell for very little, and in which number. */
export interface Cut {
  kind: CutKind
  skuId: string
  quantity: number
  percentOff: number
  /** What takes it off, the most first. */
  causes: PricingAdjustment[]
}

/** The basket as it is once the draft is in force; a group price counts as in a group of its own. */
export function withDraft(basket: Basket, draft: Draft): Basket {
  if (draft.kind === 'coupon') return { ...basket, coupons: [...basket.coupons, draft.coupon] }
  const { promotion } = draft
  return {
    ...basket,
    promotions: [...basket.promotions, promotion],
    ...(promotion.rule.kind === 'groupBuy' ? { groupBuyId: promotion.id } : {}),
  }
}

/**
 * Looks for what the draft makes cheaper than the floor: lines of the sample, and each of the
 * goods by itself in every number that reaches a threshold, at all that is offered at once. `world`
 * is that without the draft. One cut an SKU, the deepest; the deepest first.
 */
export function findDeepCuts(world: Basket, draft: Draft, goods: readonly PricingLine[]): Cut[] {
  const deepest = new Map<string, Cut>()
  for (const basket of basketsToTry(world, draft, goods))
    for (const cut of cutsOf(basket, draft)) {
      const known = deepest.get(cut.skuId)
      if (!known || cut.percentOff > known.percentOff) deepest.set(cut.skuId, cut)
    }
  return [...deepest.values()].sort((a, b) => b.percentOff - a.percentOff)
}

function cutsOf(basket: Basket, draft: Draft): Cut[] {
  const together = priceBasket(withDraft(basket, draft))
  if (!together.lines.some(isBelowFloor)) return []
  const without = priceBasket(basket)
  const alone = priceBasket(withDraft({ ...basket, promotions: [], coupons: [] }, draft))
  return together.lines.flatMap((line, index): Cut[] => {
    if (!isBelowFloor(line) || line.payableFen >= without.lines[index]!.payableFen) return []
    const isAlone = isBelowFloor(alone.lines[index]!)
    return [
      {
        kind: line.payableFen === 0 ? 'free' : isAlone ? 'deep' : 'combined',
        skuId: line.key,
        quantity: line.quantity,
        percentOff: Math.floor(((line.amountFen - line.payableFen) * 100) / line.amountFen),
        causes: causesOf(together, index),
      },
    ]
  })
}

const isBelowFloor = ({ amountFen, payableFen }: PricedLine): boolean =>
  amountFen > 0 && payableFen * 100 < amountFen * (100 - mostPercentOff)

const causesOf = ({ adjustments }: Pricing, line: number): PricingAdjustment[] =>
  adjustments
    .filter(({ shares }) => (shares?.[line] ?? 0) < 0)
    .sort((a, b) => (a.shares?.[line] ?? 0) - (b.shares?.[line] ?? 0))

function basketsToTry(world: Basket, draft: Draft, goods: readonly PricingLine[]): Basket[] {
  const { promotions } = withDraft(world, draft)
  const joining = goods.filter((line) =>
    isInScope(draft.kind === 'coupon' ? draft.coupon.rule.scope : draft.promotion.scope, line),
  )
  return [
    ...(world.lines.length > 0 ? [world] : []),
    ...joining.flatMap((line) =>
      numbersOf(line, world, draft).flatMap((quantity) =>
        groupsOf(line, promotions).map((groupBuyId): Basket => ({
          ...world,
          isNewcomer: true,
          lines: [{ ...line, quantity }],
          ...(groupBuyId === undefined ? {} : { groupBuyId }),
        })),
      ),
    ),
  ]
}

/** The groups an SKU can be bought in, and none. */
const groupsOf = ({ key }: PricingLine, promotions: readonly Promotion[]) => [
  undefined,
  ...promotions.flatMap(({ id, rule }) =>
    rule.kind === 'groupBuy' && rule.items.some(({ skuId }) => skuId === key) ? [id] : [],
  ),
]

/** A cart line holds no more. */
const mostQuantity = 99
/** Enough to find every threshold of a usual company in reasonable time. */
const mostNumbers = 16

/** One, two, and every number at which a rule or a coupon begins to count. */
function numbersOf(line: PricingLine, world: Basket, draft: Draft): number[] {
  const { promotions, coupons } = withDraft(world, draft)
  const ofDraft = withDraft({ ...world, promotions: [], coupons: [] }, draft)
  const prices = [line.priceFen, ...lowerPrices(line, promotions)].filter((fen) => fen > 0)
  const reach = (fromFen: number) => prices.map((fen) => Math.ceil(fromFen / fen))
  const needed = [
    ...[...ofDraft.promotions, ...promotions].flatMap(({ rule }): number[] => {
      switch (rule.kind) {
        case 'amountOff':
          return rule.tiers.flatMap(({ fromFen }) => reach(fromFen))
        case 'percentOff':
          return rule.tiers.flatMap(({ fromFen = 0, fromCount = 1 }) => [
            fromCount,
            ...reach(fromFen).map((count) => Math.max(count, fromCount)),
          ])
        case 'newcomer':
          return reach(rule.fromFen)
        case 'nthItem':
          return [rule.nth]
        case 'bundlePrice':
          return [rule.count]
        default:
          return []
      }
    }),
    ...[...ofDraft.coupons, ...coupons].flatMap(({ rule }) => reach(rule.fromFen)),
  ]
  return [...new Set([1, 2, ...needed])]
    .filter((count) => count >= 1 && count <= mostQuantity)
    .slice(0, mostNumbers)
}

const lowerPrices = ({ key }: PricingLine, promotions: readonly Promotion[]): number[] =>
  promotions.flatMap(({ rule }) =>
    rule.kind === 'flashSale' || rule.kind === 'groupBuy'
      ? rule.items.filter(({ skuId }) => skuId === key).map(({ priceFen }) => priceFen)
      : [],
  )
