import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { advance, ask, documents, invoke, onceKey, payAt } from '../harness/client'
import { startServer } from '../harness/server'
import type { Server } from '../harness/server'
import { newCustomer, placeOne } from '../harness/shopping'
import type { Customer } from '../harness/shopping'

const skuId = 'tea-cloud-tip.50g.tin'
const quarterHour = 15 * 60_000

interface OrderRow {
  _id: string
  state: string
  outTradeNo: string
}

let server: Server
let people = 0

beforeAll(async () => {
  server = await startServer({ stock: 1000 })
}, 90_000)
afterAll(() => server.stop())

const someone = () => newCustomer(server.url, `person${(people += 1)}`)
const stockOf = async (id: string) => {
  const [sku] = await documents<{ stock: number }>(server.url, 'skus', { _id: id })
  return sku?.stock ?? NaN
}
const orderOf = async (id: string) => {
  const [order] = await documents<OrderRow>(server.url, 'orders', { _id: id })
  if (!order) throw new Error(`There is no order ${id}.`)
  return order
}

/** An order that waits at the cashier. */
async function placeAndOpen(customer: Customer, sku = skuId) {
  const placed = await placeOne(customer, sku)
  if (!placed.ok) throw new Error(JSON.stringify(placed.error))
  await customer.must('order.pay', { outTradeNo: placed.data.outTradeNo })
  return placed.data
}

test('a double tap places one order and holds the stock once', async () => {
  const customer = await someone()
  const before = await stockOf(skuId)
  const key = onceKey()
  const [first, second] = await Promise.all([
    placeOne(customer, skuId, 1, key),
    placeOne(customer, skuId, 1, key),
  ])
  expect(first).toMatchObject({ ok: true })
  expect(second.ok && first.ok && second.data.orderId === first.data.orderId).toBe(true)
  expect(await stockOf(skuId)).toBe(before - 1)
})

test('a lost answer is asked for again and is the same', async () => {
  const customer = await someone()
  const key = onceKey()
  const first = await placeOne(customer, skuId, 1, key)
  const before = await stockOf(skuId)
  const again = await placeOne(customer, skuId, 1, key)
  expect(again).toMatchObject({ ok: true, data: first.ok ? first.data : {} })
  expect(await stockOf(skuId)).toBe(before)
})

test('a callback that comes twenty times pays once', async () => {
  const customer = await someone()
  const { orderId, outTradeNo } = await placeAndOpen(customer)
  await payAt(server.url, outTradeNo, { callbackTimes: 20 })
  await customer.must('order.confirmPayment', { outTradeNo })
  const detail = await customer.must('order.get', { orderId })
  expect(detail.state).toBe('paid')
  expect(detail.timeline.filter(({ event }) => event === 'pay')).toHaveLength(1)
})

test('an unpaid order is given up after a quarter of an hour and the stock comes back', async () => {
  const customer = await someone()
  const sku = 'tea-cloud-tip.100g.tin'
  const before = await stockOf(sku)
  const { orderId, outTradeNo } = await placeAndOpen(customer, sku)
  expect(await stockOf(sku)).toBe(before - 1)
  await advance(server.url, quarterHour + 60_000)
  expect((await orderOf(orderId)).state).toBe('cancelled')
  expect(await stockOf(sku)).toBe(before)
  expect(await customer.call('order.pay', { outTradeNo })).toMatchObject({
    error: { code: 'ORDER_EXPIRED' },
  })
})

test('money that comes too late takes the goods again when they are there', async () => {
  const customer = await someone()
  const { orderId, outTradeNo } = await placeAndOpen(customer)
  await payAt(server.url, outTradeNo, { callbackDelayMs: 2 * quarterHour })
  await advance(server.url, quarterHour / 3)
  expect(['pendingPayment', 'paid']).toContain((await orderOf(orderId)).state)
  await advance(server.url, 3 * quarterHour)
  expect((await orderOf(orderId)).state).toBe('paid')
})

test('a forged amount in the callback changes nothing by itself', async () => {
  const customer = await someone()
  const { orderId, outTradeNo } = await placeAndOpen(customer)
  const event = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo, totalFee: 1 }
  const { result } = await invoke(server.url, customer.user, 'paynotify', event)
  expect(result).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect((await orderOf(orderId)).state).toBe('pendingPayment')
})

test('somebody else’s money does not pay an order', async () => {
  const customer = await someone()
  const { orderId, outTradeNo } = await placeAndOpen(customer)
  await payAt(server.url, outTradeNo, { payer: 'a-stranger' })
  await customer.must('order.confirmPayment', { outTradeNo })
  expect((await orderOf(orderId)).state).toBe('pendingPayment')
})

test.each(['paynotify', 'tick'])('a client that calls %s itself changes nothing', async (name) => {
  const { result } = await invoke(server.url, 'mallory', name, { Type: 'Timer' })
  expect(result).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})

test('other people’s orders are not found', async () => {
  const [owner, other] = [await someone(), await someone()]
  const { orderId, outTradeNo } = await placeAndOpen(owner)
  const refused = { ok: false, error: { code: 'ORDER_NOT_FOUND' } }
  expect(await other.call('order.get', { orderId })).toMatchObject(refused)
  expect(await other.call('order.pay', { outTradeNo })).toMatchObject(refused)
  expect(await other.call('order.cancel', { orderId, reason: 'other' })).toMatchObject(refused)
  expect(await other.call('order.confirmReceipt', { orderId })).toMatchObject(refused)
})

test('a paid order that is cancelled is refunded, and the stock comes back', async () => {
  const customer = await someone()
  const sku = 'tea-cloud-tip.250g.tin'
  const before = await stockOf(sku)
  const { orderId, outTradeNo, totalFen } = await placeAndOpen(customer, sku)
  await payAt(server.url, outTradeNo)
  await customer.must('order.confirmPayment', { outTradeNo })
  await customer.must('order.cancel', { orderId, reason: 'changedMind' })
  await advance(server.url, 2 * 60_000)
  expect((await orderOf(orderId)).state).toBe('refunded')
  expect(await stockOf(sku)).toBe(before)
  const paid = await ask<{ refunds: { refundFee: number }[] }>(
    `${server.url}/local/pay/${outTradeNo}`,
  )
  expect(paid.refunds.map(({ refundFee }) => refundFee)).toEqual([totalFen])
})
