import { beforeEach, describe, expect, test } from '@jest/globals'
import type { SkuDocument } from '../_kit/documents/catalog'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { busy } from '../../tests/shop/fake-pay'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000
const understood = { errcode: 0, errmsg: '' }

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)
const eventsOf = (id: string) => orderOf(id).timeline.map(({ event }) => event)

/** An order opened at WeChat Pay. */
async function opened(user = 'anna', skuId = 'spring-50') {
  const placed = await shop.order(user, skuId)
  await shop.call(user, 'order.pay', { outTradeNo: placed.outTradeNo })
  return placed
}

describe('paying', () => {
  test('asks WeChat Pay for one member only as often as a person can, and never for others', async () => {
    const { outTradeNo } = await shop.order('anna', 'spring-50')
    const codes = new Set<string>()
    for (let time = 0; time < 120; time += 1) {
      const reply = await shop.send('anna', 'order.confirmPayment', { outTradeNo })
      codes.add(reply.ok ? 'ok' : (reply.error as { code: string }).code)
    }
    expect(codes).toEqual(new Set(['ok', 'RATE_LIMITED']))
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo })).toMatchObject({
      code: 'RATE_LIMITED',
    })
    await opened('bert')
    shop.advance(minuteMs)
    await shop.call('anna', 'order.pay', { outTradeNo })
  })

  test('opens the payment with our amount, and again when asked again', async () => {
    const { outTradeNo } = await shop.order('anna', 'spring-50')
    const first = await shop.call('anna', 'order.pay', { outTradeNo })
    expect(first.payment.package).toMatch(/^prepay_id=/)
    await shop.call('anna', 'order.pay', { outTradeNo })
    expect(fakeCloud.callsOf('cloudPay.unifiedOrder')[1]?.parameters).toMatchObject({
      out_trade_no: outTradeNo,
      total_fee: 7000,
      function_name: 'paynotify',
      sub_mch_id: '1900000001',
      env_id: 'fake-env',
      spbill_create_ip: '127.0.0.1',
      body: '云山雾尖',
    })
  })

  test('is confirmed by asking, and told once however often it is asked', async () => {
    const { outTradeNo, orderId } = await opened()
    const ask = () => shop.call('anna', 'order.confirmPayment', { outTradeNo })
    expect(await ask()).toEqual({ orderId, outcome: 'pending' })
    shop.pay.pay(outTradeNo, 'anna')
    expect(await ask()).toEqual({ orderId, outcome: 'paid' })
    expect(await ask()).toEqual({ orderId, outcome: 'paid' })
    expect(eventsOf(orderId)).toEqual(['place', 'pay'])
    expect(shop.one<PaymentDocument>('payments', outTradeNo)).toMatchObject({
      state: 'paid',
      transactionId: `T-${outTradeNo}`,
      paidAt: Date.UTC(2026, 2, 21, 1, 5),
    })
  })

  test('a callback replayed twenty times, with the page asking in between, changes it once', async () => {
    const { outTradeNo, orderId } = await opened()
    shop.pay.pay(outTradeNo, 'anna')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.notify({ outTradeNo, resultCode: 'SUCCESS' })),
    )
    await shop.call('anna', 'order.confirmPayment', { outTradeNo })
    expect(answers).toEqual(Array.from({ length: 20 }, () => understood))
    expect(eventsOf(orderId)).toEqual(['place', 'pay'])
    expect(shop.stockOf('spring-50')).toBe(9)
    expect(shop.all<OutboxDocument>('outbox')).toHaveLength(1)
  })

  test('somebody else’s payment does not exist', async () => {
    const { outTradeNo } = await opened()
    for (const action of ['order.pay', 'order.confirmPayment'] as const)
      expect(await shop.refusal('bert', action, { outTradeNo })).toEqual({
        code: 'ORDER_NOT_FOUND',
      })
  })

  test('what was paid a moment ago is not opened again, but confirmed', async () => {
    const { outTradeNo, orderId } = await opened()
    shop.pay.pay(outTradeNo, 'anna')
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo })).toEqual({
      code: 'ORDER_ALREADY_PAID',
      detail: { orderId },
    })
    expect(orderOf(orderId).state).toBe('paid')
  })

  test('a refusal that nobody can explain is told as WeChat Pay being away', async () => {
    const { outTradeNo, orderId } = await opened()
    fakeCloud.answer('cloudPay.unifiedOrder', busy)
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo })).toEqual({
      code: 'PAYMENT_UNAVAILABLE',
    })
    fakeCloud.refuse('cloudPay.queryOrder', -1, 'system busy')
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo })).toEqual({
      code: 'PAYMENT_UNAVAILABLE',
    })
    expect(orderOf(orderId).state).toBe('pendingPayment')
  })

  test('the description is cut between characters', async () => {
    const { name } = shop.one<SkuDocument>('skus', 'spring-50')
    await shop.changeSku('spring-50', { name: { ...name, zh: `${'茶'.repeat(39)}🍵` } })
    await opened()
    expect(fakeCloud.callsOf('cloudPay.unifiedOrder')[0]?.parameters.body).toBe('茶'.repeat(39))
  })

  test('WeChat Pay not answering is told as that, and nothing changes', async () => {
    const { outTradeNo, orderId } = await opened()
    fakeCloud.refuse('cloudPay.queryOrder', -1, 'system busy')
    fakeCloud.refuse('cloudPay.unifiedOrder', -1, 'system busy')
    for (const action of ['order.pay', 'order.confirmPayment'] as const)
      expect(await shop.refusal('anna', action, { outTradeNo })).toEqual({
        code: 'PAYMENT_UNAVAILABLE',
      })
    expect(orderOf(orderId).state).toBe('pendingPayment')
  })

  test('an order paid, cancelled or too late is not opened again', async () => {
    const paid = await shop.paidOrder('anna', 'spring-50')
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo: paid.outTradeNo })).toEqual({
      code: 'ORDER_ALREADY_PAID',
      detail: { orderId: paid.orderId },
    })
    const cancelled = await opened()
    await shop.call('anna', 'order.cancel', { orderId: cancelled.orderId, reason: 'other' })
    const late = await opened()
    shop.advance(15 * minuteMs)
    for (const { outTradeNo } of [cancelled, late])
      expect(await shop.refusal('anna', 'order.pay', { outTradeNo })).toEqual({
        code: 'ORDER_EXPIRED',
      })
  })
})

describe('what a forger tries', () => {
  test.each([
    ['one fen', () => ['anna', 1] as const],
    ['somebody else’s money', () => ['mallory', undefined] as const],
  ])('%s changes nothing', async (_what, forged) => {
    const { outTradeNo, orderId } = await opened()
    const [payer, totalFee] = forged()
    shop.pay.pay(outTradeNo, payer, totalFee)
    await shop.notify({ outTradeNo, totalFee: 7000, subOpenid: 'anna', resultCode: 'SUCCESS' })
    expect(orderOf(orderId).state).toBe('pendingPayment')
    expect(shop.one<PaymentDocument>('payments', outTradeNo).state).toBe('pending')
    expect(shop.errors.join()).toContain('paymentMismatch')
  })

  test('a callback for a payment that was not made changes nothing', async () => {
    const { outTradeNo, orderId } = await opened()
    await shop.notify({ outTradeNo, resultCode: 'SUCCESS', totalFee: 7000, subOpenid: 'anna' })
    expect(orderOf(orderId).state).toBe('pendingPayment')
  })

  test('callbacks about nothing are acknowledged and forgotten', async () => {
    for (const event of [
      {},
      { outTradeNo: 7 },
      { outTradeNo: '../x' },
      { outTradeNo: 'Y00000000' },
    ])
      expect(await shop.notify(event)).toEqual(understood)
  })

  test('a callback that cannot be checked is not acknowledged', async () => {
    const { outTradeNo } = await opened()
    fakeCloud.refuse('cloudPay.queryOrder', -1, 'system busy')
    await expect(shop.notify({ outTradeNo })).rejects.toThrow('queryOrder')
  })
})

describe('money that comes late', () => {
  async function expired(skuId = 'white-1') {
    const placed = await opened('anna', skuId)
    shop.advance(15 * minuteMs)
    await shop.tick()
    expect(orderOf(placed.orderId)).toMatchObject({ state: 'cancelled', cancelledBy: 'system' })
    return placed
  }

  test('takes the goods again when they are there', async () => {
    const { outTradeNo, orderId } = await expired()
    expect(shop.stockOf('white-1')).toBe(1)
    shop.pay.pay(outTradeNo, 'anna')
    await shop.notify({ outTradeNo })
    expect(eventsOf(orderId)).toEqual(['place', 'expire', 'revive'])
    expect(orderOf(orderId).state).toBe('paid')
    expect(shop.stockOf('white-1')).toBe(0)
  })

  test('goes back by itself, once, when they are gone', async () => {
    const { outTradeNo, orderId } = await expired()
    await shop.order('bert', 'white-1')
    shop.pay.pay(outTradeNo, 'anna')
    await Promise.all([shop.notify({ outTradeNo }), shop.notify({ outTradeNo })])
    expect(eventsOf(orderId)).toEqual(['place', 'expire', 'returnLatePayment', 'refund'])
    expect([...shop.pay.refunds.values()]).toEqual([{ refundFee: 4200, state: 'SUCCESS' }])
    expect(shop.stockOf('white-1')).toBe(0)
    expect(shop.one<PaymentDocument>('payments', outTradeNo).state).toBe('refunded')
    expect(await shop.call('anna', 'order.confirmPayment', { outTradeNo })).toEqual({
      orderId,
      outcome: 'refunding',
    })
  })

  test('goes back when the customer had given the order up', async () => {
    const { outTradeNo, orderId } = await opened('anna', 'white-1')
    await shop.call('anna', 'order.cancel', { orderId, reason: 'changedMind' })
    shop.pay.pay(outTradeNo, 'anna')
    await shop.notify({ outTradeNo })
    expect(orderOf(orderId).state).toBe('refunded')
    expect(shop.stockOf('white-1')).toBe(1)
  })

  test('an order whose goods were never released is simply paid', async () => {
    const { outTradeNo, orderId } = await opened('anna', 'white-1')
    shop.advance(20 * minuteMs)
    shop.pay.pay(outTradeNo, 'anna')
    await shop.notify({ outTradeNo })
    expect(eventsOf(orderId)).toEqual(['place', 'pay'])
    expect(shop.stockOf('white-1')).toBe(0)
  })
})

describe('giving up', () => {
  test('before payment gives the stock back and closes the payment, not too early', async () => {
    const { outTradeNo, orderId } = await opened('anna', 'white-1')
    expect(await shop.call('anna', 'order.cancel', { orderId, reason: 'changedMind' })).toEqual({
      state: 'cancelled',
    })
    expect(shop.stockOf('white-1')).toBe(1)
    shop.advance(4 * minuteMs)
    await shop.tick()
    expect(fakeCloud.callsOf('cloudPay.closeOrder')).toHaveLength(0)
    shop.advance(2 * minuteMs)
    await shop.tick()
    expect(fakeCloud.callsOf('cloudPay.closeOrder')).toHaveLength(1)
    expect(shop.one<PaymentDocument>('payments', outTradeNo).state).toBe('closed')
    expect(await shop.call('anna', 'order.confirmPayment', { outTradeNo })).toMatchObject({
      outcome: 'closed',
    })
  })

  test('when the money is there already says so and pays the order', async () => {
    const { outTradeNo, orderId } = await opened()
    shop.pay.pay(outTradeNo, 'anna')
    expect(await shop.refusal('anna', 'order.cancel', { orderId, reason: 'changedMind' })).toEqual({
      code: 'ORDER_ALREADY_PAID',
      detail: { orderId },
    })
    expect(orderOf(orderId).state).toBe('paid')
  })

  test('after payment refunds all of it and gives the stock back', async () => {
    const { outTradeNo, orderId } = await shop.paidOrder('anna', 'spring-50', 2)
    expect(shop.stockOf('spring-50')).toBe(8)
    const once = 'cancel-key-1'
    const cancel = () => shop.call('anna', 'order.cancel', { orderId, reason: 'tooSlow' }, { once })
    expect(await cancel()).toEqual({ state: 'refunding' })
    expect(await cancel()).toEqual({ state: 'refunding' })
    expect(shop.stockOf('spring-50')).toBe(10)
    expect(orderOf(orderId)).toMatchObject({ state: 'refunded', cancelReason: 'tooSlow' })
    expect(shop.all<RefundDocument>('refunds')).toEqual([
      expect.objectContaining({
        _id: `${outTradeNo}-R`,
        refundFen: 11600,
        totalFen: 11600,
        state: 'refunded',
      }),
    ])
  })

  test('a refund that takes its time is asked about until it is there', async () => {
    shop.pay.refundState = 'PROCESSING'
    const { outTradeNo, orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
    expect(orderOf(orderId).state).toBe('refunding')
    shop.advance(2 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('refunding')
    shop.pay.refunds.get(`${outTradeNo}-R`)!.state = 'SUCCESS'
    shop.advance(5 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('refunded')
    expect(fakeCloud.callsOf('cloudPay.refund')).toHaveLength(1)
  })

  test('a refund is never given up, however long it takes and whatever fails', async () => {
    shop.pay.refundState = 'PROCESSING'
    const { outTradeNo, orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
    const anHourLater = () => {
      shop.advance(61 * minuteMs)
      return shop.tick()
    }
    for (let hour = 0; hour < 24; hour += 1) await anHourLater()
    fakeCloud.refuse('cloudPay.queryRefund', -1, 'system busy')
    await anHourLater()
    shop.pay.answerAgain()
    shop.pay.refunds.get(`${outTradeNo}-R`)!.state = 'SUCCESS'
    await anHourLater()
    expect(orderOf(orderId).state).toBe('refunded')
    expect(fakeCloud.callsOf('cloudPay.refund')).toHaveLength(1)
  })

  test('a refund that fails is asked for again with the same number', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const working = shop.pay
    fakeCloud.refuse('cloudPay.refund', -1, 'system busy')
    await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
    expect(orderOf(orderId).state).toBe('refunding')
    shop.pay.answerAgain()
    shop.advance(2 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('refunded')
    expect(working.refunds.size).toBe(1)
  })

  test('what is shipped cannot be given up', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('packer', 'console.ship', {
      orderId,
      carrier: 'SF',
      trackingNumber: 'SF1234567',
    })
    expect(await shop.refusal('anna', 'order.cancel', { orderId, reason: 'other' })).toEqual({
      code: 'ORDER_STATE_CHANGED',
      detail: { state: 'shipped' },
    })
  })
})
