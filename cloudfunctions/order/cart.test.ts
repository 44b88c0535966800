import { beforeEach, expect, test } from '@jest/globals'
import { Shop } from '../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

test('an empty cart costs nothing and says what free delivery takes', async () => {
  expect(await shop.call('anna', 'order.getCart', {})).toEqual({
    lines: [],
    count: 0,
    totals: {
      selectedCount: 0,
      goodsFen: 0,
      savedFen: 0,
      deliveryFen: 0,
      totalFen: 0,
      freeDelivery: { thresholdFen: 9900, missingFen: 9900 },
      adjustments: [],
    },
    hints: [],
    promise: '今天发出',
  })
})

test('changes answer with the whole cart, in the reader’s language', async () => {
  const cart = await shop.call(
    'anna',
    'order.changeCart',
    {
      changes: [
        { skuId: 'spring-50', add: 2 },
        { skuId: 'white-1', add: 1 },
      ],
    },
    { language: 'en' },
  )
  expect(cart.lines.map(({ name, quantity }) => [name, quantity])).toEqual([
    ['Old Tree White', 1],
    ['Mist Tips', 2],
  ])
  expect(cart.totals).toMatchObject({
    selectedCount: 3,
    goodsFen: 14600,
    savedFen: 2000,
    deliveryFen: 0,
    totalFen: 14600,
  })
  const unselected = await shop.call('anna', 'order.changeCart', {
    changes: [{ skuId: 'spring-50', isSelected: false }],
  })
  expect(unselected.totals).toMatchObject({ selectedCount: 1, totalFen: 4200, deliveryFen: 1200 })
})

test('more than there is, what does not exist and too many pieces are refused', async () => {
  const change = (changes: { skuId: string; add?: number; quantity?: number }[]) =>
    shop.refusal('anna', 'order.changeCart', { changes })
  expect(await change([{ skuId: 'spring-100', add: 4 }])).toEqual({
    code: 'SOLD_OUT',
    detail: {
      lines: [{ skuId: 'spring-100', name: '云山雾尖', problem: 'short', available: 3 }],
    },
  })
  expect(await change([{ skuId: 'nope', add: 1 }])).toEqual({
    code: 'SKU_NOT_FOUND',
    detail: { skuId: 'nope' },
  })
  expect(await change([{ skuId: 'spring-50', quantity: 99, add: 1 }])).toEqual({
    code: 'CART_FULL',
    detail: { limit: 99 },
  })
  expect(await change([{ skuId: 'hidden-1', add: 1 }])).toMatchObject({
    code: 'SOLD_OUT',
    detail: { lines: [{ problem: 'off' }] },
  })
})

test('what sold out meanwhile stays in place, counts for nothing and does not stop the rest', async () => {
  await shop.call('anna', 'order.changeCart', {
    changes: [
      { skuId: 'white-1', add: 1 },
      { skuId: 'spring-50', add: 1 },
    ],
  })
  await shop.changeSku('white-1', { stock: 0 })
  const cart = await shop.call('anna', 'order.getCart', {})
  expect(cart.lines.map(({ skuId, problem }) => [skuId, problem])).toEqual([
    ['spring-50', undefined],
    ['white-1', 'soldOut'],
  ])
  expect(cart.totals.selectedCount).toBe(1)
  const quote = await shop.call('anna', 'order.quote', { source: { kind: 'cart' } })
  expect(quote.lines.map(({ skuId }) => skuId)).toEqual(['spring-50'])
})

test('what sells out between quote and order is told, not silently left out', async () => {
  const addressId = await shop.address('anna')
  await shop.call('anna', 'order.changeCart', {
    changes: [
      { skuId: 'white-1', add: 1 },
      { skuId: 'spring-50', add: 1 },
    ],
  })
  const source = { kind: 'cart' } as const
  const { signature } = await shop.call('anna', 'order.quote', { source })
  await shop.changeSku('white-1', { stock: 0 })
  expect(await shop.refusal('anna', 'order.place', { source, addressId, signature })).toMatchObject(
    { code: 'SOLD_OUT', detail: { lines: [{ skuId: 'white-1' }] } },
  )
})

test('a cart with nothing selected cannot be quoted', async () => {
  const source = { kind: 'cart' } as const
  expect(await shop.refusal('anna', 'order.quote', { source })).toEqual({ code: 'CART_EMPTY' })
})

test('two phones adding at the same moment lose nothing', async () => {
  await Promise.all([
    shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-50', add: 1 }] }),
    shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-50', add: 2 }] }),
    shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-100', add: 1 }] }),
  ])
  expect((await shop.call('anna', 'order.getCart', {})).count).toBe(4)
})

test('buying again puts back what there is, and names what there is not', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-100', 3)
  await shop.changeSku('spring-100', { stock: 2 })
  expect(await shop.call('anna', 'order.buyAgain', { orderId })).toEqual({
    added: 2,
    missing: ['云山雾尖'],
  })
  await shop.call('anna', 'order.buyAgain', { orderId })
  expect((await shop.call('anna', 'order.getCart', {})).count).toBe(2)
  await shop.changeSku('spring-100', { stock: 0 })
  expect(await shop.refusal('anna', 'order.buyAgain', { orderId })).toMatchObject({
    code: 'SOLD_OUT',
  })
  expect(await shop.refusal('bert', 'order.buyAgain', { orderId })).toEqual({
    code: 'ORDER_NOT_FOUND',
  })
})

test('the tabs of the order list', async () => {
  const unpaid = await shop.order('anna', 'spring-50')
  shop.advance(1)
  const paid = await shop.paidOrder('anna', 'spring-50')
  const ids = async (tab: 'all' | 'toPay' | 'toShip' | 'toReceive' | 'done') =>
    (await shop.call('anna', 'order.list', { tab })).orders.map(({ id }) => id)
  expect(await ids('all')).toEqual([paid.orderId, unpaid.orderId])
  expect(await ids('toPay')).toEqual([unpaid.orderId])
  expect(await ids('toShip')).toEqual([paid.orderId])
  expect(await ids('toReceive')).toEqual([])
  shop.advance(15 * 60_000)
  expect(await ids('toPay')).toEqual([])
  const { orders } = await shop.call('anna', 'order.list', { tab: 'all' })
  expect(orders.map(({ state }) => state)).toEqual(['paid', 'cancelled'])
  expect((await shop.call('bert', 'order.list', { tab: 'all' })).orders).toEqual([])
  expect(await shop.refusal('bert', 'order.get', { orderId: paid.orderId })).toEqual({
    code: 'ORDER_NOT_FOUND',
  })
})

test('an order’s page tells all of it', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  const order = await shop.call('anna', 'order.get', { orderId })
  expect(order).toMatchObject({
    state: 'paid',
    goodsFen: 5800,
    adjustments: [{ kind: 'delivery', amountFen: 1200 }],
    totalFen: 7000,
    paidAt: Date.now(),
    actions: ['remind', 'changeAddress', 'cancel', 'afterSale', 'buyAgain'],
    address: { name: '何女士' },
    timeline: [{ event: 'place' }, { event: 'pay' }],
  })
  expect(order).not.toHaveProperty('expiresAt')
  expect(new Date(order.shipBy! + 8 * 3_600_000).toISOString()).toContain('T18:00:00')
})
