import { beforeEach, expect, jest, test } from '@jest/globals'
import { fakeCloud } from '../fakes/wx-server-sdk'
import { Shop } from './shop'

const customer = 'oYd1A5kX-3fGhJ_kLmNpQrStUvWx'
const phone = '13800000027'
const minuteMs = 60_000

let shop: Shop
const lines: string[] = []
beforeEach(() => {
  shop = new Shop()
  lines.length = 0
  for (const level of ['info', 'warn', 'error', 'log'] as const)
    jest
      .spyOn(console, level)
      .mockImplementation((...words: unknown[]) => void lines.push(words.map(String).join(' ')))
})

/** Buys, is refused, fails and is repaired: what writes to a log. */
async function story(): Promise<void> {
  const { orderId, outTradeNo } = await shop.paidOrder(customer, 'spring-50')
  await shop.notify({ outTradeNo })
  await shop.call('packer', 'console.ship', {
    orderId,
    carrier: 'SF',
    trackingNumber: 'SF1234567890',
  })
  await shop.refusal(customer, 'order.get', { orderId: 'not-there-at-all' })
  await shop.call('clerk', 'console.findOrders', { query: phone })
  // The words of WeChat's gateway quote what it was given.
  fakeCloud.refuse(
    'openapi.wxa.sec.order.uploadShippingInfo',
    10060001,
    `openid ${customer} tel ${phone}`,
  )
  await shop.order(customer, 'spring-50')
  fakeCloud.refuse('cloudPay.queryOrder', -1, `busy for ${customer}`)
  shop.put('refunds', [{ _id: 'half', state: 'asked', createdAt: 0, orderId }])
  shop.put('outbox', [
    {
      _id: 'broken',
      memberId: customer,
      state: 'open',
      dueAt: 0,
      attempts: 0,
      createdAt: 0,
      effect: { kind: 'uploadShipping', orderId: `of ${customer}, ${phone}` },
    },
  ])
  for (const minutes of [2, 16, 60]) {
    shop.advance(minutes * minuteMs)
    await shop.tick().catch(() => undefined)
  }
  shop.put('carts', [{ _id: customer, entries: null }])
  await shop.send(customer, 'order.getCart', {})
}

test('no line of any log says who a customer is or where they live', async () => {
  await story()
  const all = lines.join('\n')
  expect(lines.length).toBeGreaterThan(12)
  expect(all).toContain('effectFailed')
  for (const secret of [customer, phone, '何女士', '松树坡路']) expect(all).not.toContain(secret)
  expect(all.match(/1[3-9]\d{9}(?!\d)/g) ?? []).toEqual([])
})

test('every invocation is one line with what is needed to find it', async () => {
  await shop.call(customer, 'member.getMe', {})
  await shop.refusal(undefined, 'member.getMe', {})
  const invocations = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(invocations).toHaveLength(2)
  expect(invocations[0]).toMatchObject({
    event: 'invocation',
    action: 'member.getMe',
    outcome: 'ok',
    member: expect.stringMatching(/^[\w-]{10}$/),
    requestId: expect.any(String),
    durationMs: expect.any(Number),
    start: expect.stringMatching(/^(cold|warm)$/),
  })
  expect(invocations[1]).toMatchObject({ outcome: 'UNAUTHORIZED', start: 'warm' })
})
