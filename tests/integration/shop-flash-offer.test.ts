import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createClient, documents } from '../harness/client'
import { startServer } from '../harness/server'
import type { Server } from '../harness/server'
import { newCustomer } from '../harness/shopping'
import type { Customer } from '../harness/shopping'

const buyerCount = 200
const flashPieces = 50
const perMember = 2
const stock = 1_000
const hourMs = 3_600_000
const skuId = 'tea-raw-puer.plain'

let server: Server
beforeAll(async () => {
  server = await startServer({ stock })
}, 60_000)
afterAll(() => server.stop())

async function openSale(): Promise<void> {
  const manager = createClient(server.url, 'manager')
  const now = Date.now()
  const { promotionId, updatedAt } = await manager.must('console.savePromotion', {
    form: {
      name: { zh: '茶席一刻', en: 'A quarter of tea' },
      startsAt: now - hourMs,
      endsAt: now + hourMs,
      scope: {},
      stacking: 'exclusive',
      rule: { kind: 'flashSale', items: [{ skuId, priceFen: 9_900, perMember }] },
      pieces: [{ skuId, total: flashPieces }],
    },
  })
  await manager.must('console.switchPromotion', { promotionId, isOn: true, seenAt: updatedAt })
}

/** What each of a customer's phones is about to send. */
async function agreed(customer: Customer) {
  const wish = {
    source: { kind: 'sku', skuId, quantity: 1 },
    addressId: customer.addressId,
  } as const
  const { signature } = await customer.must('order.quote', wish)
  return { ...wish, signature }
}

test('two hundred people, some with three phones, share fifty pieces of a flash sale', async () => {
  await openSale()
  const customers = await Promise.all(
    Array.from({ length: buyerCount }, (_, index) => newCustomer(server.url, `flash${index}`)),
  )
  const wishes = await Promise.all(customers.map(agreed))
  const orders = customers.flatMap((customer, index) =>
    Array.from({ length: index < 20 ? 3 : 1 }, () => ({ customer, wish: wishes[index]! })),
  )
  const replies = await Promise.all(
    orders.map(({ customer, wish }) => customer.call('order.place', wish)),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(flashPieces)
  const told = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))
  expect(new Set(told)).toEqual(new Set(['PRICE_CHANGED']))

  const { url } = server
  const [left] = await documents<{ left: number }>(url, 'flashstocks', {
    skuId,
    total: flashPieces,
  })
  expect(left?.left).toBe(0)
  const [sku] = await documents<{ stock: number }>(url, 'skus', { _id: skuId })
  expect(sku?.stock).toBe(stock - flashPieces)
  const buyers = await documents<{ bought: number }>(url, 'flashbuyers')
  expect(buyers.reduce((sum, { bought }) => sum + bought, 0)).toBe(flashPieces)
  for (const { bought } of buyers) expect(bought).toBeLessThanOrEqual(perMember)
}, 60_000)
