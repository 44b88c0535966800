import { expect, test } from '@jest/globals'
import { orderTransitions } from '../../../../shared/domain/order-state'
import { messages } from '../../../../shared/messages/messages'
import {
  askedAmong,
  carrierName,
  carrierOrder,
  chosenPieces,
  eventText,
  packedAtFirst,
  toShipView,
  trackingNumberOf,
} from './ship-view'
import type { StaffOrderDetail } from './ship-view'
import { carriers } from '../../../../shared/contract/carriers'

const t = messages['zh-CN'].shipping
const at = (text: string) => Date.parse(`2026-03-22T${text}+08:00`)

const order: StaffOrderDetail = {
  id: 'o',
  number: '0322 18',
  state: 'paid',
  fulfilment: 'carrier',
  lines: [
    { lineIndex: 0, left: 2, asked: 0 },
    { lineIndex: 1, left: 0, asked: 0 },
    { lineIndex: 2, left: 1, asked: 0 },
  ] as StaffOrderDetail['lines'],
  count: 3,
  totalFen: 6800,
  receiver: {
    name: '何女士',
    phone: '13800130027',
    province: '浙江省',
    city: '丽水市',
    district: '云和县',
    street: '松树坡路 12 号',
  },
  note: '',
  giftNote: '',
  staffNote: '',
  isReminded: false,
  paidAt: at('09:00:00'),
  shipBy: at('18:00:00'),
  parcels: [],
  timeline: [
    { at: at('08:59:00'), event: 'place' },
    { at: at('09:00:00'), event: 'pay' },
  ],
}

test('an order that waits can be shipped, newest history first', () => {
  expect(toShipView(order, at('09:30:00'), t)).toMatchObject({
    canShip: true,
    due: '18:00 前',
    receiver: '何女士 13800130027',
    address: '浙江省丽水市云和县松树坡路 12 号',
    history: [
      { id: 1, time: '3-22 9:00', what: '付款' },
      { id: 0, time: '3-22 8:59', what: '下单' },
    ],
  })
})

test('a shipped order says when and with whom', () => {
  const shipped: StaffOrderDetail = {
    ...order,
    state: 'shipped',
    shippedAt: at('15:12:00'),
    timeline: [{ at: at('15:12:00'), event: 'ship', carrier: 'SF', trackingNumber: 'SF1234567' }],
  }
  expect(toShipView(shipped, at('19:00:00'), t)).toMatchObject({
    canShip: false,
    isLate: false,
    due: '15:12 发出',
    history: [{ id: 0, time: '3-22 15:12', what: '发货 顺丰 SF1234567' }],
  })
})

test('every carrier of the contract can be chosen and has a name', () => {
  expect([...carrierOrder].sort()).toEqual([...carriers].sort())
  for (const carrier of carriers) expect(carrierName(carrier, t)).not.toBe(carrier)
  expect(carrierName('OTHER', t)).toBe('OTHER')
})

test('what a scanner read is a tracking number or nothing', () => {
  expect(trackingNumberOf(' SF1234567890 ')).toBe('SF1234567890')
  expect(trackingNumberOf('https://example.com/x')).toBeUndefined()
  expect(trackingNumberOf('12')).toBeUndefined()
})

test('what has left already is not packed again, and nothing left is nothing to ship', () => {
  const view = toShipView(order, at('09:30:00'), t)
  expect(view.lines.map(({ lineIndex }) => lineIndex)).toEqual([0, 2])
  const sent = order.lines.map((line) => ({ ...line, left: 0 }))
  expect(toShipView({ ...order, lines: sent }, at('09:30:00'), t).canShip).toBe(false)
  expect(toShipView({ ...order, fulfilment: 'pickup' }, at('09:30:00'), t).canShip).toBe(false)
})

test('a parcel of everything names no pieces, a smaller one names its own', () => {
  const { lines } = toShipView(order, at('09:30:00'), t)
  expect(chosenPieces(lines, {})).toBeUndefined()
  expect(chosenPieces(lines, { 0: 9 })).toBeUndefined()
  expect(chosenPieces(lines, { 0: 1, 2: 0 })).toEqual([{ lineIndex: 0, quantity: 1 }])
  expect(chosenPieces(lines, { 0: 0, 2: 0 })).toEqual([])
})

test('what its customer asks something for is not packed until somebody means to', () => {
  const line = (lineIndex: number, left: number, asked: number) =>
    ({ lineIndex, left, asked }) as StaffOrderDetail['lines'][number]
  const lines = [line(0, 3, 1), line(2, 2, 2)]
  expect(packedAtFirst({ ...order, lines })).toEqual({ 0: 2, 2: 0 })
  expect(packedAtFirst({ ...order, lines: [line(0, 2, 2)] })).toBeUndefined()
  expect(packedAtFirst(order)).toBeUndefined()
  expect(packedAtFirst({ ...order, lines, fulfilment: 'sameCity' })).toBeUndefined()
  expect(askedAmong(lines, { 0: 2, 2: 0 })).toBe(0)
  expect(askedAmong(lines, { 0: 3, 2: 1 })).toBe(2)
  expect(askedAmong(lines, {})).toBe(3)
})

test('every event of an order has words', () => {
  for (const event of [...Object.keys(orderTransitions), 'place'])
    expect(eventText(event as Parameters<typeof eventText>[0], t)).toBeTruthy()
})
