import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { AppContract } from '../../shared/contract'
import type { InputOf } from '../../shared/contract/define'
import type { Promotion } from '../../shared/domain/promotion/promotion'
import { db } from '../_kit/db'
import type {
  CouponDocument,
  FlashStockDocument,
  MemberCouponDocument,
  PromotionDocument,
} from '../_kit/documents/loyalty'
import type { OrderDocument } from '../_kit/documents/order'
import { settings } from '../../tests/shop/catalogue'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000
const dayMs = 86_400_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const both = (text: string) => ({ zh: text, en: `${text} in English` })
const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)
const couponOf = (id: string) => shop.one<MemberCouponDocument>('membercoupons', id)

function promotion(id: string, rule: Promotion['rule'], change: Partial<PromotionDocument> = {}) {
  const document: PromotionDocument = {
    _id: id,
    name: both(id),
    isOn: true,
    startsAt: Date.now() - dayMs,
    endsAt: Date.now() + dayMs,
    scope: {},
    stacking: 'withOthers',
    rule,
    createdAt: 1,
    updatedAt: 1,
    ...change,
  }
  shop.put('promotions', [document])
}

function coupon(memberId: string, n: number, offFen: number, fromFen = 0): string {
  const rule = {
    benefit: { kind: 'amountOff', offFen },
    fromFen,
    scope: {},
    stacksWithPromotions: true,
  } as const
  const kind: CouponDocument = {
    _id: 'kind',
    name: both('kind'),
    rule,
    how: 'claim',
    left: 9,
    issued: 1,
    perMember: 9,
    startsAt: 0,
    endsAt: Date.now() + dayMs,
    validUntil: Date.now() + dayMs,
    canGive: true,
    isOn: true,
    createdAt: 1,
    updatedAt: 1,
  }
  const id = `kind:${memberId}:${n}`
  const own: MemberCouponDocument = {
    _id: id,
    couponId: 'kind',
    memberId,
    state: 'open',
    name: both(`coupon ${n}`),
    rule,
    canGive: true,
    validFrom: 0,
    validUntil: Date.now() + dayMs,
    gotAt: 1,
  }
  shop.put('coupons', [kind])
  shop.put('membercoupons', [own])
  return id
}

type Choices = Omit<InputOf<AppContract['order.quote']>, 'source'>

async function asked(user: string, skuId: string, quantity: number, choices: Choices = {}) {
  const addressId = await shop.address(user)
  const input = { source: { kind: 'sku', skuId, quantity } as const, addressId, ...choices }
  const quote = await shop.call(user, 'order.quote', input)
  return { input, quote }
}

async function placed(user: string, skuId: string, quantity: number, choices: Choices = {}) {
  const { input, quote } = await asked(user, skuId, quantity, choices)
  const answer = await shop.call(user, 'order.place', { ...input, signature: quote.signature })
  return { input, quote, answer }
}

async function paid(user: string, placing: Awaited<ReturnType<typeof placed>>) {
  const { outTradeNo } = placing.answer
  await shop.call(user, 'order.pay', { outTradeNo })
  shop.pay.pay(outTradeNo, user)
  return shop.call(user, 'order.confirmPayment', { outTradeNo })
}

describe('promotions', () => {
  test('are taken off with their name in the reader’s language, and fall on the lines', async () => {
    promotion('spring', { kind: 'amountOff', tiers: [{ fromFen: 10_000, offFen: 1501 }] })
    const addressId = await shop.address('anna')
    await shop.call('anna', 'order.changeCart', {
      changes: [
        { skuId: 'spring-50', add: 2 },
        { skuId: 'white-1', add: 1 },
      ],
    })
    const source = { kind: 'cart' } as const
    const quote = await shop.call('anna', 'order.quote', { source }, { language: 'en' })
    const [off] = quote.adjustments
    expect(off).toEqual({
      kind: 'amountOff',
      name: 'spring in English',
      sourceId: 'spring',
      amountFen: -1501,
    })
    expect(quote.totalFen).toBe(11_600 + 3000 - 1501)
    expect(quote.savedFen).toBe(1501)
    const sum = (of: (line: (typeof quote.lines)[number]) => number) =>
      quote.lines.reduce((total, line) => total + of(line), 0)
    expect(sum(({ shares }) => shares[0]!)).toBe(-1501)
    expect(sum(({ payableFen }) => payableFen)).toBe(quote.totalFen - quote.deliveryFen)

    const cart = await shop.call('anna', 'order.getCart', {})
    expect(cart.totals).toMatchObject({
      totalFen: quote.totalFen,
      adjustments: [{ name: 'spring' }],
    })
    const { signature } = quote
    const { orderId } = await shop.call('anna', 'order.place', { source, addressId, signature })
    const order = orderOf(orderId)
    expect(order.lines.map(({ payableFen }) => payableFen)).toEqual(
      quote.lines.map(({ payableFen }) => payableFen),
    )
    expect(order.adjustments[0]).toMatchObject({ sourceId: 'spring', name: both('spring') })
  })

  test('what is missing for the next step is said, in cart and quote', async () => {
    promotion('spring', { kind: 'amountOff', tiers: [{ fromFen: 10_000, offFen: 1000 }] })
    const { quote } = await asked('anna', 'spring-50', 1)
    expect(quote.hints).toEqual([{ promotionId: 'spring', name: 'spring', missingFen: 4200 }])
    const cart = await shop.call('anna', 'order.changeCart', {
      changes: [{ skuId: 'spring-50', add: 1 }],
    })
    expect(cart.hints).toEqual(quote.hints)
  })

  test('a gift comes as a line of its own and off the stock', async () => {
    promotion('present', { kind: 'gift', fromFen: 5000, skuId: 'white-1', quantity: 1 })
    const { quote, answer } = await placed('anna', 'spring-50', 1)
    expect(quote.lines[1]).toMatchObject({ skuId: 'white-1', isGift: true, payableFen: 0 })
    expect(quote.totalFen).toBe(7000)
    expect(shop.stockOf('white-1')).toBe(0)
    expect(orderOf(answer.orderId).lines[1]).toMatchObject({ isGift: true, amountFen: 0 })
    expect(orderOf(answer.orderId).count).toBe(1)
    await shop.call('anna', 'order.cancel', { orderId: answer.orderId, reason: 'other' })
    expect(shop.stockOf('white-1')).toBe(1)
  })

  test('a gift that has just run out changes the agreement, and is named', async () => {
    promotion('present', { kind: 'gift', fromFen: 5000, skuId: 'white-1', quantity: 1 })
    const { input, quote } = await asked('anna', 'spring-50', 1)
    await placed('bert', 'white-1', 1)
    const { signature } = quote
    const refusal = await shop.refusal('anna', 'order.place', { ...input, signature })
    if (refusal.code !== 'PRICE_CHANGED') throw new Error(refusal.code)
    expect(refusal.detail).toMatchObject({ missingGifts: ['古树白茶'], totalFen: 7000 })
    const again = { ...input, signature: refusal.detail.signature }
    await shop.call('anna', 'order.place', again)
    expect(shop.stockOf('spring-50')).toBe(9)
  })

  test('the last pieces of a flash sale go to those who come first, the others see the new price', async () => {
    const items = [{ skuId: 'spring-50', priceFen: 3900, perMember: 1 }]
    promotion('flash', { kind: 'flashSale', items }, { stacking: 'exclusive' })
    const stock: FlashStockDocument = {
      _id: 'flash:spring-50',
      promotionId: 'flash',
      skuId: 'spring-50',
      left: 2,
      total: 2,
    }
    shop.put('flashstocks', [stock])
    const buyers = Array.from({ length: 6 }, (_, index) => `buyer-${index}`)
    const inputs: unknown[] = []
    for (const buyer of buyers) {
      const { input, quote } = await asked(buyer, 'spring-50', 1)
      expect(quote.goodsFen + quote.adjustments[0]!.amountFen).toBe(3900)
      inputs.push({ ...input, signature: quote.signature })
    }
    const replies = await Promise.all(
      buyers.map((buyer, index) => shop.send(buyer, 'order.place', inputs[index])),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
    for (const { error } of replies.filter(({ ok }) => !ok))
      expect(error).toMatchObject({ code: 'PRICE_CHANGED', detail: { totalFen: 7000 } })
    expect(shop.one<FlashStockDocument>('flashstocks', 'flash:spring-50').left).toBe(0)
    expect(shop.stockOf('spring-50')).toBe(8)
    shop.advance(15 * minuteMs)
    await shop.tick()
    expect(shop.one<FlashStockDocument>('flashstocks', 'flash:spring-50').left).toBe(2)
  })
})

describe('coupons', () => {
  test('the best one is used by itself; the others say why not', async () => {
    coupon('anna', 1, 500)
    coupon('anna', 2, 800)
    coupon('anna', 3, 9000, 50_000)
    const { quote } = await asked('anna', 'spring-50', 1)
    expect(quote.totalFen).toBe(7000 - 800)
    expect(quote.coupons.map(({ id, isUsed, reason }) => [id, isUsed ? 'used' : reason])).toEqual([
      ['kind:anna:2', 'used'],
      ['kind:anna:1', 'worse'],
      ['kind:anna:3', 'threshold'],
    ])
    expect(quote.coupons[2]).toMatchObject({ missingFen: 50_000 - 5800 })
  })

  test('the customer’s choice counts, also to use none', async () => {
    const first = coupon('anna', 1, 500)
    coupon('anna', 2, 800)
    expect((await asked('anna', 'spring-50', 1, { coupons: [first] })).quote.totalFen).toBe(6500)
    expect((await asked('anna', 'spring-50', 1, { coupons: 'none' })).quote.totalFen).toBe(7000)
  })

  test('are held with the order, used when it is paid, and given back when it is not', async () => {
    const id = coupon('anna', 1, 500)
    const first = await placed('anna', 'spring-50', 1)
    expect(couponOf(id)).toMatchObject({ state: 'held', orderId: first.answer.orderId })
    expect((await asked('anna', 'spring-50', 1)).quote.totalFen).toBe(7000)
    await shop.call('anna', 'order.cancel', { orderId: first.answer.orderId, reason: 'other' })
    expect(couponOf(id).state).toBe('open')
    const second = await placed('anna', 'spring-50', 1)
    await paid('anna', second)
    expect(couponOf(id)).toMatchObject({ state: 'used', orderId: second.answer.orderId })
  })

  test('that nobody agreed to are not looked for, and one that comes later changes nothing', async () => {
    coupon('anna', 1, 500, 50_000)
    const addressId = await shop.address('anna')
    const wish = { source: { kind: 'sku', skuId: 'spring-50', quantity: 1 }, addressId } as const
    const { signature, totalFen } = await shop.call('anna', 'order.quote', wish)
    const late = coupon('anna', 2, 800)
    const asked = jest.spyOn(db.membercoupons, 'find')
    const placed = await shop.call('anna', 'order.place', { ...wish, signature })
    expect(asked).not.toHaveBeenCalled()
    expect(placed.totalFen).toBe(totalFen)
    expect(couponOf(late).state).toBe('open')
  })

  test('are offered again when the price without them is not what it was', async () => {
    coupon('anna', 1, 500, 50_000)
    const addressId = await shop.address('anna')
    const wish = { source: { kind: 'sku', skuId: 'spring-50', quantity: 1 }, addressId } as const
    const { signature } = await shop.call('anna', 'order.quote', wish)
    const late = coupon('anna', 2, 500)
    await shop.changeSku('spring-50', { priceFen: 5900 })
    expect(await shop.refusal('anna', 'order.place', { ...wish, signature })).toMatchObject({
      code: 'PRICE_CHANGED',
      detail: { coupons: [{ id: late, isUsed: true }, { isUsed: false }] },
    })
  })

  test('one coupon never serves two orders placed at the same moment', async () => {
    coupon('anna', 1, 500)
    const { input, quote } = await asked('anna', 'spring-50', 1)
    const { signature } = quote
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => shop.send('anna', 'order.place', { ...input, signature })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    for (const { error } of replies.filter(({ ok }) => !ok))
      expect(error).toMatchObject({ code: 'PRICE_CHANGED', detail: { totalFen: 7000 } })
    expect(shop.stockOf('spring-50')).toBe(9)
  })

  test('a coupon that pays everything makes an order that is paid at once', async () => {
    const id = coupon('anna', 1, 5800)
    shop.put('settings', [{ ...settings, delivery: { ...settings.delivery, feeFen: 0 } }])
    const { answer } = await placed('anna', 'spring-50', 1)
    expect(answer).toMatchObject({ totalFen: 0, payableFen: 0, isPaid: true })
    expect(couponOf(id).state).toBe('used')
    await shop.call('anna', 'order.cancel', { orderId: answer.orderId, reason: 'other' })
    expect(orderOf(answer.orderId).state).toBe('refunded')
    expect(couponOf(id).state).toBe('open')
  })
})

describe('how it is delivered', () => {
  const store = {
    id: 'cafe',
    name: both('茶室'),
    address: both('老街 3 号'),
    hours: both('9:00'),
    phone: '0872',
    isOn: true,
  }

  test('picked up: no delivery, a code of six digits, and who comes instead of an address', async () => {
    shop.put('settings', [{ ...settings, stores: [store] }])
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    const choices = { source, fulfilment: 'pickup' } as const
    const quote = await shop.call('anna', 'order.quote', choices)
    expect(quote).toMatchObject({ deliveryFen: 0, storeId: 'cafe', totalFen: 5800 })
    expect(quote.ways.map(({ fulfilment }) => fulfilment)).toEqual(['carrier', 'pickup'])
    const { signature } = quote
    expect(await shop.refusal('anna', 'order.place', { ...choices, signature })).toEqual({
      code: 'ADDRESS_NOT_FOUND',
    })
    const contact = { name: '何女士', phone: '13800000027' }
    const { orderId } = await shop.call('anna', 'order.place', { ...choices, contact, signature })
    expect(orderOf(orderId)).toMatchObject({ fulfilment: 'pickup', address: contact })
    expect(orderOf(orderId).pickup?.code).toMatch(/^\d{6}$/)
    const { pickup } = await shop.call('anna', 'order.get', { orderId })
    expect(pickup).toMatchObject({ name: '茶室' })
    expect(pickup).not.toHaveProperty('code')
  })

  test('without a store nothing can be picked up', async () => {
    shop.put('settings', [{ ...settings, stores: [{ ...store, isOn: false }] }])
    const { input, quote } = await asked('anna', 'spring-50', 1, { fulfilment: 'pickup' })
    const { signature } = quote
    expect(await shop.refusal('anna', 'order.place', { ...input, signature })).toEqual({
      code: 'NOT_DELIVERED',
      detail: { fulfilment: 'pickup', problem: 'store' },
    })
  })

  test('by weight and region; what is not delivered there is said in the quote and refused', async () => {
    const zone = { firstGrams: 1000, firstFen: 900, stepGrams: 1000, stepFen: 300 }
    const zones = [
      { ...zone, provinces: [] },
      { ...zone, provinces: ['云南'], isExcluded: true },
    ]
    shop.put('freighttemplates', [{ _id: 'default', zones: zones.slice(0, 1) } as never])
    await shop.changeSku('spring-50', { weightGrams: 700 })
    expect((await asked('anna', 'spring-50', 3)).quote.deliveryFen).toBe(1500)
    shop.advance(minuteMs)
    shop.put('freighttemplates', [{ _id: 'default', zones, updatedAt: 1 } as never])
    const { input, quote } = await asked('anna', 'spring-50', 3)
    expect(quote.ways[0]).toEqual({ fulfilment: 'carrier', problem: 'region' })
    const { signature } = quote
    expect(await shop.refusal('anna', 'order.place', { ...input, signature })).toEqual({
      code: 'NOT_DELIVERED',
      detail: { fulfilment: 'carrier', problem: 'region' },
    })
    expect(shop.stockOf('spring-50')).toBe(10)
  })

  test('by the town’s courier, where he goes', async () => {
    const sameCity = { feeFen: 600, cities: [{ city: '大理州', districts: ['云山县'] }] }
    shop.put('settings', [{ ...settings, delivery: { ...settings.delivery, sameCity } }])
    const { quote } = await asked('anna', 'spring-50', 1, { fulfilment: 'sameCity' })
    expect(quote).toMatchObject({ deliveryFen: 600, totalFen: 6400 })
  })
})

test('an order keeps card and invoice, and another member’s group does not exist', async () => {
  const { input, quote } = await asked('anna', 'spring-50', 1)
  const { orderId } = await shop.call('anna', 'order.place', {
    ...input,
    giftNote: '生日快乐',
    invoice: { kind: 'company', title: '云山公司', taxNumber: '91530000MA6ABCDE1X' },
    signature: quote.signature,
  })
  expect(orderOf(orderId)).toMatchObject({
    giftNote: '生日快乐',
    invoice: { title: '云山公司', taxNumber: '91530000MA6ABCDE1X', state: 'asked' },
  })
  const group = { promotionId: 'none', groupId: 'none' }
  expect(await shop.refusal('anna', 'order.quote', { ...input, group })).toEqual({
    code: 'GROUP_ENDED',
  })
})
