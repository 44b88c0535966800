import fs from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { advance, ask, createClient, documents, payAt } from '../harness/client'
import { startServer, temporaryFolder } from '../harness/server'
import type { Server } from '../harness/server'
import { newCustomer } from '../harness/shopping'
import type { Customer } from '../harness/shopping'

const stock = 500
const width = 6
const waitsMs = [700, 1_900]
const hourMs = 3_600_000
const flashSku = 'tea-osmanthus-oolong.50g.bag'
const groupSku = 'coffee-drip-dawn.1'
const groupBuyId = 'dawn-for-two'

interface OrderRow {
  _id: string
  memberId: string
  state: string
  outTradeNo: string
  totalFen: number
  refundedFen: number
  couponIds: string[]
  means: { wechatFen: number; balanceFen: number }
  lines: { skuId: string; quantity: number }[]
}
interface PaymentRow {
  _id: string
  state: string
  refundedFen: number
}
interface CouponRow {
  _id: string
  state: string
  orderId?: string
}
interface AccountRow {
  _id: string
  amount: number
}

const dataDirectory = temporaryFolder()
afterAll(() => fs.rmSync(dataDirectory, { recursive: true, force: true }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const isGone = (error: unknown) =>
  /ECONN|socket hang up|EPIPE|aborted/.test(String((error as { message?: unknown }).message))

/** Everything a customer can have beside the goods, in whatever order it comes; refusals are fine. */
async function buy(server: Server, customer: Customer, turn: number): Promise<void> {
  await customer.call('loyalty.claimCoupon', { couponId: 'delivery' })
  const isGroup = turn % 2 === 1
  const wish = {
    source: { kind: 'sku', skuId: isGroup ? groupSku : flashSku, quantity: 1 },
    addressId: customer.addressId,
    useBalance: turn % 3 !== 0,
    ...(isGroup ? { group: await groupFor(server, customer, turn) } : {}),
  } as const
  const quote = await customer.call('order.quote', wish)
  if (!quote.ok) return
  const placed = await customer.call('order.place', { ...wish, signature: quote.data.signature })
  if (!placed.ok) return
  const { outTradeNo, isPaid, orderId } = placed.data
  if (!isPaid && turn % 5 !== 4) {
    const opened = await customer.call('order.pay', { outTradeNo })
    if (!opened.ok) return
    await payAt(server.url, outTradeNo)
    await customer.call('order.confirmPayment', { outTradeNo })
  }
  if (turn % 4 === 3) await customer.call('order.cancel', { orderId, reason: 'other' })
}

/** A group that somebody else has begun, or a new one. */
async function groupFor(server: Server, { user }: Customer, turn: number) {
  const groups = await documents<{ _id: string; state: string; members: { memberId: string }[] }>(
    server.url,
    'groups',
  )
  const begun = groups.find(
    ({ state, members }) =>
      state === 'open' && members.length === 1 && members[0]?.memberId !== user,
  )
  return {
    promotionId: groupBuyId,
    ...(begun && turn % 4 === 1 ? { groupId: begun._id } : {}),
  }
}

async function shop(server: Server, customers: Customer[], turns: number, firstTurn: number) {
  await Promise.all(
    customers.map(async (customer, index) => {
      for (let turn = firstTurn + index; turn < firstTurn + index + turns; turn += 1)
        try {
          await buy(server, customer, turn)
        } catch (error) {
          if (isGone(error)) return
          throw error
        }
    }),
  )
}

const newCustomers = (server: Server) =>
  Promise.all(
    Array.from({ length: width }, (_, index) => newCustomer(server.url, `offered${index}`)),
  )

/** Gives each customer a balance, through an order of theirs. */
async function fillBalances(server: Server, customers: Customer[]): Promise<void> {
  const owner = createClient(server.url, 'owner')
  for (const customer of customers) {
    const wish = {
      source: { kind: 'sku', skuId: flashSku, quantity: 1 },
      addressId: customer.addressId,
    } as const
    const { signature } = await customer.must('order.quote', wish)
    const { orderId } = await customer.must('order.place', { ...wish, signature })
    await owner.must('console.adjustWallet', {
      orderId,
      account: 'balance',
      change: 7_000,
      reason: '开业礼',
    })
  }
}

test('offers, groups and own money survive a process that is killed, and all books agree', async () => {
  let server = await startServer({ dataDirectory, stock })
  let customers = await newCustomers(server)
  await fillBalances(server, customers)
  for (const [round, wait] of waitsMs.entries()) {
    const shopping = shop(server, customers, 1_000, round * 7)
    const killed = new Promise<void>((resolve) => setTimeout(resolve, wait)).then(() =>
      server.kill(),
    )
    await Promise.all([shopping, killed])
    server = await startServer({ dataDirectory })
    customers = await newCustomers(server)
  }
  await shop(server, customers, 6, 0)
  // Past the time to pay, then past the time of every group.
  await advance(server.url, hourMs / 3)
  for (let hour = 0; hour < 26; hour += 13) await advance(server.url, 13 * hourMs)

  const { url } = server
  const orders = await documents<OrderRow>(url, 'orders')
  const payments = await documents<PaymentRow>(url, 'payments')
  const cashier = await ask<{ outTradeNo: string; state: string }[]>(`${url}/local/pay?limit=10000`)
  const taken = new Set(
    cashier.filter(({ state }) => /SUCCESS|REFUND/.test(state)).map(({ outTradeNo }) => outTradeNo),
  )
  expect(new Set(orders.map(({ state }) => state))).toEqual(
    new Set(['paid', 'cancelled', 'refunded']),
  )
  for (const order of orders) {
    const payment = payments.find(({ _id }) => _id === order.outTradeNo)
    const hadMoney = order.state !== 'cancelled'
    expect(taken.has(order.outTradeNo)).toBe(hadMoney && order.means.wechatFen > 0)
    expect(order.refundedFen).toBe(order.state === 'refunded' ? order.totalFen : 0)
    expect(payment?.refundedFen).toBe(order.state === 'refunded' ? order.means.wechatFen : 0)
  }
  const kept = orders.filter(({ state }) => state === 'paid')
  for (const skuId of [flashSku, groupSku]) {
    const [sku] = await documents<{ stock: number }>(url, 'skus', { _id: skuId })
    const sold = kept.flatMap(({ lines }) => lines).filter((line) => line.skuId === skuId)
    expect((sku?.stock ?? NaN) + sum(sold.map(({ quantity }) => quantity))).toBe(stock)
  }
  // All of it was met with, and all of it was read.
  expect(orders.length).toBeLessThan(1_000)
  expect(kept.some(({ couponIds }) => couponIds.length > 0)).toBe(true)
  expect(kept.some(({ means }) => means.balanceFen > 0 && means.wechatFen > 0)).toBe(true)
  expect(kept.some(({ lines }) => lines[0]?.skuId === groupSku)).toBe(true)
  await checkOffers(url, orders)
  await checkAccounts(url, kept)
  await server.stop()
}, 120_000)

/** No coupon is held, each used one is with an order that was kept; flash pieces are all there. */
async function checkOffers(url: string, orders: readonly OrderRow[]): Promise<void> {
  const kept = orders.filter(({ state }) => state === 'paid')
  for (const own of await documents<CouponRow>(url, 'membercoupons')) {
    const [user, ...others] = kept.filter(({ couponIds }) => couponIds.includes(own._id))
    expect(others).toEqual([])
    expect(own.state).toBe(user ? 'used' : 'open')
    expect(own.orderId).toBe(user?._id)
  }
  const buyers = await documents<{ _id: string; bought: number }>(url, 'flashbuyers')
  for (const { _id, left, total } of await documents<{ _id: string; left: number; total: number }>(
    url,
    'flashstocks',
  )) {
    const bought = buyers.filter((buyer) => buyer._id.startsWith(`${_id}:`))
    expect(left + sum(bought.map((buyer) => buyer.bought))).toBe(total)
    for (const buyer of bought) expect(buyer.bought).toBeLessThanOrEqual(2)
  }
  for (const { state, size, members: places } of await documents<{
    state: string
    size: number
    members: { orderId: string; isPaid: boolean }[]
  }>(url, 'groups')) {
    const paid = places.filter(({ isPaid }) => isPaid).map(({ orderId }) => orderId)
    expect(['starting', 'failed', 'complete']).toContain(state)
    if (state !== 'complete') continue
    expect(paid).toHaveLength(size)
    const members = orders.filter(({ _id }) => paid.includes(_id))
    expect(members).toHaveLength(size)
    // Whoever gives up an order after the group was complete leaves it complete.
    for (const order of members.filter(({ state: orderState }) => orderState !== 'paid'))
      expect(order).toMatchObject({
        state: 'refunded',
        cancelledBy: 'member',
        timeline: expect.arrayContaining([expect.objectContaining({ event: 'completeGroup' })]),
      })
  }
}

/** Every account is the sum of its entries, and what is missing of it is in orders. */
async function checkAccounts(url: string, kept: readonly OrderRow[]): Promise<void> {
  const entries = await documents<{ accountId: string; change: number }>(url, 'ledger')
  const accounts = await documents<AccountRow>(url, 'accounts')
  for (const { _id, amount } of accounts) {
    const own = entries.filter(({ accountId }) => accountId === _id)
    expect(sum(own.map(({ change }) => change))).toBe(amount)
    const [kind, user] = _id.split(':')
    if (kind !== 'balance') continue
    const spent = kept.filter(({ memberId }) => memberId === user)
    expect(amount + sum(spent.map(({ means }) => means.balanceFen))).toBe(7_000)
  }
}
