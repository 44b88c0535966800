import { describe, expect, test } from '@jest/globals'
import { basketOf, coupon, line, now, promotion } from '../../../tests/fixtures/basket'
import { priceBasket } from './pricing'
import type { Basket, Promotion, PromotionRule } from './promotion'

const total = (basket: Partial<Basket>): number => priceBasket(basketOf(basket)).totalFen
const cup = line('cup', 5000)
const tea = line('tea', 12_000)

describe('what comes together', () => {
  const off = (fromFen: number, offFen: number): PromotionRule => ({
    kind: 'amountOff',
    tiers: [{ fromFen, offFen }],
  })
  const onTop: Partial<Promotion> = { stacking: 'withOthers' }
  const flash = (stacking: Promotion['stacking']) => ({
    promotions: [
      promotion(
        'flash',
        { kind: 'flashSale', items: [{ skuId: 'tea', priceFen: 11_000, perMember: 9 }] },
        { stacking },
      ),
      promotion('off', off(11_000, 500)),
    ],
    flashStock: [{ promotionId: 'flash', skuId: 'tea', left: 9, boughtByMember: 0 }],
  })

  test('the lowest unit price counts', () => {
    expect(
      total({
        lines: [{ ...tea, memberPriceFen: 11_500 }],
        isMember: true,
        promotions: [promotion('m', { kind: 'memberPrice', percentOff: 10 })],
      }),
    ).toBe(10_800)
  })

  test('a flash price joins nothing else, unless it says so', () => {
    expect(total({ lines: [tea], ...flash('exclusive') })).toBe(11_000)
    expect(total({ lines: [tea], ...flash('withOthers') })).toBe(10_500)
  })

  test('a lower unit price is left aside when a threshold is worth more', () => {
    const pricing = priceBasket(
      basketOf({
        lines: [{ ...tea, memberPriceFen: 11_900 }],
        isMember: true,
        promotions: [promotion('off', off(12_000, 2000))],
      }),
    )
    expect(pricing.totalFen).toBe(10_000)
    expect(pricing.adjustments.map(({ kind }) => kind)).toEqual(['amountOff'])
  })

  test('a line joins one exclusive promotion: lines are divided for the best', () => {
    const promotions = [
      promotion('a', off(12_000, 3000)),
      promotion('b', off(5000, 1000), { scope: { skuIds: ['cup'] } }),
      promotion('c', { kind: 'percentOff', tiers: [{ percentOff: 10 }] }),
    ]
    const pricing = priceBasket(basketOf({ lines: [tea, cup], promotions }))
    expect(pricing.totalFen).toBe(13_000)
    expect(pricing.adjustments).toMatchObject([
      { kind: 'amountOff', sourceId: 'a', amountFen: -3000, shares: [-3000, 0] },
      { kind: 'amountOff', sourceId: 'b', amountFen: -1000, shares: [0, -1000] },
    ])
  })

  test('what is on top reaches its threshold before other discounts, percentages first', () => {
    const promotions = [
      promotion('a', off(12_000, 2000)),
      promotion('b', off(12_000, 1000), onTop),
      promotion('c', { kind: 'percentOff', tiers: [{ fromFen: 12_000, percentOff: 10 }] }, onTop),
    ]
    const { adjustments, totalFen } = priceBasket(basketOf({ lines: [tea], promotions }))
    expect(adjustments.map(({ sourceId, amountFen }) => [sourceId, amountFen])).toEqual([
      ['a', -2000],
      ['c', -1000],
      ['b', -1000],
    ])
    expect(totalFen).toBe(8000)
  })

  test('one goods coupon and one delivery coupon', () => {
    const pricing = priceBasket(
      basketOf({
        lines: [tea],
        coupons: [
          coupon('five', { kind: 'amountOff', offFen: 500 }),
          coupon('ten', { kind: 'percentOff', percentOff: 10 }),
          coupon('car', { kind: 'freeDelivery' }),
        ],
        delivery: { feeFen: 900, freeFromFen: 20_000 },
      }),
    )
    expect(pricing.totalFen).toBe(10_800)
    expect(pricing.couponIds).toEqual(['ten', 'car'])
    expect(pricing.hints.unusedCoupons).toEqual([{ couponId: 'five', reason: 'worse' }])
  })

  test('a delivery coupon is not spent in vain', () => {
    const pricing = priceBasket(
      basketOf({
        lines: [tea],
        coupons: [coupon('car', { kind: 'freeDelivery' })],
        delivery: { feeFen: 900, freeFromFen: 12_000 },
      }),
    )
    expect(pricing.couponIds).toEqual([])
    expect(pricing.deliveryFen).toBe(0)
    expect(pricing.adjustments.map(({ kind }) => kind)).toEqual(['delivery', 'freeDelivery'])
  })

  test.each([
    [900, [], 'doesNotStack', 16_000],
    [1100, ['alone'], undefined, 15_900],
  ])('a coupon of %p that does not stack competes for its lines', (offFen, used, reason, sum) => {
    const pricing = priceBasket(
      basketOf({
        lines: [tea, cup],
        promotions: [promotion('a', off(12_000, 1000), { scope: { skuIds: ['tea'] } })],
        coupons: [
          coupon(
            'alone',
            { kind: 'amountOff', offFen },
            { scope: { skuIds: ['tea'] }, stacksWithPromotions: false },
          ),
        ],
      }),
    )
    expect(pricing.couponIds).toEqual(used)
    expect(pricing.hints.unusedCoupons[0]?.reason).toBe(reason)
    expect(pricing.totalFen).toBe(sum)
  })

  test('newcomer, points and the discount by staff follow in this order', () => {
    const pricing = priceBasket(
      basketOf({
        lines: [tea],
        isNewcomer: true,
        promotions: [promotion('n', { kind: 'newcomer', fromFen: 12_000, offFen: 2000 }, onTop)],
        coupons: [coupon('five', { kind: 'amountOff', offFen: 500 })],
        points: { isWanted: true, balance: 100_000, perYuan: 100, mostPercent: 20 },
        staffDiscountFen: 600,
        delivery: { feeFen: 300 },
      }),
    )
    expect(pricing.adjustments.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['coupon', -500],
      ['newcomer', -2000],
      ['delivery', 300],
      ['points', -1900],
      ['staffDiscount', -600],
    ])
    expect(pricing).toMatchObject({ totalFen: 7300, pointsUsed: 1900, savedFen: 3100 })
  })

  test('points are whole and worth what is said', () => {
    const points = { isWanted: true, balance: 333, perYuan: 30, mostPercent: 50 }
    const pricing = priceBasket(basketOf({ lines: [cup], points }))
    expect(pricing).toMatchObject({ pointsUsed: 333, totalFen: 5000 - 1110 })
    const unwanted = priceBasket(basketOf({ lines: [cup], points: { ...points, isWanted: false } }))
    expect(unwanted).toMatchObject({ pointsUsed: 0, totalFen: 5000 })
    expect(unwanted.hints.points).toEqual({ points: 333, offFen: 1110 })
  })

  test('goods may become free, and never cost less than nothing', () => {
    const pricing = priceBasket(
      basketOf({
        lines: [cup, tea],
        promotions: [promotion('a', off(0, 99_000)), promotion('b', off(0, 99_000), onTop)],
        coupons: [coupon('c', { kind: 'amountOff', offFen: 99_000 })],
        staffDiscountFen: 99_000,
      }),
    )
    expect(pricing.totalFen).toBe(0)
    expect(pricing.couponIds).toEqual([])
  })

  test('an exclusive gift wants lines that joined nothing exclusive', () => {
    const gift = promotion('g', { kind: 'gift', fromFen: 5000, skuId: 'spoon', quantity: 2 })
    const promotions = [gift, promotion('a', off(0, 100), { scope: { skuIds: ['cup'] } })]
    expect(priceBasket(basketOf({ lines: [cup], promotions })).gifts).toEqual([])
    expect(priceBasket(basketOf({ lines: [cup, tea], promotions })).gifts).toEqual([
      { skuId: 'spoon', quantity: 2, promotionId: 'g' },
    ])
    const open = [{ ...gift, ...onTop }, promotions[1]!]
    expect(priceBasket(basketOf({ lines: [cup], promotions: open })).gifts).toHaveLength(1)
  })
})

describe('the customer chooses', () => {
  const coupons = [
    coupon('big', { kind: 'amountOff', offFen: 900 }),
    coupon('small', { kind: 'amountOff', offFen: 500 }),
  ]
  test.each<[Basket['couponChoice'], string[], number, string[]]>([
    ['best', ['big'], 4100, ['worse']],
    ['none', [], 5000, ['notChosen', 'notChosen']],
    [['small'], ['small'], 4500, ['notChosen']],
    [['small', 'big'], ['big'], 4100, ['doesNotStack']],
    [[], [], 5000, ['notChosen', 'notChosen']],
  ])('%p', (couponChoice, used, sum, reasons) => {
    const pricing = priceBasket(basketOf({ lines: [cup], coupons, couponChoice }))
    expect(pricing.couponIds).toEqual(used)
    expect(pricing.totalFen).toBe(sum)
    expect(pricing.hints.unusedCoupons.map(({ reason }) => reason)).toEqual(reasons)
  })

  test.each([
    ['threshold', { fromFen: 6000 }, {}, 1000],
    ['scope', { scope: { skuIds: ['tea'] } }, {}, undefined],
    ['notYet', {}, { validFrom: now + 1 }, undefined],
    ['expired', {}, { validUntil: now }, undefined],
  ])('a coupon may not be used: %s', (reason, rule, held, missingFen) => {
    const one = { ...coupon('c', { kind: 'amountOff', offFen: 900 }, rule), ...held }
    const { hints, totalFen } = priceBasket(basketOf({ lines: [cup], coupons: [one] }))
    expect(totalFen).toBe(5000)
    expect(hints.unusedCoupons).toEqual([
      { couponId: 'c', reason, ...(missingFen ? { missingFen } : {}) },
    ])
  })
})

test('says what is nearly reached, nearest first', () => {
  const { hints } = priceBasket(
    basketOf({
      lines: [cup],
      delivery: { feeFen: 800, freeFromFen: 9900 },
      promotions: [
        promotion('tier', {
          kind: 'amountOff',
          tiers: [
            { fromFen: 5000, offFen: 100 },
            { fromFen: 6000, offFen: 300 },
          ],
        }),
        promotion('half', { kind: 'nthItem', nth: 2, percentOff: 50 }),
        promotion('gift', { kind: 'gift', fromFen: 5500, skuId: 'spoon', quantity: 1 }),
        promotion('car', { kind: 'freeDelivery', fromFen: 8000 }),
        promotion(
          'other',
          { kind: 'gift', fromFen: 9000, skuId: 'x', quantity: 1 },
          { scope: { skuIds: ['tea'] } },
        ),
      ],
    }),
  )
  expect(hints.nextTiers).toMatchObject([
    { promotionId: 'half', missingCount: 1 },
    { promotionId: 'gift', missingFen: 500 },
    { promotionId: 'tier', missingFen: 1000, tier: 1 },
  ])
  expect(hints.freeDelivery).toEqual({ missingFen: 3000, promotionId: 'car' })
})
