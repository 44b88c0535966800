import { describe, expect, test } from '@jest/globals'
import { basketOf, line, now, promotion } from '../../../tests/fixtures/basket'
import { priceBasket } from './pricing'
import type { Basket, Promotion, PromotionRule } from './promotion'

const total = (basket: Partial<Basket>): number => priceBasket(basketOf(basket)).totalFen
const cup = line('cup', 5000)
const tea = line('tea', 12_000)

describe('one promotion of each kind', () => {
  const cases: [string, PromotionRule, Partial<Basket>, number][] = [
    [
      'amount off, the reached tier',
      {
        kind: 'amountOff',
        tiers: [
          { fromFen: 10_000, offFen: 1000 },
          { fromFen: 20_000, offFen: 3000 },
        ],
      },
      { lines: [{ ...cup, quantity: 3 }] },
      14_000,
    ],
    [
      'amount off, not reached by a fen',
      { kind: 'amountOff', tiers: [{ fromFen: 5001, offFen: 1000 }] },
      { lines: [cup] },
      5000,
    ],
    [
      'amount off for every sum',
      { kind: 'amountOff', tiers: [{ fromFen: 10_000, offFen: 1500 }], repeats: true },
      { lines: [{ ...cup, quantity: 5 }] },
      22_000,
    ],
    [
      'percent off by sum, at most',
      { kind: 'percentOff', tiers: [{ fromFen: 10_000, percentOff: 20 }], mostFen: 2000 },
      { lines: [tea] },
      10_000,
    ],
    [
      'percent off by count',
      {
        kind: 'percentOff',
        tiers: [
          { fromCount: 2, percentOff: 10 },
          { fromCount: 3, percentOff: 20 },
        ],
      },
      { lines: [{ ...cup, quantity: 3 }] },
      12_000,
    ],
    [
      'every second piece at half, counted from the dearest',
      { kind: 'nthItem', nth: 2, percentOff: 50 },
      { lines: [tea, { ...cup, quantity: 2 }] },
      22_000 - 2500,
    ],
    [
      'any three for a price, the dearest three',
      { kind: 'bundlePrice', count: 3, priceFen: 9900 },
      { lines: [{ ...cup, quantity: 3 }, tea] },
      9900 + 5000,
    ],
    [
      'a bundle that costs more is no bundle',
      { kind: 'bundlePrice', count: 3, priceFen: 99_900 },
      { lines: [{ ...cup, quantity: 3 }] },
      15_000,
    ],
    [
      'a gift takes nothing off',
      { kind: 'gift', fromFen: 5000, skuId: 'spoon', quantity: 1 },
      { lines: [cup] },
      5000,
    ],
    [
      'free delivery',
      { kind: 'freeDelivery', fromFen: 5000 },
      { lines: [cup], delivery: { feeFen: 800 } },
      5000,
    ],
    [
      'free delivery not reached',
      { kind: 'freeDelivery', fromFen: 5001 },
      { lines: [cup], delivery: { feeFen: 800 } },
      5800,
    ],
    [
      'a member price by percent',
      { kind: 'memberPrice', percentOff: 5 },
      { lines: [tea], isMember: true },
      11_400,
    ],
    [
      'a member price of its own',
      { kind: 'memberPrice', percentOff: 5, prices: [{ skuId: 'tea', priceFen: 9900 }] },
      { lines: [tea, cup], isMember: true },
      9900 + 4750,
    ],
    [
      'no member price for others',
      { kind: 'memberPrice', percentOff: 5 },
      { lines: [tea] },
      12_000,
    ],
    [
      'a newcomer',
      { kind: 'newcomer', fromFen: 10_000, offFen: 2000 },
      { lines: [tea], isNewcomer: true },
      10_000,
    ],
    [
      'a newcomer no more',
      { kind: 'newcomer', fromFen: 10_000, offFen: 2000 },
      { lines: [tea] },
      12_000,
    ],
    [
      'a flash sale for as many as one member may have',
      { kind: 'flashSale', items: [{ skuId: 'tea', priceFen: 6000, perMember: 2 }] },
      {
        lines: [{ ...tea, quantity: 3 }],
        flashStock: [{ promotionId: 'p', skuId: 'tea', left: 9, boughtByMember: 1 }],
      },
      6000 + 24_000,
    ],
    [
      'a flash sale for as many as are left; the others at the member price',
      { kind: 'flashSale', items: [{ skuId: 'tea', priceFen: 6000, perMember: 5 }] },
      {
        lines: [{ ...tea, quantity: 3, memberPriceFen: 11_000 }],
        isMember: true,
        flashStock: [{ promotionId: 'p', skuId: 'tea', left: 2, boughtByMember: 0 }],
      },
      12_000 + 11_000,
    ],
    [
      'a flash sale of which nothing is known',
      { kind: 'flashSale', items: [{ skuId: 'tea', priceFen: 6000, perMember: 5 }] },
      { lines: [tea] },
      12_000,
    ],
    [
      'a group price in its group',
      { kind: 'groupBuy', items: [{ skuId: 'tea', priceFen: 7000 }], size: 2, lastsMs: 1 },
      { lines: [tea], groupBuyId: 'p' },
      7000,
    ],
    [
      'no group price outside of it',
      { kind: 'groupBuy', items: [{ skuId: 'tea', priceFen: 7000 }], size: 2, lastsMs: 1 },
      { lines: [tea] },
      12_000,
    ],
  ]
  test.each(cases)('%s', (_, rule, basket, expected) => {
    expect(total({ ...basket, promotions: [promotion('p', rule)] })).toBe(expected)
  })

  const tenOff: PromotionRule = { kind: 'amountOff', tiers: [{ fromFen: 0, offFen: 1000 }] }
  test.each<[string, Partial<Promotion>, number]>([
    ['off', { isOn: false }, 5000],
    ['not begun', { startsAt: now + 1 }, 5000],
    ['begins now', { startsAt: now }, 4000],
    ['ends now', { endsAt: now }, 5000],
    ['for members', { audience: 'member' }, 5000],
    ['for newcomers', { audience: 'newcomer' }, 5000],
    ['for everyone', { audience: 'all' }, 4000],
    ['for its product', { scope: { productIds: ['cup-product'] } }, 4000],
    ['for a category above', { scope: { categoryIds: ['all'] } }, 4000],
    ['for another SKU', { scope: { skuIds: ['tea'] } }, 5000],
    ['for all but this', { scope: { exceptProductIds: ['cup-product'] } }, 5000],
  ])('a promotion that is %s', (_, change, expected) => {
    expect(total({ lines: [cup], promotions: [promotion('p', tenOff, change)] })).toBe(expected)
  })
})
