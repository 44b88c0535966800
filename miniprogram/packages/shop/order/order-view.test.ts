import { expect, test } from '@jest/globals'
import type { OrderDetail } from '../../../../shared/contract/order'
import { orderStates } from '../../../../shared/domain/order-state'
import { messages } from '../../../../shared/messages/messages'
import { toOrderView } from './order-view'

const t = messages['zh-CN'].orders
const at = (text: string) => Date.parse(`2026-03-22T${text}+08:00`)
const now = at('09:41:00')
const carrier = (id: string) => ({ SF: '顺丰' })[id] ?? id

const order: OrderDetail = {
  id: 'o',
  number: '0322 18',
  outTradeNo: 'Y1',
  state: 'pendingPayment',
  lines: [],
  count: 1,
  totalFen: 6800,
  goodsFen: 5800,
  adjustments: [{ kind: 'delivery', amountFen: 1000 }],
  placedAt: now,
  expiresAt: at('09:56:00'),
  actions: ['pay', 'cancel'],
  address: {
    id: 'a',
    name: '何女士',
    phone: '13800130027',
    province: '浙江省',
    city: '丽水市',
    district: '云和县',
    street: '松树坡路 12 号',
    isDefault: true,
  },
  note: '',
  timeline: [{ at: now, event: 'place' }],
  parcels: [],
}
const view = (change: Partial<OrderDetail>) => toOrderView({ ...order, ...change }, now, t, carrier)

test.each([
  [{}, '货留到今天 9:56，到点自动放回', 1],
  [{ state: 'paid', shipBy: at('18:00:00') }, '今天 18:00 前发出', 2],
  [
    { state: 'shipped', parcels: [{ carrier: 'SF', trackingNumber: 'SF123', shippedAt: now }] },
    '顺丰 SF123',
    3,
  ],
  [{ state: 'completed', receivedAt: now }, '今天 9:41 收货', 4],
  [{ state: 'cancelled' }, '没有扣款，商品已放回', 0],
  [{ state: 'refunding' }, '¥68.00 原路退回微信，一般很快到', 0],
  [{ state: 'refunded' }, '¥68.00 已退回微信', 0],
] as [Partial<OrderDetail>, string, number][])('%p says %s', (change, line, stop) => {
  expect(view(change)).toMatchObject({ line, stop })
})

test('delivery and what is due are added up in words', () => {
  expect(view({})).toMatchObject({ deliveryText: '¥10.00', sumLabel: '应付', totalFen: 6800 })
  expect(view({ state: 'paid', adjustments: [] })).toMatchObject({
    deliveryText: '包邮',
    sumLabel: '实付',
  })
})

test('the newest event is first', () => {
  const { events } = view({
    timeline: [
      { at: at('09:40:00'), event: 'place' },
      { at: now, event: 'pay' },
    ],
  })
  expect(events).toEqual([
    { id: 1, at: '今天 9:41', text: '已付款' },
    { id: 0, at: '今天 9:40', text: '已下单' },
  ])
})

test('every state of an order can be shown', () => {
  for (const state of orderStates) expect(view({ state }).headline).toBeTruthy()
})

test('the ridge says the day of what happened and of what is promised', () => {
  expect(view({}).days).toEqual(['今天', '', '', ''])
  expect(view({ state: 'paid', paidAt: now, shipBy: now + 86_400_000 }).days).toEqual([
    '今天',
    '今天',
    '明天',
    '',
  ])
})
