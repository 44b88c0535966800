import { beforeEach, describe, expect, test } from '@jest/globals'
import type { OrderDocument, PaymentDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { busy } from '../../tests/shop/fake-pay'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000

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

describe('the timer', () => {
  test('finds a payment whose callback never came', async () => {
    const { outTradeNo, orderId } = await opened()
    shop.pay.pay(outTradeNo, 'anna')
    await shop.tick()
    expect(orderOf(orderId).state).toBe('pendingPayment')
    shop.advance(2 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('paid')
  })

  test('does not end an order whose money is there', async () => {
    const { outTradeNo, orderId } = await opened()
    shop.advance(14 * minuteMs)
    shop.pay.pay(outTradeNo, 'anna')
    shop.advance(minuteMs)
    await shop.tick()
    expect(eventsOf(orderId)).toEqual(['place', 'pay'])
  })

  test('ends an order though WeChat Pay does not answer', async () => {
    const { orderId } = await opened()
    fakeCloud.refuse('cloudPay.queryOrder', -1, 'system busy')
    shop.advance(15 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('cancelled')
  })

  test('never ends an order twice, however many timers run', async () => {
    const { orderId } = await opened('anna', 'white-1')
    shop.advance(15 * minuteMs)
    await Promise.all([shop.tick(), shop.tick(), shop.tick()])
    expect(eventsOf(orderId)).toEqual(['place', 'expire'])
    expect(shop.stockOf('white-1')).toBe(1)
  })

  test('confirms what turns out to be paid when it is closed', async () => {
    const { outTradeNo, orderId } = await opened('anna', 'white-1')
    shop.advance(15 * minuteMs)
    await shop.tick()
    shop.pay.pay(outTradeNo, 'anna')
    shop.advance(5 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('paid')
  })

  test('one order that cannot be ended does not keep the others from it', async () => {
    const broken = await shop.order('anna', 'white-1')
    const sound = await shop.order('bert', 'spring-50')
    // Nothing can be given back of an order without lines.
    shop.put('orders', [{ ...orderOf(broken.orderId), lines: null } as never])
    shop.advance(15 * minuteMs)
    await shop.tick()
    expect(orderOf(sound.orderId).state).toBe('cancelled')
    expect(shop.errors.join()).toContain('"expireOrder"')
  })

  test('a payment is not taken for closed because WeChat Pay is busy', async () => {
    const { outTradeNo, orderId } = await opened('anna', 'white-1')
    shop.advance(15 * minuteMs)
    await shop.tick()
    fakeCloud.answer('cloudPay.closeOrder', busy)
    fakeCloud.answer('cloudPay.queryOrder', busy)
    shop.advance(5 * minuteMs)
    await shop.tick()
    expect(shop.one<PaymentDocument>('payments', outTradeNo).state).toBe('pending')
    shop.pay.answerAgain()
    shop.pay.pay(outTradeNo, 'anna')
    shop.advance(5 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('paid')
  })

  test('what WeChat Pay says nothing about is closed when it cannot be paid any more', async () => {
    const { outTradeNo } = await opened('anna', 'white-1')
    fakeCloud.answer('cloudPay.closeOrder', busy)
    fakeCloud.answer('cloudPay.queryOrder', busy)
    shop.advance(15 * minuteMs)
    await shop.tick()
    const stateAfter = async (ms: number) => {
      shop.advance(ms)
      await shop.tick()
      return shop.one<PaymentDocument>('payments', outTradeNo).state
    }
    expect(await stateAfter(119 * minuteMs)).toBe('pending')
    expect(await stateAfter(5 * minuteMs)).toBe('closed')
  })

  test('an order never opened at WeChat Pay is closed without a trace', async () => {
    const { outTradeNo } = await shop.order('anna', 'white-1')
    shop.advance(15 * minuteMs)
    await shop.tick()
    shop.advance(6 * minuteMs)
    await shop.tick()
    expect(shop.one<PaymentDocument>('payments', outTradeNo).state).toBe('closed')
    expect(shop.all<OutboxDocument>('outbox').every(({ state }) => state === 'done')).toBe(true)
  })
})
