import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { advance, ask, createClient, documents, payAt } from '../harness/client'
import { startServer } from '../harness/server'
import type { Server } from '../harness/server'
import { newCustomer, placeOne } from '../harness/shopping'

const minuteMs = 60_000
const skuId = 'tea-cloud-tip.50g.tin'

interface Invocation {
  function: string
  action?: string
  error?: string
  lines: { level: string; text: string }[]
}

let server: Server
beforeAll(async () => {
  server = await startServer({ stock: 100 })
}, 90_000)
afterAll(() => server.stop())

/** Whatever must never be read in a log. */
const secrets = new Set(['何女士', '13800000027', '松树坡路', '云山镇', '临安区', '回甘'])

const openIdOf = async (user: string) =>
  (await ask<{ openid: string }>(`${server.url}/local/session?user=${user}`)).openid

/** A customer's purchase with a lost callback, parcels, a return, and a day of the staff. */
async function story(): Promise<void> {
  const customer = await newCustomer(server.url, 'customer')
  const owner = createClient(server.url, 'owner')
  for (const user of ['customer', 'owner']) secrets.add(await openIdOf(user))
  const order = async () => {
    const placed = await placeOne(customer, skuId)
    if (!placed.ok) throw new Error(JSON.stringify(placed.error))
    const payment = await customer.must('order.pay', { outTradeNo: placed.data.outTradeNo })
    const { paySign, nonceStr, package: prepay } = payment.payment
    for (const secret of [paySign, nonceStr, prepay.replace('prepay_id=', '')]) secrets.add(secret)
    return placed.data
  }
  const fault = (kind: 'busy' | 'lost', calls: number) =>
    ask(`${server.url}/local/pay-faults`, { fault: kind, calls })

  const paid = await order()
  await payAt(server.url, paid.outTradeNo)
  await customer.must('order.confirmPayment', { outTradeNo: paid.outTradeNo })
  const lost = await order()
  await payAt(server.url, lost.outTradeNo, { callbackTimes: 0 })
  await fault('busy', 3)
  await advance(server.url, 5 * minuteMs)
  await fault('busy', 0)
  const abandoned = await order()
  await customer.must('order.cancel', { orderId: abandoned.orderId, reason: 'other' })

  await owner.must('console.findOrders', { query: '13800000027' })
  await owner.must('console.ship', {
    orderId: paid.orderId,
    carrier: 'SF',
    trackingNumber: 'SF1234567',
  })
  await customer.must('order.confirmReceipt', { orderId: paid.orderId })
  await customer.must('care.writeReview', {
    orderId: paid.orderId,
    skuId,
    score: 5,
    text: '回甘很好',
  })
  const { afterSaleId } = await customer.must('care.requestAfterSale', {
    orderId: paid.orderId,
    kind: 'refundOnly',
    reason: 'damaged',
    lines: [{ lineIndex: 0, quantity: 1 }],
  })
  await owner.must('console.approveAfterSale', {
    afterSaleId,
    answer: '好的，退给您',
    isStockBack: false,
  })
  await fault('lost', 2)
  await customer.call('order.cancel', { orderId: lost.orderId, reason: 'other' })
  await customer.call('order.get', { orderId: 'not-there' })
  for (const minutes of [2, 20, 60]) await advance(server.url, minutes * minuteMs)
}

test('no function, whoever calls it, writes who somebody is or what pays', async () => {
  await story()
  const all = await ask<Invocation[]>(`${server.url}/local/logs?after=0`)
  const functions = new Set(all.map((entry) => entry.function))
  for (const name of ['order', 'member', 'console', 'care', 'paynotify', 'tick'])
    expect(functions).toContain(name)
  const lines = all.flatMap(({ lines: own, error }) => [
    ...own.map(({ text }) => text),
    ...(error === undefined ? [] : [JSON.stringify({ event: 'platform', error })]),
  ])
  expect(lines.length).toBeGreaterThan(30)
  for (const event of ['effectFailed', 'queryBeforeCancel'])
    expect(lines.join('\n')).toContain(`"event":"${event}"`)
  for (const line of lines) {
    for (const secret of secrets) expect(line).not.toContain(secret)
    expect(line).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
    const told = JSON.parse(line) as Record<string, unknown>
    expect(told).toHaveProperty('event')
    if (told['event'] !== 'invocation') continue
    expect(told).toMatchObject({
      requestId: expect.any(String),
      action: expect.any(String),
      durationMs: expect.any(Number),
      outcome: expect.any(String),
      start: expect.stringMatching(/^(cold|warm)$/),
    })
  }
  // Each invocation has its line, callbacks and timers too.
  for (const entry of all)
    expect(entry.lines.filter(({ text }) => text.includes('"event":"invocation"'))).toHaveLength(1)
  expect((await documents(server.url, 'orders')).length).toBeGreaterThan(2)
}, 120_000)
