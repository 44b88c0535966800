import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { skus } from '../../tests/shop/catalogue'
import { Shop } from '../../tests/shop/shop'
import { orderTransitions } from '../../shared/domain/order-state'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'

const minuteMs = 60_000
const people = ['anna', 'bert', 'cleo'] as const

/** Things that happen in a shop, each to some order, in any order and often at a bad moment. */
const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('order' as const),
      who: fc.constantFrom(...people),
      sku: fc.constantFrom('spring-50', 'spring-100', 'white-1'),
      pieces: fc.integer({ min: 1, max: 3 }),
      opens: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'open' as const,
        'pay' as const,
        'pay' as const,
        'forge' as const,
        'callback' as const,
        'callback' as const,
        'ask' as const,
        'cancel' as const,
        'ship' as const,
        'receive' as const,
      ),
      /** 0 is the newest order: most things happen to new ones. */
      age: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
      isHonest: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 4, 9, 15, 24 * 60),
    }),
  },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

async function happen(shop: Shop, event: Happening): Promise<void> {
  if (event.what === 'wait') {
    shop.advance(event.minutes * minuteMs)
    await shop.tick()
    return
  }
  if (event.what === 'order') {
    const { who, sku: skuId, pieces: quantity } = event
    const source = { kind: 'sku', skuId, quantity } as const
    const { addresses } = await shop.call(who, 'member.listAddresses', {})
    const quote = await shop.send(who, 'order.quote', { source })
    if (!quote.ok) return
    const { signature } = quote.data as { signature: string }
    const addressId = addresses[0]?.id
    const placed = await shop.send(who, 'order.place', { source, addressId, signature })
    const { outTradeNo } = (placed.data ?? {}) as { outTradeNo?: string }
    if (outTradeNo && event.opens) await shop.send(who, 'order.pay', { outTradeNo })
    return
  }
  const orders = shop.all<OrderDocument>('orders').sort((a, b) => a.placedAt - b.placedAt)
  const order = orders.at(-1 - event.age)
  if (!order) return
  const { _id: orderId, outTradeNo, memberId } = order
  const isOpen = shop.pay.payments.get(outTradeNo)?.state === 'NOTPAY'
  switch (event.what) {
    case 'open':
      await shop.send(memberId, 'order.pay', { outTradeNo })
      return
    case 'pay':
      if (isOpen) shop.pay.pay(outTradeNo, memberId)
      return
    case 'forge':
      if (isOpen && !event.isHonest) shop.pay.pay(outTradeNo, 'mallory', 1)
      await shop.notify({ outTradeNo, resultCode: 'SUCCESS', totalFee: order.totalFen })
      return
    case 'callback':
      await Promise.all([shop.notify({ outTradeNo }), shop.notify({ outTradeNo })])
      return
    case 'ask':
      await shop.send(memberId, 'order.confirmPayment', { outTradeNo })
      return
    case 'cancel':
      await shop.send(memberId, 'order.cancel', { orderId, reason: 'other' })
      return
    case 'ship':
      await shop.send('packer', 'console.ship', {
        orderId,
        carrier: 'SF',
        trackingNumber: 'SF1234567',
      })
      return
    case 'receive':
      await shop.send(memberId, 'order.confirmReceipt', { orderId })
  }
}

const keepsGoods = new Set(['pendingPayment', 'paid', 'shipped', 'completed'])
const keepsMoney = new Set(['paid', 'shipped', 'completed'])

function checkBooks(shop: Shop): void {
  const orders = shop.all<OrderDocument>('orders')
  for (const { _id, stock } of skus) {
    const gone = orders
      .filter(({ state }) => keepsGoods.has(state))
      .flatMap(({ lines }) => lines)
      .filter(({ skuId }) => skuId === _id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    expect(shop.stockOf(_id)).toBeGreaterThanOrEqual(0)
    expect(shop.stockOf(_id) + gone).toBe(stock)
  }
  const refunds = shop.all<RefundDocument>('refunds')
  for (const order of orders) {
    const payment = shop.one<PaymentDocument>('payments', order.outTradeNo)
    const given = refunds.filter(({ orderId }) => orderId === order._id)
    expect(payment.state === 'paid').toBe(keepsMoney.has(order.state))
    expect(given.length).toBe(order.state === 'refunding' || order.state === 'refunded' ? 1 : 0)
    // Nothing is kept or given back that WeChat Pay does not have from this very customer.
    if (keepsMoney.has(order.state) || given.length > 0)
      expect(shop.pay.payments.get(order.outTradeNo)).toMatchObject({
        state: 'SUCCESS',
        payer: order.memberId,
        totalFee: order.totalFen,
      })
  }
}

/** Once everything due is done, nobody's money is left without goods or a refund. */
async function settle(shop: Shop): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    shop.advance(30 * minuteMs)
    await shop.tick()
  }
  for (const { _id, state, memberId } of shop.all<OrderDocument & { memberId: string }>('orders')) {
    expect(['pendingPayment', 'refunding']).not.toContain(state)
    const order = shop.one<OrderDocument>('orders', _id)
    const known = shop.pay.payments.get(order.outTradeNo)
    const isHonest = known?.state === 'SUCCESS' && known.payer === memberId
    expect(keepsMoney.has(state) || state === 'refunded').toBe(isHonest)
  }
  // Only messages wait on, for somebody to say "tell me".
  const left = shop
    .all<OutboxDocument>('outbox')
    .filter(({ state, effect }) => effect.kind !== 'message' && state !== 'done')
  expect(left).toEqual([])
}

test('whatever happens in whatever order, goods and money add up', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 60 }), async (events) => {
      const shop = new Shop()
      fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
      for (const who of people) await shop.address(who)
      for (const event of events) {
        shop.advance(1_000)
        await happen(shop, event)
        checkBooks(shop)
      }
      await settle(shop)
      checkBooks(shop)
      for (const { timeline } of shop.all<OrderDocument>('orders'))
        for (const { event } of timeline) seen.add(event)
      expect(shop.errors.filter((line) => /"internal"|choreFailed/.test(line))).toEqual([])
    }),
    { numRuns: 16, seed: 20260321, endOnFailure: true },
  )
  // Nearly everything the table of states knows has happened to somebody.
  expect(seen.size).toBeGreaterThanOrEqual(Object.keys(orderTransitions).length - 2)
}, 120_000)
