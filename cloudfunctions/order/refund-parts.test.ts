import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AccountDocument } from '../_kit/documents/ledger'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import { startRefund } from '../_kit/orders/start-refund'
import type { RefundWish } from '../_kit/orders/start-refund'
import { runFresh } from '../_kit/outbox/run'
import { transaction } from '../_kit/transaction'
import { refundPoints, refundShareFen } from '../../shared/domain/promotion/refund'
import { settings } from '../../tests/shop/catalogue'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000

let shop: Shop
beforeEach(() => {
  shop = opened()
})

function opened(): Shop {
  const fresh = new Shop()
  fresh.put('settings', [
    { ...settings, points: { perYuan: 100, mostPercent: 50, earnPerYuan: 1 } },
  ])
  fresh.put('accounts', [
    { _id: 'balance:anna', kind: 'balance', memberId: 'anna', amount: 4000, updatedAt: 0 },
    { _id: 'points:anna', kind: 'points', memberId: 'anna', amount: 777, updatedAt: 0 },
  ] as AccountDocument[])
  return fresh
}

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)
const amountOf = (id: string) => shop.one<AccountDocument>('accounts', id).amount
const refunds = () => shop.all<RefundDocument>('refunds')

/** Three and two pieces, paid with balance, points and WeChat Pay, and received. */
async function received(): Promise<OrderDocument> {
  const addressId = await shop.address('anna')
  await shop.call('anna', 'order.changeCart', {
    changes: [
      { skuId: 'spring-100', add: 2 },
      { skuId: 'spring-50', add: 3 },
    ],
  })
  const asked = { source: { kind: 'cart' }, addressId, useBalance: true, usePoints: true } as const
  const { signature } = await shop.call('anna', 'order.quote', asked)
  const { orderId, outTradeNo } = await shop.call('anna', 'order.place', { ...asked, signature })
  await shop.call('anna', 'order.pay', { outTradeNo })
  shop.pay.pay(outTradeNo, 'anna')
  await shop.call('anna', 'order.confirmPayment', { outTradeNo })
  await shop.call('packer', 'console.ship', { orderId, carrier: 'SF', trackingNumber: 'SF1234567' })
  await shop.call('anna', 'order.confirmReceipt', { orderId })
  return orderOf(orderId)
}

/** What some pieces of a line are worth by the rule. */
function wishFor(order: OrderDocument, lineIndex: number, quantity: number): RefundWish {
  const line = order.lines[lineIndex]!
  return {
    cause: 'afterSale',
    what: {
      lines: [{ lineIndex, quantity }],
      refundFen: refundShareFen(line, line.refunded, quantity),
      points: refundPoints(line, line.refunded, quantity),
    },
    isStockBack: false,
  }
}

/** Books a refund as staff do, and lets the outbox go. */
async function refund(orderId: string, wish: (order: OrderDocument) => RefundWish) {
  const now = Date.now()
  const entries = await transaction(async (tx) => {
    const order = (await tx.orders.get(orderId))!
    return (await startRefund(tx, order, wish(order), now)).entries
  })
  await runFresh(entries, { envId: 'fake-env', now })
}

describe('refunds in parts', () => {
  test('have numbers of their own and leave the order as it is until the last piece', async () => {
    const { _id, outTradeNo } = await received()
    await refund(_id, (order) => wishFor(order, 0, 1))
    expect(orderOf(_id).state).toBe('completed')
    expect(shop.one<PaymentDocument>('payments', outTradeNo)).toMatchObject({
      state: 'paid',
      refundCount: 1,
    })
    await refund(_id, (order) => wishFor(order, 0, 2))
    await refund(_id, (order) => wishFor(order, 1, 2))
    expect(
      orderOf(_id)
        .timeline.slice(-2)
        .map(({ event }) => event),
    ).toEqual(['refundRest', 'refund'])
    expect(orderOf(_id).state).toBe('refunded')
    expect(refunds().map((one) => one._id)).toEqual([1, 2, 3].map((n) => `${outTradeNo}-R${n}`))
  })

  test('in any split give everything back to where it came from, and no fen more', async () => {
    const split = fc.shuffledSubarray([0, 0, 0, 1, 1], { minLength: 5, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(split, async (pieces) => {
        shop = opened()
        const before = await received()
        expect([amountOf('balance:anna'), before.points]).toEqual([0, 777])
        for (const lineIndex of pieces)
          await refund(before._id, (order) => wishFor(order, lineIndex, 1))
        const order = orderOf(before._id)
        expect(order.refundedFen).toBe(order.totalFen)
        expect(order.earned).toBe(0)
        expect(amountOf('balance:anna')).toBe(4000)
        expect(amountOf('points:anna')).toBe(777)
        const atWechat = [...shop.pay.refunds.values()].reduce((sum, one) => sum + one.refundFee, 0)
        expect(atWechat).toBe(order.means.wechatFen)
        expect(order.state).toBe('refunded')
      }),
      { numRuns: 6, seed: 7 },
    )
  })

  test('never give more than was paid, nor one piece twice', async () => {
    const { _id, totalFen } = await received()
    const all = (refundFen: number): RefundWish => ({
      cause: 'afterSale',
      what: { lines: [], refundFen, points: 0 },
      isStockBack: false,
    })
    await expect(refund(_id, () => all(totalFen + 1))).rejects.toThrow('cannot give back')
    await refund(_id, (order) => wishFor(order, 0, 3))
    await expect(
      refund(_id, () => ({
        cause: 'afterSale',
        what: { lines: [{ lineIndex: 0, quantity: 1 }], refundFen: 1, points: 0 },
        isStockBack: false,
      })),
    ).rejects.toThrow('no 1 pieces left')
    expect(refunds()).toHaveLength(1)
  })

  test('two clerks at once give the same pieces back once', async () => {
    const { _id } = await received()
    const replies = await Promise.allSettled(
      [1, 2, 3].map(() =>
        refund(_id, () => ({
          cause: 'afterSale',
          what: { lines: [{ lineIndex: 1, quantity: 2 }], refundFen: 100, points: 0 },
          isStockBack: true,
        })),
      ),
    )
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(shop.stockOf('spring-100')).toBe(3)
  })

  test('WeChat Pay gives a payment back in fifty parts at most', async () => {
    const { _id, outTradeNo } = await received()
    const payment = shop.one<PaymentDocument>('payments', outTradeNo)
    shop.put('payments', [{ ...payment, refundCount: 50 }])
    await expect(refund(_id, (order) => wishFor(order, 0, 1))).rejects.toThrow('50 refunds')
  })

  test('a rest after parts is what is left', async () => {
    const { _id, outTradeNo } = await received()
    await refund(_id, (order) => wishFor(order, 0, 2))
    await refund(_id, () => ({ cause: 'cancelPaid', what: 'rest', isStockBack: true }))
    expect(refunds().map((one) => one._id)).toEqual([`${outTradeNo}-R1`, `${outTradeNo}-R2`])
    expect(orderOf(_id).refundedFen).toBe(orderOf(_id).totalFen)
    expect([shop.stockOf('spring-50'), shop.stockOf('spring-100')]).toEqual([8, 3])
    expect(amountOf('balance:anna')).toBe(4000)
    expect(amountOf('points:anna')).toBe(777)
  })
})

describe('when WeChat Pay gives up', () => {
  test('the refund is stuck for staff to see, and goes on with the same number', async () => {
    const { _id, outTradeNo } = await received()
    shop.pay.refundState = 'PROCESSING'
    await refund(_id, (order) => wishFor(order, 1, 2))
    const number = `${outTradeNo}-R1`
    const asked = shop.pay.refunds.get(number)!
    asked.state = 'CHANGE'
    shop.advance(2 * minuteMs)
    await shop.tick()
    const entry = () => shop.one<OutboxDocument>('outbox', `refund:${number}`)
    expect(refunds()[0]!.state).toBe('stuck')
    expect(entry()).toMatchObject({ state: 'dead' })
    expect(amountOf('balance:anna')).toBe(0)
    // It stays for staff to see, however often the timer comes by.
    shop.advance(30 * minuteMs)
    await shop.tick()
    expect(entry().state).toBe('dead')

    asked.state = 'SUCCESS'
    await shop.call('owner', 'console.retryEffect', { effectId: `refund:${number}` })
    expect(refunds()[0]!.state).toBe('refunded')
    expect(
      fakeCloud.callsOf('cloudPay.refund').map(({ parameters }) => parameters.out_refund_no),
    ).toEqual([number, number])
  })

  test('a callback about a part is taken as a hint to look', async () => {
    const { _id, outTradeNo } = await received()
    shop.pay.refundState = 'PROCESSING'
    await refund(_id, (order) => wishFor(order, 1, 2))
    shop.pay.refunds.get(`${outTradeNo}-R1`)!.state = 'SUCCESS'
    shop.advance(1_000)
    await shop.notify({ outTradeNo })
    expect(refunds()[0]!.state).toBe('refunded')
  })
})
