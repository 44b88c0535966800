import { beforeEach, expect, test } from '@jest/globals'
import type { CouponForm, PromotionForm } from '../../../shared/contract/promotion-form'
import { Shop, roundTrips } from '../../../tests/shop/shop'

const hourMs = 3_600_000
let shop: Shop
let form: PromotionForm
let coupon: CouponForm
beforeEach(() => {
  shop = new Shop()
  const time = { startsAt: Date.now() - hourMs, endsAt: Date.now() + 24 * hourMs }
  form = {
    ...time,
    name: { zh: '春茶季', en: 'Spring' },
    scope: { productIds: ['spring'] },
    stacking: 'withOthers',
    rule: { kind: 'amountOff', tiers: [{ fromFen: 5000, offFen: 1000 }] },
    pieces: [],
  }
  coupon = {
    ...time,
    name: { zh: '见面', en: 'Hello' },
    rule: {
      benefit: { kind: 'amountOff', offFen: 500 },
      fromFen: 0,
      scope: {},
      stacksWithPromotions: true,
    },
    how: 'claim',
    perMember: 1,
    validUntil: time.endsAt,
    canGive: false,
  }
})

const lines = [
  { skuId: 'spring-50', quantity: 2 },
  { skuId: 'white-1', quantity: 1 },
]
const preview = (change: Partial<PromotionForm> = {}, rest = {}, promotionId?: string) =>
  shop.call('clerk', 'console.previewPromotion', {
    lines,
    isNewcomer: false,
    couponIds: [],
    draft: {
      kind: 'promotion',
      form: { ...form, ...change },
      ...(promotionId === undefined ? {} : { promotionId }),
    },
    ...rest,
  })
async function running(change: Partial<PromotionForm> = {}) {
  const { promotionId, updatedAt } = await shop.call('owner', 'console.savePromotion', {
    form: { ...form, ...change },
  })
  await shop.call('owner', 'console.switchPromotion', {
    promotionId,
    isOn: true,
    seenAt: updatedAt,
  })
  return promotionId
}

test('a sample is priced without and with the draft, line by line, and nothing is changed', async () => {
  const { before, after, warnings } = await preview()
  expect(before).toMatchObject({ goodsFen: 14_600, totalFen: 14_600, deliveryFen: 0 })
  expect(after).toMatchObject({
    totalFen: 13_600,
    steps: expect.arrayContaining([{ kind: 'amountOff', name: '春茶季', amountFen: -1000 }]),
  })
  expect(after.lines).toMatchObject([
    {
      name: '云山雾尖',
      quantity: 2,
      payableFen: 10_600,
      steps: [{ kind: 'amountOff', name: '春茶季', amountFen: -1000 }],
    },
    { payableFen: 3000, steps: [] },
  ])
  expect(warnings).toEqual([])
  expect(shop.all('promotions')).toEqual([])
  const trips = await roundTrips(() => preview())
  expect(trips.every((trip) => /query|count|get/i.test(trip))).toBe(true)
})

test('what it replaces does not count twice, and what begins later is priced then', async () => {
  const promotionId = await running()
  const { before, after } = await preview({}, {}, promotionId)
  expect([before.totalFen, after.totalFen]).toEqual([14_600, 13_600])
  const startsAt = Date.now() + 48 * hourMs
  const later = await preview({ startsAt, endsAt: startsAt + hourMs })
  // By then the one that runs now is over.
  expect(later).toMatchObject({ at: startsAt, before: { totalFen: 14_600 } })
})

test('what is free or nearly free is warned of, with what brings it about', async () => {
  const free = await preview({ rule: { kind: 'percentOff', tiers: [{ percentOff: 90 }] } })
  expect(free.warnings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'deep', name: '云山雾尖', percentOff: 90 }),
    ]),
  )
  await running({
    name: { zh: '半价日', en: 'Half' },
    rule: { kind: 'percentOff', tiers: [{ percentOff: 50 }] },
  })
  const { warnings } = await preview({ rule: { kind: 'percentOff', tiers: [{ percentOff: 50 }] } })
  expect(warnings[0]).toMatchObject({ kind: 'combined', percentOff: 75 })
  expect(warnings[0]?.causes.sort()).toEqual(['半价日', '春茶季'])
})

test('a flash sale has the pieces of the draft, a group its own price, a gift its name', async () => {
  const flash = await preview({
    scope: {},
    rule: { kind: 'flashSale', items: [{ skuId: 'spring-50', priceFen: 4800, perMember: 9 }] },
    pieces: [{ skuId: 'spring-50', total: 1 }],
  })
  expect(flash.after.totalFen).toBe(13_600)
  const group = await preview({
    scope: {},
    rule: {
      kind: 'groupBuy',
      items: [{ skuId: 'spring-50', priceFen: 4800 }],
      size: 2,
      lastsMs: hourMs,
    },
  })
  expect(group.after.totalFen).toBe(12_600)
  const gift = await preview({ rule: { kind: 'gift', fromFen: 0, skuId: 'white-1', quantity: 1 } })
  expect(gift.after.gifts).toEqual([{ name: '古树白茶', quantity: 1 }])
})

test('coupons in hand count, and a coupon is previewed in the same way', async () => {
  const { couponId } = await shop.call('owner', 'console.saveCoupon', { stock: 5, form: coupon })
  const withCoupon = await preview({}, { couponIds: [couponId] })
  expect([withCoupon.before.totalFen, withCoupon.after.totalFen]).toEqual([14_100, 13_100])
  const draft = { kind: 'coupon', form: coupon } as const
  const drafted = await shop.call('owner', 'console.previewPromotion', {
    lines,
    isNewcomer: false,
    couponIds: [],
    draft,
  })
  expect([drafted.before.totalFen, drafted.after.totalFen]).toEqual([14_600, 14_100])
})

test('a sample of what is not there is refused', async () => {
  const input = {
    lines: [{ skuId: 'nothing', quantity: 1 }],
    isNewcomer: false,
    couponIds: [],
    draft: { kind: 'promotion' as const, form },
  }
  expect(await shop.refusal('owner', 'console.previewPromotion', input)).toEqual({
    code: 'OFFER_GOODS_GONE',
    detail: { ids: ['nothing'] },
  })
})
