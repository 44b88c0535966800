import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { advance, ask, documents, payAt } from '../harness/client'
import { startServer } from '../harness/server'
import type { Server } from '../harness/server'
import { newCustomer, placeOne } from '../harness/shopping'

const skuId = 'tea-cloud-tip.50g.tin'
const minute = 60_000

let server: Server
let people = 0

beforeAll(async () => {
  server = await startServer({ stock: 100, paymentAdapter: 'integrationCenter' })
}, 90_000)
afterAll(() => server.stop())

/** An order of a new customer that waits at the cashier. */
async function placeAndOpen() {
  const customer = await newCustomer(server.url, `person${(people += 1)}`)
  const placed = await placeOne(customer, skuId)
  if (!placed.ok) throw new Error(JSON.stringify(placed.error))
  const { payment } = await customer.must('order.pay', { outTradeNo: placed.data.outTradeNo })
  return { customer, ...placed.data, payment }
}

const stateOf = async (orderId: string) =>
  (await documents<{ state: string }>(server.url, 'orders', { _id: orderId }))[0]?.state

test('the callback alone makes an order paid, once', async () => {
  const { orderId, outTradeNo, payment } = await placeAndOpen()
  expect(payment).toMatchObject({ signType: 'RSA' })
  await payAt(server.url, outTradeNo, { callbackTimes: 3 })
  expect(await stateOf(orderId)).toBe('paid')
})

test('a lost callback is made up for by the timer', async () => {
  const { orderId, outTradeNo } = await placeAndOpen()
  await payAt(server.url, outTradeNo, { deliverCallback: false })
  await advance(server.url, 5 * minute)
  expect(await stateOf(orderId)).toBe('paid')
})

test('a forged callback and somebody else’s money change nothing', async () => {
  const { orderId, outTradeNo, customer } = await placeAndOpen()
  await ask(`${server.url}/local/pay/${outTradeNo}/callback`, {
    callback: { trade_state: 'SUCCESS', transaction_id: '4200000000000000000000000001' },
  })
  expect(await stateOf(orderId)).toBe('pendingPayment')
  await payAt(server.url, outTradeNo, { payer: 'a-stranger' })
  await customer.must('order.confirmPayment', { outTradeNo })
  expect(await stateOf(orderId)).toBe('pendingPayment')
})

test('a paid order that is cancelled is refunded', async () => {
  const { orderId, outTradeNo, customer, totalFen } = await placeAndOpen()
  await payAt(server.url, outTradeNo)
  await customer.must('order.cancel', { orderId, reason: 'changedMind' })
  await advance(server.url, 2 * minute)
  expect(await stateOf(orderId)).toBe('refunded')
  const { refunds } = await ask<{ refunds: { refundFee: number }[] }>(
    `${server.url}/local/pay/${outTradeNo}`,
  )
  expect(refunds.map(({ refundFee }) => refundFee)).toEqual([totalFen])
})

test('an order that nobody pays is closed at WeChat Pay', async () => {
  const { orderId, outTradeNo } = await placeAndOpen()
  await advance(server.url, 40 * minute)
  expect(await stateOf(orderId)).toBe('cancelled')
  expect(await ask(`${server.url}/local/pay/${outTradeNo}`)).toMatchObject({ state: 'CLOSED' })
})
