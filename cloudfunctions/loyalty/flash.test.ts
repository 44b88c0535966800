import { beforeEach, describe, expect, test } from '@jest/globals'
import type { FlashStockDocument, PromotionDocument } from '../_kit/documents/loyalty'
import { Shop, roundTrips } from '../../tests/shop/shop'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

let shop: Shop

const sale = (change: Partial<PromotionDocument> = {}): PromotionDocument => ({
  _id: 'ten',
  name: { zh: '十点场', en: 'At ten' },
  isOn: true,
  startsAt: Date.now() - hourMs,
  endsAt: Date.now() + 2 * hourMs,
  scope: {},
  stacking: 'exclusive',
  rule: { kind: 'flashSale', items: [{ skuId: 'spring-50', priceFen: 3900, perMember: 2 }] },
  createdAt: 0,
  updatedAt: 0,
  ...change,
})
const pieces = (left: number): FlashStockDocument => ({
  _id: 'ten:spring-50',
  promotionId: 'ten',
  skuId: 'spring-50',
  left,
  total: left,
})
const open = (left: number) => {
  shop.put('promotions', [sale()])
  shop.put('flashstocks', [pieces(left)])
}
const left = () => shop.one<FlashStockDocument>('flashstocks', 'ten:spring-50').left
const bought = (user: string) =>
  shop.one<{ bought: number }>('flashbuyers', `ten:spring-50:${user}`).bought

async function agreed(user: string, quantity = 1) {
  const addressId = await shop.address(user)
  const wish = { source: { kind: 'sku', skuId: 'spring-50', quantity }, addressId } as const
  const quote = await shop.call(user, 'order.quote', wish)
  return { wish, quote }
}

beforeEach(() => {
  shop = new Shop()
})

describe('a flash sale', () => {
  test('has its own price and stock, beside the stock of the goods', async () => {
    open(5)
    const before = shop.stockOf('spring-50')
    await shop.order('mia', 'spring-50')
    expect(left()).toBe(4)
    expect(shop.stockOf('spring-50')).toBe(before - 1)
    const { sales } = await shop.call('mia', 'loyalty.listFlashSales', {})
    expect(sales).toMatchObject([
      {
        promotionId: 'ten',
        items: [
          { skuId: 'spring-50', priceFen: 5800, flashFen: 3900, left: 4, total: 5, mayBuy: 1 },
        ],
      },
    ])
    const { flashSale } = await shop.call(undefined, 'loyalty.listProductOffers', {
      productId: 'spring',
    })
    expect(flashSale).toMatchObject({ items: [{ flashFen: 3900, mayBuy: 2 }] })
  })

  test('begins and ends by the server clock, and announces itself a day before', async () => {
    const startsAt = Date.now() + 3 * hourMs
    shop.put('promotions', [sale({ startsAt, endsAt: startsAt + hourMs })])
    shop.put('flashstocks', [pieces(5)])
    const price = async () => (await agreed('mia')).quote.totalFen
    const listed = async () => (await shop.call('mia', 'loyalty.listFlashSales', {})).sales.length
    const usual = await price()
    expect(await listed()).toBe(1)
    shop.setNow(startsAt - 25 * hourMs)
    expect(await listed()).toBe(0)
    const asked = await shop.call('mia', 'loyalty.listFlashSales', { promotionId: 'ten' })
    expect(asked.sales).toHaveLength(1)
    shop.setNow(startsAt)
    expect(await price()).toBe(usual - 1900)
    shop.setNow(startsAt + hourMs)
    expect(await price()).toBe(usual)
    expect(await listed()).toBe(0)
  })

  test('sells one member no more than allowed; the next piece costs what it costs', async () => {
    open(5)
    const goodsOf = async (quantity: number) => {
      const { quote } = await agreed('mia', quantity)
      return quote.totalFen - quote.deliveryFen
    }
    expect(await goodsOf(3)).toBe(2 * 3900 + 5800)
    await shop.order('mia', 'spring-50', 2)
    expect(bought('mia')).toBe(2)
    expect(await goodsOf(1)).toBe(5800)
  })

  test('sells one member no more than allowed on two phones at the same moment either', async () => {
    open(50)
    const { wish, quote } = await agreed('mia')
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() =>
        shop.send('mia', 'order.place', { ...wish, signature: quote.signature }),
      ),
    )
    const perMember = 2
    expect(replies.filter(({ ok }) => ok)).toHaveLength(perMember)
    expect(left()).toBe(50 - perMember)
  })

  test('gives back what an abandoned order held, once', async () => {
    open(5)
    const { orderId } = await shop.order('mia', 'spring-50', 2)
    await shop.call('mia', 'order.cancel', { orderId, reason: 'changedMind' })
    expect(left()).toBe(5)
    expect(bought('mia')).toBe(0)
    await shop.order('mia', 'spring-50', 2)
    shop.advance(16 * minuteMs)
    await shop.tick()
    await shop.tick()
    expect(left()).toBe(5)
    expect(bought('mia')).toBe(0)
  })

  test('gives back what was paid and cancelled before it left', async () => {
    open(5)
    const { orderId } = await shop.paidOrder('mia', 'spring-50', 2)
    expect(left()).toBe(3)
    await shop.call('mia', 'order.cancel', { orderId, reason: 'changedMind' })
    expect(left()).toBe(5)
  })

  test('frees what overdue orders hold without waiting for the sweep', async () => {
    open(1)
    await shop.order('mia', 'spring-50')
    shop.advance(16 * minuteMs)
    const { quote } = await agreed('tom')
    expect(quote.totalFen - quote.deliveryFen).toBe(3900)
  })

  test('pays late and still gets its price while there are pieces, else the money back', async () => {
    open(1)
    const late = await shop.order('mia', 'spring-50')
    await shop.call('mia', 'order.pay', { outTradeNo: late.outTradeNo })
    shop.advance(16 * minuteMs)
    await shop.tick()
    expect(left()).toBe(1)
    shop.pay.pay(late.outTradeNo, 'mia')
    const outcome = async (user: string, outTradeNo: string) =>
      (await shop.call(user, 'order.confirmPayment', { outTradeNo })).outcome
    expect(await outcome('mia', late.outTradeNo)).toBe('paid')
    expect(left()).toBe(0)
    await shop.call('mia', 'order.cancel', { orderId: late.orderId, reason: 'changedMind' })

    const second = await shop.order('eve', 'spring-50')
    await shop.call('eve', 'order.pay', { outTradeNo: second.outTradeNo })
    shop.advance(16 * minuteMs)
    await shop.tick()
    await shop.paidOrder('tom', 'spring-50')
    shop.pay.pay(second.outTradeNo, 'eve')
    expect(await outcome('eve', second.outTradeNo)).toBe('refunding')
    expect(left()).toBe(0)
  })

  test('two hundred buyers and fifty pieces: fifty at its price, never more', async () => {
    open(50)
    await shop.changeSku('spring-50', { stock: 1000 })
    const users = Array.from({ length: 200 }, (_, i) => `buyer-${i}`)
    const wishes: Awaited<ReturnType<typeof agreed>>[] = []
    for (const user of users) wishes.push(await agreed(user))
    const replies = await Promise.all(
      users.map((user, i) => {
        const { wish, quote } = wishes[i]!
        return shop.send(user, 'order.place', { ...wish, signature: quote.signature })
      }),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(50)
    const codes = replies
      .filter(({ ok }) => !ok)
      .map(({ error }) => (error as { code: string }).code)
    expect(new Set(codes)).toEqual(new Set(['PRICE_CHANGED']))
    expect(left()).toBe(0)
    expect(shop.stockOf('spring-50')).toBe(950)
  }, 60_000)
})

test('a company without offers pays two cached reads for them, and nothing after', async () => {
  const addressId = await shop.address('mia')
  const wish = { source: { kind: 'sku', skuId: 'spring-50', quantity: 1 }, addressId } as const
  await shop.call('mia', 'order.quote', wish)
  const trips = await roundTrips(() => shop.call('mia', 'order.quote', wish))
  expect(trips.length).toBeLessThanOrEqual(4)
})
