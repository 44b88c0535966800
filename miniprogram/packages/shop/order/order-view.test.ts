import { expect, test } from '@jest/globals'
import type { OrderDetail } from '../../../../shared/contract/order'
import { orderStates } from '../../../../shared/domain/order-state'
import { messages } from '../../../../shared/messages/messages'
import { toOrderView } from './order-view'

const t = messages['zh-CN']
const at = (text: string) => Date.parse(`2026-03-22T${text}+08:00`)
const now = at('09:41:00')

const order: OrderDetail = {
  id: 'o',
  number: '0322 18',
  outTradeNo: 'Y1',
  state: 'pendingPayment',
  lines: [],
  count: 1,
  totalFen: 6800,
  goodsFen: 5800,
  adjustments: [],
  deliveryFen: 1000,
  means: { wechatFen: 6800, balanceFen: 0, giftcardFen: 0 },
  points: 0,
  fulfilment: 'carrier',
  giftNote: '',
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
const view = (change: Partial<OrderDetail>) => toOrderView({ ...order, ...change }, now, t)

test('an order that has left in part says so, and when the rest leaves', () => {
  const parcels = [{ carrier: '顺丰', trackingNumber: 'SF123', shippedAt: now }]
  expect(view({ state: 'paid', shipBy: at('18:00:00'), parcels })).toMatchObject({
    headline: '发出了一部分',
    line: '其余的今天 18:00 前发出',
  })
})

test('no parcel of several speaks for the order', () => {
  const parcel = { carrier: '顺丰', trackingNumber: 'SF123', shippedAt: now }
  const parcels = [parcel, { ...parcel, trackingNumber: 'SF456' }]
  expect(view({ state: 'shipped', parcels })).toMatchObject({
    line: '分 2 个包裹，都在路上',
    trackingNumber: '',
  })
  expect(view({ state: 'shipped', parcels: [parcel] }).trackingNumber).toBe('SF123')
})

test.each([
  [{}, '货留到今天 9:56，到点自动放回', 1],
  [{ state: 'paid', shipBy: at('18:00:00') }, '今天 18:00 前发出', 2],
  [
    { state: 'shipped', parcels: [{ carrier: '顺丰', trackingNumber: 'SF123', shippedAt: now }] },
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
  expect(view({ state: 'paid', deliveryFen: 0 })).toMatchObject({
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

test('delivery that is given for nothing is said with its price, and taken off again', () => {
  const adjustments = [
    { kind: 'delivery', amountFen: 1000 },
    { kind: 'freeDelivery', amountFen: -1000 },
  ] as const
  const shown = view({ state: 'paid', deliveryFen: 0, adjustments: [...adjustments] })
  expect(shown.deliveryText).toBe('¥10.00')
  expect(shown.adjustments.map(({ amount }) => amount)).toEqual(['−¥10.00'])
})

test('what was taken off is said line by line, by its own name or its kind', () => {
  const { adjustments, facts } = view({
    state: 'paid',
    adjustments: [
      { kind: 'amountOff', amountFen: -1000, name: '春茶满减' },
      { kind: 'points', amountFen: -50 },
      { kind: 'delivery', amountFen: 1000 },
    ],
    means: { wechatFen: 5000, balanceFen: 700, giftcardFen: 0 },
  })
  expect(adjustments.map(({ name, amount }) => [name, amount])).toEqual([
    ['春茶满减', '−¥10.00'],
    ['积分抵扣', '−¥0.50'],
  ])
  expect(facts).toContainEqual({ name: '付款方式', value: '微信支付 ¥50.00、余额 ¥7.00' })
})

test('a pickup shows its code when it is ready, and not before', () => {
  const pickup = {
    id: 's',
    name: '老街店',
    address: '老街 3 号',
    hours: '9–21',
    phone: '',
    code: '482913',
  }
  expect(view({ state: 'paid', fulfilment: 'pickup', pickup }).pickup?.code).toBe('')
  expect(view({ state: 'ready', fulfilment: 'pickup', pickup })).toMatchObject({
    pickup: { code: '482913' },
    stop: 0,
  })
})

test('two actions are at the thumb, the others in a row', () => {
  const { buttons, more } = view({
    state: 'paid',
    actions: ['remind', 'changeAddress', 'cancel', 'afterSale', 'buyAgain'],
  })
  expect(buttons.map(({ action }) => action)).toEqual(['changeAddress', 'remind'])
  expect(more.map(({ action }) => action)).toEqual(['cancel', 'afterSale', 'buyAgain'])
})
