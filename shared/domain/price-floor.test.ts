import { describe, expect, test } from '@jest/globals'
import { basketOf, coupon, line, promotion } from '../../tests/fixtures/basket'
import { findDeepCuts, withDraft } from './price-floor'
import type { Draft } from './price-floor'
import { priceBasket } from './promotion/pricing'
import type { PromotionRule } from './promotion/promotion'

const tea = line('tea', 10_000)
const cup = line('cup', 3000)
const draftOf = (rule: PromotionRule, change = {}): Draft => ({
  kind: 'promotion',
  promotion: promotion('draft', rule, change),
})
const half = promotion(
  'half',
  { kind: 'percentOff', tiers: [{ percentOff: 50 }] },
  { stacking: 'withOthers' },
)

test('a usual promotion is not worth a warning', () => {
  const draft = draftOf({ kind: 'amountOff', tiers: [{ fromFen: 20_000, offFen: 3000 }] })
  expect(findDeepCuts(basketOf({ lines: [tea] }), draft, [tea, cup])).toEqual([])
})

test('what it makes free or nearly free by itself is found, the worst first', () => {
  const draft = draftOf({ kind: 'amountOff', tiers: [{ fromFen: 0, offFen: 8000 }] })
  const cuts = findDeepCuts(basketOf({}), draft, [tea, cup])
  expect(
    cuts.map(({ kind, skuId, quantity, percentOff }) => [kind, skuId, quantity, percentOff]),
  ).toEqual([
    ['free', 'cup', 1, 100],
    ['deep', 'tea', 1, 80],
  ])
})

describe('what runs beside it', () => {
  const draft = draftOf(
    { kind: 'amountOff', tiers: [{ fromFen: 30_000, offFen: 12_000 }] },
    { stacking: 'withOthers' },
  )

  test('counts, in the number at which the draft begins', () => {
    const [cut] = findDeepCuts(
      basketOf({ promotions: [half], coupons: [coupon('c', { kind: 'amountOff', offFen: 500 })] }),
      draft,
      [tea],
    )
    expect(cut).toMatchObject({ kind: 'combined', skuId: 'tea', quantity: 3 })
    expect(cut?.causes.map(({ sourceId }) => sourceId)).toEqual(['half', 'draft', 'c'])
  })

  test('is not blamed on a draft that does not join in', () => {
    const free = promotion('free', { kind: 'percentOff', tiers: [{ percentOff: 90 }] })
    const lesser = draftOf({ kind: 'percentOff', tiers: [{ percentOff: 5 }] })
    expect(findDeepCuts(basketOf({ promotions: [free] }), lesser, [tea])).toEqual([])
  })
})

test('a coupon is looked at in the same way, within its scope', () => {
  const draft: Draft = {
    kind: 'coupon',
    coupon: coupon('draft', { kind: 'amountOff', offFen: 2900 }, { scope: { skuIds: ['cup'] } }),
  }
  expect(findDeepCuts(basketOf({}), draft, [tea, cup])).toMatchObject([
    { kind: 'deep', skuId: 'cup', quantity: 1, percentOff: 96 },
  ])
})

test.each([
  [99, 1],
  [100, 0],
])('a cut from %s pieces on is found if a cart line holds so many', (count, found) => {
  const draft = draftOf({
    kind: 'percentOff',
    tiers: [{ fromCount: count, percentOff: 90 }],
  })
  expect(findDeepCuts(basketOf({}), draft, [cup])).toHaveLength(found)
})

test('a price of nothing reaches no threshold, and hides none', () => {
  const gift = line('gift', 0)
  const draft = draftOf({ kind: 'amountOff', tiers: [{ fromFen: 9000, offFen: 8900 }] })
  expect(findDeepCuts(basketOf({}), draft, [gift, cup])).toMatchObject([
    { skuId: 'cup', quantity: 3 },
  ])
})

test('a group price is tried in its group', () => {
  const draft = draftOf({
    kind: 'groupBuy',
    items: [{ skuId: 'tea', priceFen: 1000 }],
    size: 2,
    lastsMs: 3_600_000,
  })
  expect(findDeepCuts(basketOf({}), draft, [tea])).toMatchObject([
    { kind: 'deep', skuId: 'tea', percentOff: 90 },
  ])
  expect(priceBasket(withDraft(basketOf({ lines: [tea] }), draft)).totalFen).toBe(1000)
})
