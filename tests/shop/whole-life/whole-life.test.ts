import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AfterSaleDocument } from '../../../cloudfunctions/_kit/documents/care'
import type {
  AccountDocument,
  MoneyDayDocument,
} from '../../../cloudfunctions/_kit/documents/ledger'
import type { OrderDocument, RefundDocument } from '../../../cloudfunctions/_kit/documents/order'
import type { OutboxDocument } from '../../../cloudfunctions/_kit/documents/outbox'
import { afterSaleTransitions } from '../../../shared/domain/after-sale'
import { orderTransitions } from '../../../shared/domain/order-state'
import type { Shop } from '../shop'
import { checkBooks } from './books'
import { openCompany, people } from './company'
import { happen, happening } from './happenings'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** More for a long look: `WHOLE_LIVES=2000 npx jest whole-life`. */
const runs = Number(process.env.WHOLE_LIVES ?? 6)
const seed = process.env.WHOLE_LIVES ? Date.now() : 20260321
/** Events rare enough not to happen to anybody, in a short look and in a long one. */
const mayBeMissed = runs < 100 ? 12 : 4

/** Once everything due is done, nobody's money is left without goods or a refund. */
async function settle(shop: Shop): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    shop.advance(30 * minuteMs)
    await shop.tick()
  }
  for (let day = 0; day < 2; day += 1) {
    shop.advance(dayMs)
    await shop.tick()
    await shop.tick()
  }
  for (const { state } of shop.all<OrderDocument>('orders'))
    expect(['pendingPayment', 'refunding']).not.toContain(state)
  for (const { state } of shop.all<RefundDocument>('refunds')) expect(state).toBe('refunded')
  // Only messages wait on, for somebody to say "tell me".
  const left = shop
    .all<OutboxDocument>('outbox')
    .filter(({ state, effect }) => effect.kind !== 'message' && state !== 'done')
  expect(left).toEqual([])
  const days = shop.all<MoneyDayDocument>('moneydays')
  expect(days.length).toBeGreaterThan(0)
  for (const { differences } of days) expect(differences).toEqual([])
}

/** WeChat Pay has exactly what orders keep; what it gave back is what the books say. */
function checkMoney(shop: Shop): void {
  const orders = shop.all<OrderDocument>('orders')
  const refunds = shop.all<RefundDocument>('refunds')
  for (const refund of refunds.filter(({ wechatFen }) => wechatFen > 0))
    expect(shop.pay.refunds.get(refund._id)?.refundFee).toBe(refund.wechatFen)
  expect(shop.pay.refunds.size).toBe(refunds.filter(({ wechatFen }) => wechatFen > 0).length)
  const honest = [...shop.pay.payments].filter(
    ([number, { state, payer }]) =>
      state === 'SUCCESS' &&
      orders.some((order) => order.outTradeNo === number && order.memberId === payer),
  )
  const received = honest.reduce((sum, [, { totalFee }]) => sum + totalFee, 0)
  const returned = refunds.reduce((sum, { wechatFen }) => sum + wechatFen, 0)
  const kept = orders
    .filter(({ state }) => state !== 'cancelled')
    .reduce((sum, order) => {
      const back = refunds.filter(({ orderId }) => orderId === order._id)
      return sum + order.means.wechatFen - back.reduce((fen, { wechatFen }) => fen + wechatFen, 0)
    }, 0)
  expect(received - returned).toBe(kept)
}

/** What a customer sees is what the books say. */
async function checkViews(shop: Shop): Promise<void> {
  for (const person of people) {
    const wallet = await shop.call(person, 'loyalty.getWallet', {})
    const own = (kind: AccountDocument['kind']) =>
      shop
        .all<AccountDocument>('accounts')
        .filter((account) => account.kind === kind && account.memberId === person)
        .reduce((sum, { amount }) => sum + amount, 0)
    expect(wallet).toMatchObject({ balanceFen: own('balance'), points: own('points') })
    const { orders } = await shop.call(person, 'order.list', { tab: 'all' })
    for (const { id, totalFen } of orders)
      expect(totalFen).toBe(shop.one<OrderDocument>('orders', id).totalFen)
  }
}

test('whatever happens in whatever order, goods, money, coupons and points add up', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 60, maxLength: 160, size: 'max' }),
      async (events) => {
        const shop = openCompany()
        for (const person of people) await shop.address(person)
        for (const event of events) {
          shop.advance(1_000)
          await happen(shop, event)
          checkBooks(shop)
        }
        await settle(shop)
        checkBooks(shop)
        checkMoney(shop)
        await checkViews(shop)
        for (const { timeline } of shop.all<OrderDocument>('orders'))
          for (const { event } of timeline) seen.add(event)
        for (const { timeline } of shop.all<AfterSaleDocument>('aftersales'))
          for (const { event } of timeline) seen.add(`afterSale.${event}`)
        expect(shop.errors.filter((line) => /"internal"|choreFailed/.test(line))).toEqual([])
      },
    ),
    { numRuns: runs, seed, endOnFailure: true },
  )
  // Nearly everything the tables of states know has happened to somebody.
  const possible = [
    ...Object.keys(orderTransitions),
    ...Object.keys(afterSaleTransitions).map((event) => `afterSale.${event}`),
  ]
  const missed = possible.filter((event) => !seen.has(event))
  expect(missed.slice(mayBeMissed)).toEqual([])
}, 3_600_000)
