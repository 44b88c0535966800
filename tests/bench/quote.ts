import { priceBasket } from '../../shared/domain/promotion/pricing'
import type {
  Basket,
  PricingLine,
  Promotion,
  PromotionRule,
} from '../../shared/domain/promotion/promotion'
import { basketOf, coupon, promotion } from '../fixtures/basket'
import { percentile, round } from './measure'

interface QuoteFigures {
  promotions: number
  lines: number
  p50Ms: number
  p99Ms: number
}

const lineCount = 30
const promotionCount = 50
const categories = 6

const lines: PricingLine[] = Array.from({ length: lineCount }, (_, index) => ({
  key: `sku-${String(index).padStart(2, '0')}`,
  productId: `product-${index}`,
  categoryIds: [`leaf-${index % 12}`, `category-${index % categories}`],
  quantity: 1 + (index % 4),
  priceFen: 1900 + ((index * 7919) % 23_000),
  ...(index % 3 === 0 ? { memberPriceFen: 1700 + ((index * 7919) % 23_000) } : {}),
}))

/** The kinds of rules in turn, each time with other figures. */
function ruleAt(index: number): PromotionRule {
  const step = Math.floor(index / 10)
  const kinds: PromotionRule[] = [
    {
      kind: 'amountOff',
      tiers: [
        { fromFen: 9900 + 5000 * step, offFen: 1000 + 300 * step },
        { fromFen: 39_900, offFen: 6000 },
      ],
    },
    { kind: 'percentOff', tiers: [{ fromFen: 20_000, percentOff: 8 + step }], mostFen: 20_000 },
    { kind: 'nthItem', nth: 2 + (step % 2), percentOff: 50 },
    { kind: 'bundlePrice', count: 3, priceFen: 19_900 + 1000 * step },
    { kind: 'amountOff', tiers: [{ fromFen: 20_000, offFen: 2000 }], repeats: true },
    { kind: 'gift', fromFen: 30_000, skuId: `gift-${step}`, quantity: 1 },
    { kind: 'freeDelivery', fromFen: 900_000 },
    { kind: 'memberPrice', percentOff: 3 + step },
    {
      kind: 'flashSale',
      items: [{ skuId: lines[step * 5]?.key ?? '', priceFen: 1500, perMember: 2 }],
    },
    { kind: 'percentOff', tiers: [{ fromCount: 3, percentOff: 10 + step }] },
  ]
  return kinds[index % kinds.length]!
}

const promotions: Promotion[] = Array.from({ length: promotionCount }, (_, index) =>
  promotion(`promotion-${String(index).padStart(2, '0')}`, ruleAt(index), {
    scope:
      index % 5 === 0
        ? {}
        : { categoryIds: [`category-${index % categories}`, `leaf-${index % 11}`] },
    stacking: index % 6 === 5 ? 'withOthers' : 'exclusive',
  }),
)

/** A full cart in a shop where everything is on offer at once; nearly every line has a choice. */
const basket: Basket = basketOf({
  lines,
  promotions,
  coupons: Array.from({ length: 8 }, (_, index) =>
    coupon(
      `coupon-${index}`,
      index % 2 === 0
        ? { kind: 'amountOff', offFen: 1500 + 500 * index }
        : { kind: 'percentOff', percentOff: 4 + index, mostFen: 8000 },
      {
        fromFen: 10_000 * index,
        scope: index % 3 === 0 ? { categoryIds: [`category-${index % categories}`] } : {},
        stacksWithPromotions: index % 4 !== 3,
      },
    ),
  ),
  isMember: true,
  flashStock: promotions.flatMap(({ id, rule }) =>
    rule.kind === 'flashSale'
      ? rule.items.map(({ skuId }) => ({ promotionId: id, skuId, left: 5, boughtByMember: 0 }))
      : [],
  ),
  points: { isWanted: true, balance: 5000, perYuan: 100, mostPercent: 50 },
  delivery: { feeFen: 1200, freeFromFen: 9900 },
})

/** Prices one basket time and again: the whole search, in this process, nothing cached. */
export function measureQuote(calls = 1500): QuoteFigures {
  for (let call = 0; call < 300; call++) priceBasket(basket)
  const times = Array.from({ length: calls }, () => {
    const begun = performance.now()
    priceBasket(basket)
    return performance.now() - begun
  })
  return {
    promotions: promotionCount,
    lines: lineCount,
    p50Ms: round(percentile(times, 0.5), 3),
    p99Ms: round(percentile(times, 0.99), 3),
  }
}
