import { beforeEach, expect, test } from '@jest/globals'
import { Shop, roundTrips } from '../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const add = (skuId: string, once?: string) =>
  shop.call(
    'anna',
    'order.changeCart',
    { changes: [{ skuId, add: 1 }] },
    once === undefined ? {} : { once },
  )
const entries = () =>
  shop
    .one<{ entries: { skuId: string; quantity: number }[] }>('carts', 'anna')
    .entries.map(({ skuId, quantity }) => [skuId, quantity])

test('a change takes three calls, and showing the cart two, however much is in it', async () => {
  await add('white-1')
  await add('spring-50')
  expect(await roundTrips(() => add('spring-100'))).toEqual([
    'getDocument',
    'getDocument',
    'modifyDocument',
  ])
  expect(await roundTrips(() => shop.call('anna', 'order.getCart', {}))).toEqual([
    'getDocument',
    'getDocument',
  ])
})

test('a repeat adds nothing, the first time and later, and is answered with the cart of now', async () => {
  await add('white-1', 'tapped-once')
  expect((await add('white-1', 'tapped-once')).count).toBe(1)
  await add('spring-50', 'tapped-twice')
  expect((await add('white-1', 'tapped-once')).lines.map(({ quantity }) => quantity)).toEqual([
    1, 1,
  ])
  expect(entries()).toEqual([
    ['spring-50', 1],
    ['white-1', 1],
  ])
})

test('the same key for something else is a mistake and changes nothing', async () => {
  await add('white-1', 'tapped-once')
  const input = { changes: [{ skuId: 'white-1', add: 2 }] }
  expect(await shop.refusal('anna', 'order.changeCart', input, { once: 'tapped-once' })).toEqual({
    code: 'INVALID_INPUT',
    detail: [{ path: 'once', reason: 'reused' }],
  })
  expect(entries()).toEqual([['white-1', 1]])
})

test('a repeat is answered even when the goods have sold out since', async () => {
  await add('white-1', 'tapped-once')
  await shop.changeSku('white-1', { stock: 0 })
  expect((await add('white-1', 'tapped-once')).lines).toMatchObject([
    { quantity: 1, problem: 'soldOut' },
  ])
})

test('of many changes at the same moment none is lost, the very first ones neither', async () => {
  await Promise.all(Array.from({ length: 3 }, () => add('spring-50')))
  expect(entries()).toEqual([['spring-50', 3]])
  await Promise.all([...Array.from({ length: 3 }, () => add('spring-50')), add('white-1')])
  expect(Object.fromEntries(entries())).toEqual({ 'spring-50': 6, 'white-1': 1 })
})

test('the same tap that arrives twice at the same moment counts once', async () => {
  await Promise.all([add('spring-50', 'tapped-once'), add('spring-50', 'tapped-once')])
  expect(entries()).toEqual([['spring-50', 1]])
})

test('a cart of before changes were counted is changed as any other', async () => {
  const kept = { skuId: 'spring-50', quantity: 1, isSelected: true }
  shop.put('carts', [{ _id: 'anna', entries: [kept], updatedAt: 1 }])
  await Promise.all([add('spring-50'), add('spring-50')])
  expect(entries()).toEqual([['spring-50', 3]])
})

test('what is ordered while the cart is changed does not come back into it', async () => {
  const addressId = await shop.address('anna')
  await add('spring-50')
  const wish = { source: { kind: 'cart' as const }, addressId }
  const { signature } = await shop.call('anna', 'order.quote', wish)
  await Promise.all([
    shop.call('anna', 'order.place', { ...wish, signature }),
    ...Array.from({ length: 3 }, () =>
      shop.call('anna', 'order.changeCart', {
        changes: [{ skuId: 'spring-100', add: 1, isSelected: false }],
      }),
    ),
  ])
  expect(entries()).toEqual([['spring-100', 3]])
})
