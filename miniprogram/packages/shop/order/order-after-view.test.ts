import { expect, test } from '@jest/globals'
import type { OrderAfterView } from '../../../../shared/contract/order-after'
import { messages } from '../../../../shared/messages/messages'
import { toAfterView } from './order-after-view'

const t = messages['zh-CN']
const now = Date.parse('2026-03-22T09:41:00+08:00')
const after: OrderAfterView = {
  placedLines: [],
  shipments: [],
  refundedFen: 0,
  refunds: [],
  afterSales: [],
}
const view = (change: Partial<OrderAfterView>, isSold = true) =>
  toAfterView({ ...after, ...change }, { isSold, now }, t)
const parcel = {
  id: 'p1',
  carrier: '顺丰速运',
  trackingNumber: 'SF1234567',
  shippedAt: now,
  lines: [{ lineIndex: 0, name: '云山雾尖', quantity: 2 }],
  events: [{ at: now, what: 'shipped' as const }],
}

test('several parcels are numbered, each with its goods', () => {
  const { parcels } = view({ shipments: [parcel, { ...parcel, id: 'p2' }] })
  expect(parcels).toMatchObject([
    { title: '包裹 1', who: '顺丰速运 SF1234567', goods: '云山雾尖 ×2' },
    { title: '包裹 2' },
  ])
  expect(view({ shipments: [parcel] }).parcels[0]?.title).toBe('包裹')
})

test('a courier of the town is called and not tracked', () => {
  const { carrier: _carrier, ...rest } = parcel
  const courier = { name: '小段', phone: '13800000001' }
  expect(view({ shipments: [{ ...rest, courier }] }).parcels[0]).toMatchObject({
    who: '小段送货，13800000001',
    trackingNumber: '',
    phone: '13800000001',
  })
})

test('a refund says what went back where', () => {
  const { refunds } = view({
    refunds: [
      {
        id: 'r',
        state: 'refunded',
        means: { wechatFen: 5000, balanceFen: 800, giftcardFen: 0 },
        points: 30,
        createdAt: now,
      },
    ],
  })
  expect(refunds).toMatchObject([
    {
      sum: '¥58.00',
      state: '已退回',
      parts: '微信支付 ¥50.00、余额 ¥8.00、退回 30 积分',
      at: '今天 9:41',
    },
  ])
})

test('a refund that is stuck is told apart, and a gift card counts in its sum', () => {
  const means = { wechatFen: 5000, balanceFen: 800, giftcardFen: 200 }
  const refund = { id: 'r', means, points: 0, createdAt: now }
  const refunds = (['asked', 'refunded', 'stuck'] as const).map((state) => ({ ...refund, state }))
  expect(view({ refunds }).refunds).toMatchObject([
    { isStuck: false, sum: '¥60.00' },
    { isStuck: false },
    { isStuck: true },
  ])
})

test('a line says how many of its pieces were refunded, when there are any', () => {
  const line = {
    skuId: 'spring-50',
    productId: 'spring',
    name: '云山雾尖',
    options: '',
    picture: '',
    plate: 'tea',
    priceFen: 6800,
    quantity: 3,
    amountFen: 20_400,
    payableFen: 20_400,
    isGift: false,
  } as const
  const placedLines = [0, 2].map((refunded) => ({ ...line, refunded }))
  expect(view({ placedLines }).backs).toEqual(['', expect.stringContaining('2')])
})

test('an invoice can be asked for a sale, and corrected until it is issued', () => {
  const invoice = { kind: 'person', title: '何女士', state: 'asked', askedAt: now } as const
  expect(view({}, false).invoice.canAsk).toBe(false)
  expect(view({}).invoice.canAsk).toBe(true)
  expect(view({ invoice }).invoice).toMatchObject({ title: '何女士', canAsk: true })
  expect(view({ invoice }).invoice).toMatchObject({ state: t.orders.invoiceAsked, format: '' })
  const issued = { ...invoice, state: 'issued' } as const
  const file = 'https://a.tcb.qcloud.la/invoices/1.pdf?sign=a'
  expect(view({ invoice: { ...issued, file } }).invoice).toMatchObject({
    canAsk: false,
    state: t.orders.invoiceIssued,
    format: 'pdf',
  })
  expect(view({ invoice: issued }).invoice).toMatchObject({
    state: t.orders.invoiceGone,
    format: '',
  })
})
