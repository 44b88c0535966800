import { expect, jest, test } from '@jest/globals'
import { habits } from '../../scripts/doctor/estimate-cost'
import { fakeCloud } from '../fakes/wx-server-sdk'
import { Shop } from './shop'

const customer = 'oCustomer'

/** Functions that ran and operations on the database that they made, in a story. */
async function measure(story: (count: { functions: number }) => Promise<void>) {
  const wire = jest.spyOn(fakeCloud, 'wire')
  const count = { functions: 0 }
  await story(count)
  const operations = wire.mock.calls.filter(([action]) => action.startsWith('database.')).length
  wire.mockRestore()
  return { ...count, operations }
}

function counting(shop: Shop, count: { functions: number }) {
  const call: Shop['call'] = (...words) => {
    count.functions += 1
    return shop.call(...words)
  }
  return call
}

/** Within a fifth: an estimate needs no more, and the shop may grow a little. */
function isNear(estimated: number, measured: number): void {
  expect(estimated).toBeGreaterThan(measured * 0.8)
  expect(estimated).toBeLessThan(measured * 1.25)
}

async function nextMinute(shop: Shop): Promise<void> {
  fakeCloud.advance(60_000)
  await shop.tick()
}

test('a month is estimated with what stories of this shop really take', async () => {
  const shop = new Shop()
  const visit = await measure(async (count) => {
    const call = counting(shop, count)
    await call(customer, 'member.getMe', {})
    await call(customer, 'catalog.getHome', {})
    await call(customer, 'order.getLive', {})
    await call(customer, 'catalog.listCategories', {})
    await call(customer, 'catalog.search', { query: '茶' })
    for (let product = 0; product < 2; product += 1) {
      await call(customer, 'catalog.getProduct', { productId: 'spring' })
      await call(customer, 'care.getProductVoices', { productId: 'spring' })
      await call(customer, 'loyalty.listProductOffers', { productId: 'spring' })
    }
    await call(customer, 'order.getCart', {})
  })
  const order = await measure(async (count) => {
    const call = counting(shop, count)
    const addressId = await shop.address(customer)
    count.functions += 1
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    await call(customer, 'order.quote', { source })
    const { signature } = await call(customer, 'order.quote', { source, addressId })
    const { orderId, outTradeNo } = await call(customer, 'order.place', {
      source,
      addressId,
      signature,
    })
    await call(customer, 'order.pay', { outTradeNo })
    shop.pay.pay(outTradeNo, customer)
    await shop.notify({ outTradeNo })
    count.functions += 1
    await call(customer, 'order.confirmPayment', { outTradeNo })
    await call('packer', 'console.ship', { orderId, carrier: 'SF', trackingNumber: 'SF123456' })
    for (let look = 0; look < 3; look += 1) await call(customer, 'order.get', { orderId })
    await call(customer, 'order.confirmReceipt', { orderId })
  })
  // What is due for the first time is done before a usual minute is measured.
  for (let minute = 0; minute < 2; minute += 1) await nextMinute(shop)
  const minutes = 10
  const timer = await measure(async () => {
    for (let minute = 0; minute < minutes; minute += 1) await nextMinute(shop)
  })
  isNear(habits.visit.functions, visit.functions)
  isNear(habits.visit.operations, visit.operations)
  isNear(habits.order.functions, order.functions)
  isNear(habits.order.operations, order.operations)
  isNear(habits.timerRun.operations, timer.operations / minutes)
})
