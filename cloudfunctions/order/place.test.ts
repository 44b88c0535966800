import { beforeEach, describe, expect, test } from '@jest/globals'
import type { OrderDocument, PaymentDocument } from '../_kit/documents/order'
import { Shop, roundTrips } from '../../tests/shop/shop'

const minuteMs = 60_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const orders = () => shop.all<OrderDocument>('orders')

test('placing holds the stock, empties the cart of what was ordered, and opens a payment', async () => {
  const addressId = await shop.address('anna')
  await shop.call('anna', 'order.changeCart', {
    changes: [
      { skuId: 'spring-50', add: 2 },
      { skuId: 'white-1', add: 1, isSelected: false },
    ],
  })
  const source = { kind: 'cart' } as const
  const quote = await shop.call('anna', 'order.quote', { source })
  expect(quote).toMatchObject({ goodsFen: 11600, deliveryFen: 0, totalFen: 11600, count: 2 })
  expect(quote.address?.id).toBe(addressId)

  const placed = await shop.call('anna', 'order.place', {
    source,
    addressId,
    signature: quote.signature,
    note: '写一张卡片',
  })
  expect(placed).toMatchObject({ totalFen: 11600, expiresAt: Date.now() + 15 * minuteMs })
  expect(shop.stockOf('spring-50')).toBe(8)
  const cart = await shop.call('anna', 'order.getCart', {})
  expect(cart.lines.map(({ skuId }) => skuId)).toEqual(['white-1'])
  const order = shop.one<OrderDocument>('orders', placed.orderId)
  expect(order).toMatchObject({
    state: 'pendingPayment',
    note: '写一张卡片',
    memberId: 'anna',
    count: 2,
    timeline: [{ event: 'place', by: 'member', at: Date.now() }],
  })
  expect(order.number).toMatch(/^Y\d{6}-\d{4}-\d{4}$/)
  expect(shop.one<PaymentDocument>('payments', placed.outTradeNo)).toMatchObject({
    state: 'pending',
    totalFen: 11600,
    memberId: 'anna',
  })
})

describe('one intention, one order', () => {
  const source = { kind: 'sku', skuId: 'spring-50', quantity: 2 } as const

  async function input() {
    const addressId = await shop.address('anna')
    const { signature } = await shop.call('anna', 'order.quote', { source })
    return { source, addressId, signature }
  }

  test('a retry after a lost answer gets the same answer', async () => {
    const asked = await input()
    const first = await shop.call('anna', 'order.place', asked, { once: 'same-key-1' })
    const again = await shop.call('anna', 'order.place', asked, { once: 'same-key-1' })
    expect(again).toEqual(first)
    expect(orders()).toHaveLength(1)
    expect(shop.stockOf('spring-50')).toBe(8)
  })

  test('so does a retry of a cart order, though the cart is empty by then', async () => {
    const addressId = await shop.address('anna')
    await shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-50', add: 1 }] })
    const fromCart = { kind: 'cart' } as const
    const { signature } = await shop.call('anna', 'order.quote', { source: fromCart })
    const asked = { source: fromCart, addressId, signature }
    const first = await shop.call('anna', 'order.place', asked, { once: 'same-key-2' })
    expect(await shop.call('anna', 'order.place', asked, { once: 'same-key-2' })).toEqual(first)
  })

  test('two taps at the same moment make one order', async () => {
    const asked = await input()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        shop.call('anna', 'order.place', asked, { once: 'same-key-3' }),
      ),
    )
    expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1)
    expect(orders()).toHaveLength(1)
    expect(shop.stockOf('spring-50')).toBe(8)
  })

  test('the same key for something else is refused', async () => {
    const asked = await input()
    await shop.call('anna', 'order.place', asked, { once: 'same-key-4' })
    for (const other of [
      { ...asked, note: 'another' },
      { ...asked, source: { ...source, quantity: 3 } },
    ])
      expect(await shop.refusal('anna', 'order.place', other, { once: 'same-key-4' })).toEqual({
        code: 'INVALID_INPUT',
        detail: [{ path: 'once', reason: 'reused' }],
      })
  })

  test('another member with the same key is somebody else', async () => {
    const asked = await input()
    await shop.call('anna', 'order.place', asked, { once: 'same-key-5' })
    const addressId = await shop.address('bert')
    await shop.call('bert', 'order.place', { ...asked, addressId }, { once: 'same-key-5' })
    expect(orders()).toHaveLength(2)
  })
})

describe('what cannot be sold', () => {
  test('the last piece goes to one of twenty, the others are told', async () => {
    const buyers = Array.from({ length: 20 }, (_, at) => `buyer-${at}`)
    const source = { kind: 'sku', skuId: 'spring-100', quantity: 1 } as const
    const inputs: unknown[] = []
    for (const buyer of buyers) {
      const addressId = await shop.address(buyer)
      const { signature } = await shop.call(buyer, 'order.quote', { source })
      inputs.push({ source, addressId, signature })
    }
    const replies = await Promise.all(
      buyers.map((buyer, at) => shop.send(buyer, 'order.place', inputs[at])),
    )
    const sold = replies.filter(({ ok }) => ok)
    const refused = replies.filter(({ ok }) => !ok)
    expect(sold).toHaveLength(3)
    expect(new Set(refused.map(({ error }) => (error as { code: string }).code))).toEqual(
      new Set(['SOLD_OUT']),
    )
    expect(shop.stockOf('spring-100')).toBe(0)
    expect(orders()).toHaveLength(3)
  })

  test('says what is left of it', async () => {
    const source = { kind: 'sku', skuId: 'spring-100', quantity: 4 } as const
    const lines = [{ skuId: 'spring-100', name: '云山雾尖', problem: 'short', available: 3 }]
    expect(await shop.refusal('anna', 'order.quote', { source })).toEqual({
      code: 'SOLD_OUT',
      detail: { lines },
    })
  })

  test('goods of an expired order are free before the sweep comes by', async () => {
    const first = await shop.order('anna', 'white-1')
    const addressId = await shop.address('bert')
    const source = { kind: 'sku', skuId: 'white-1', quantity: 1 } as const
    const asked = { source, addressId, signature: 'unknown' }
    expect(await shop.refusal('bert', 'order.place', asked)).toMatchObject({ code: 'SOLD_OUT' })
    shop.advance(15 * minuteMs)
    const refusal = await shop.refusal('bert', 'order.place', asked)
    if (refusal.code !== 'PRICE_CHANGED') throw new Error(refusal.code)
    const { signature } = refusal.detail
    await shop.call('bert', 'order.place', { source, addressId, signature })
    expect(shop.stockOf('white-1')).toBe(0)
    expect(shop.one<OrderDocument>('orders', first.orderId).state).toBe('cancelled')
  })

  test('the grid learns at once that the last piece is gone, and that it is back', async () => {
    const card = async () =>
      (await shop.call(undefined, 'catalog.listProducts', { categoryId: 'tea' })).products.find(
        ({ id }) => id === 'white',
      )
    const { orderId } = await shop.order('anna', 'white-1')
    expect(await card()).toMatchObject({ isSoldOut: true, priceFen: 3000 })
    await shop.call('anna', 'order.cancel', { orderId, reason: 'changedMind' })
    expect(await card()).toMatchObject({ isSoldOut: false, onlySkuId: 'white-1' })
  })
})

test('a changed price is told with a new quote, and the new signature is taken', async () => {
  const addressId = await shop.address('anna')
  const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
  const { signature } = await shop.call('anna', 'order.quote', { source })
  await shop.changeSku('spring-50', { priceFen: 5000 })
  const refusal = await shop.refusal('anna', 'order.place', { source, addressId, signature })
  expect(refusal).toMatchObject({ code: 'PRICE_CHANGED', detail: { totalFen: 6200 } })
  if (refusal.code !== 'PRICE_CHANGED') throw new Error(refusal.code)
  const placed = await shop.call('anna', 'order.place', {
    source,
    addressId,
    signature: refusal.detail.signature,
  })
  expect(placed.totalFen).toBe(6200)
})

test('other people’s addresses do not exist', async () => {
  const addressId = await shop.address('anna')
  const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
  const { signature } = await shop.call('bert', 'order.quote', { source })
  expect(await shop.refusal('bert', 'order.place', { source, addressId, signature })).toEqual({
    code: 'ADDRESS_NOT_FOUND',
  })
  expect(await shop.refusal('bert', 'order.quote', { source, addressId })).toEqual({
    code: 'ADDRESS_NOT_FOUND',
  })
})

test('a failing commit is tried again and never half done', async () => {
  const { fakeCloud } = await import('../../tests/fakes/wx-server-sdk')
  const addressId = await shop.address('anna')
  const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
  const { signature } = await shop.call('anna', 'order.quote', { source })
  fakeCloud.failNext('database.modifyDocument', 'DATABASE_TRANSACTION_CONFLICT')
  fakeCloud.failNext('database.commitTransaction', 'DATABASE_TRANSACTION_CONFLICT')
  await shop.call('anna', 'order.place', { source, addressId, signature })
  expect(orders()).toHaveLength(1)
  expect(shop.stockOf('spring-50')).toBe(9)
})

test('an order of two items takes few round trips', async () => {
  const addressId = await shop.address('anna')
  await shop.call('anna', 'order.changeCart', {
    changes: [
      { skuId: 'spring-50', add: 1 },
      { skuId: 'spring-100', add: 1 },
    ],
  })
  const source = { kind: 'cart' } as const
  let signature = ''
  const quoting = await roundTrips(async () => {
    ;({ signature } = await shop.call('anna', 'order.quote', { source, addressId }))
  })
  // Cart, address, accounts and SKUs; what is kept in the instance was read by the cart before.
  expect(quoting).toHaveLength(4)
  let outTradeNo = ''
  const placing = await roundTrips(async () => {
    const placed = await shop.call('anna', 'order.place', { source, addressId, signature })
    outTradeNo = placed.outTradeNo
  })
  expect(placing).toHaveLength(13)
  expect(await roundTrips(() => shop.call('anna', 'order.pay', { outTradeNo }))).toHaveLength(1)
  shop.pay.pay(outTradeNo, 'anna')
  const confirming = await roundTrips(() =>
    shop.call('anna', 'order.confirmPayment', { outTradeNo }),
  )
  expect(confirming).toHaveLength(8)
})
