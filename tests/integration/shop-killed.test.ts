import fs from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { closePaymentAt, holdMs } from '../../shared/domain/hold'
import { advance, ask, documents } from '../harness/client'
import { startServer, temporaryFolder } from '../harness/server'
import type { Server } from '../harness/server'
import { buyTwo, newCustomer, placeOne } from '../harness/shopping'
import type { Customer } from '../harness/shopping'

const orderCount = 500
const stock = 10_000
const width = 6
const kills = 5
const skuIds = ['tea-cloud-tip.50g.tin', 'coffee-house-blend.227g.bean'] as const

const minuteMs = 60_000
/** The time to pay is over, WeChat Pay lets its payment be closed, and the timer has come by. */
const untilClosedMs = closePaymentAt({ expiresAt: holdMs }, holdMs) + minuteMs

interface OrderRow {
  _id: string
  state: string
  outTradeNo: string
  totalFen: number
  lines: { skuId: string; quantity: number; amountFen: number }[]
}
/** An order at the pretended WeChat Pay, which knows nothing of our database. */
interface CashierRow {
  outTradeNo: string
  state: string
}
interface PaymentRow {
  _id: string
  state: string
  totalFen: number
  orderId: string
}

const dataDirectory = temporaryFolder()
afterAll(() => fs.rmSync(dataDirectory, { recursive: true, force: true }))

/** Orders until `orderCount` orders were confirmed or the server is gone. */
async function shop(server: Server, customers: Customer[], paid: Set<string>) {
  await Promise.all(
    customers.map(async (customer) => {
      while (paid.size < orderCount) {
        try {
          paid.add((await buyTwo(server.url, customer, skuIds)).orderId)
        } catch (error) {
          if (isGone(error)) return
          throw error
        }
      }
    }),
  )
}

/** Errors of Node's own parts are of another realm than the tests: `instanceof` would not know them. */
const isGone = (error: unknown) =>
  /ECONN|socket hang up|EPIPE|aborted/.test(String((error as { message?: unknown }).message))

test('a process killed at random moments loses no order and makes none half', async () => {
  const paid = new Set<string>()
  const waits = fc.sample(fc.integer({ min: 50, max: 4_000 }), { numRuns: kills, seed: 20_260_322 })
  let server = await startServer({ dataDirectory, stock })
  for (const wait of waits) {
    const customers = await newCustomers(server)
    const shopping = shop(server, customers, paid)
    const killed = new Promise<void>((resolve) => setTimeout(resolve, wait)).then(() =>
      server.kill(),
    )
    await Promise.all([shopping, killed])
    server = await startServer({ dataDirectory })
  }
  const customers = await newCustomers(server)
  await shop(server, customers, paid)
  // Nothing is left open later than an order of this instant that nobody pays.
  expect((await placeOne(customers[0]!, skuIds[0])).ok).toBe(true)
  await advance(server.url, untilClosedMs)

  const orders = await allOrders(server)
  const payments = await documents<PaymentRow>(server.url, 'payments')
  const cashier = await ask<CashierRow[]>(`${server.url}/local/pay?limit=10000`)
  const moneyTaken = new Set(
    cashier.filter(({ state }) => state === 'SUCCESS').map(({ outTradeNo }) => outTradeNo),
  )
  const byId = new Map(orders.map((order) => [order._id, order]))
  for (const id of paid) expect(byId.get(id)?.state).toBe('paid')
  for (const order of orders) {
    expect(['paid', 'cancelled']).toContain(order.state)
    const payment = payments.find(({ _id }) => _id === order.outTradeNo)
    expect(payment).toMatchObject({ orderId: order._id, totalFen: order.totalFen })
    expect(moneyTaken.has(order.outTradeNo)).toBe(order.state === 'paid')
    expect(payment?.state).toBe(order.state === 'paid' ? 'paid' : 'closed')
  }
  for (const skuId of skuIds) {
    const [sku] = await documents<{ stock: number }>(server.url, 'skus', { _id: skuId })
    const sold = orders
      .filter(({ state }) => state === 'paid')
      .flatMap(({ lines }) => lines.filter((line) => line.skuId === skuId))
      .reduce((sum, { quantity }) => sum + quantity, 0)
    expect((sku?.stock ?? NaN) + sold).toBe(stock)
  }
  await server.stop()
}, 400_000)

const newCustomers = (server: Server) =>
  Promise.all(
    Array.from({ length: width }, (_, index) => newCustomer(server.url, `killed${index}`)),
  )

const allOrders = (server: Server) => documents<OrderRow>(server.url, 'orders')
