import { expect, test } from '@jest/globals'
import { fakeCloud } from '../../../tests/fakes/wx-server-sdk'
import { Shop } from '../../../tests/shop/shop'
import type { OrderDocument, RefundDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'

const hourMs = 3_600_000

test.each([
  ['REFUNDCLOSE', 'closed'],
  ['CHANGE', 'abnormal'],
])(
  'a refund that ends as %s is left to a person, not asked about for ever',
  async (status, word) => {
    const shop = new Shop()
    shop.pay.refundState = 'PROCESSING'
    const { orderId, outTradeNo } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
    const outRefundNo = `${outTradeNo}-R`
    shop.pay.refunds.get(outRefundNo)!.state = status
    shop.advance(hourMs)
    await shop.tick()
    expect(shop.one<OutboxDocument>('outbox', `refund:${outRefundNo}`)).toMatchObject({
      state: 'dead',
      lastError: expect.stringContaining(word),
    })
    const asked = () => fakeCloud.callsOf('cloudPay.queryRefund').length
    const before = asked()
    for (let day = 0; day < 3; day += 1) {
      shop.advance(24 * hourMs)
      await shop.tick()
    }
    expect(asked()).toBe(before)
    expect(fakeCloud.callsOf('cloudPay.refund')).toHaveLength(1)
    expect(shop.one<OrderDocument>('orders', orderId).state).toBe('refunding')
  },
)

test('a refund that is refused again and again is left to a person, who can try again', async () => {
  const shop = new Shop()
  const { orderId, outTradeNo } = await shop.paidOrder('anna', 'spring-50')
  const outRefundNo = `${outTradeNo}-R`
  fakeCloud.answer('cloudPay.refund', {
    return_code: 'SUCCESS',
    result_code: 'FAIL',
    err_code_des: '订单已超过可退款的最大期限',
  })
  await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
  for (let hour = 0; hour < 48; hour += 1) {
    shop.advance(hourMs)
    await shop.tick()
  }
  expect(shop.one<OutboxDocument>('outbox', `refund:${outRefundNo}`)).toMatchObject({
    state: 'dead',
    lastError: expect.stringContaining('最大期限'),
  })
  expect(shop.one<RefundDocument>('refunds', outRefundNo).state).toBe('stuck')
  expect(fakeCloud.callsOf('cloudPay.refund').length).toBeLessThan(30)

  shop.pay.answerAgain()
  await shop.call('owner', 'console.retryEffect', { effectId: `refund:${outRefundNo}` })
  expect(shop.one<RefundDocument>('refunds', outRefundNo).state).toBe('refunded')
  expect(shop.one<OrderDocument>('orders', orderId).state).toBe('refunded')
})
