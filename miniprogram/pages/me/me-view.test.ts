import { expect, test } from '@jest/globals'
import { messages } from '../../../shared/messages/messages'
import { orderStates } from '../../../shared/domain/order-state'
import type { OrderCard } from '../../../shared/contract/order-parts'
import { toMeView, toRunningView } from './me-view'

const t = messages['zh-CN'].me
const me = { roles: [], orders: { toPay: 0, toShip: 2, toReceive: 120 }, templates: {} }

test('a name is greeted, no name is just a hello', () => {
  expect(toMeView({ ...me, nickname: '云上客' }, 8, false, t).greeting).toBe('早，云上客')
  expect(toMeView(me, 20, false, t).greeting).toBe('晚上好')
  expect(toMeView(undefined, 12, false, t).greeting).toBe('中午好')
})

test('counts are badges, nought is none, many are 99+', () => {
  expect(toMeView(me, 8, false, t).orders.map(({ count }) => count)).toEqual([
    '',
    '2',
    '99+',
    '',
    '',
  ])
  expect(toMeView(me, 8, false, t).orders[1]?.spoken).toBe('待发货，2 单')
})

test('what there is to spend is told, nothing is no nought', () => {
  const means = { points: 1360, coupons: 3, balanceFen: 12_000, giftcards: 0 }
  const shown = toMeView({ ...me, means }, 8, false, t).means
  expect(shown.map(({ label, figure }) => [label, figure])).toEqual([
    ['积分', '1,360'],
    ['优惠券', '3'],
    ['余额', '¥120.00'],
    ['礼品卡', ''],
  ])
  expect(shown.map(({ spoken }) => spoken)).toEqual([
    '积分 1,360',
    '优惠券 3',
    '余额 ¥120.00',
    '礼品卡',
  ])
  expect(toMeView(undefined, 8, false, t).means.map(({ figure }) => figure)).toEqual(
    Array(4).fill(''),
  )
})

test('new messages are said', () => {
  expect(toMeView(me, 8, true, t).inbox).toEqual({ hasNew: true, spoken: '消息，有新的' })
  expect(toMeView(me, 8, false, t).inbox).toEqual({ hasNew: false, spoken: '消息' })
})

test('the staff desk shows for staff only', () => {
  expect(toMeView(me, 8, false, t).isStaff).toBe(false)
  expect(toMeView({ ...me, roles: ['packer'] }, 8, false, t).isStaff).toBe(true)
})

test('an order on its way is drawn at its stop, one that ended is not', () => {
  const lines = [{ name: '谷雨青' }, { name: '盖碗' }]
  const running = (state: OrderCard['state']) =>
    toRunningView({ state, lines } as OrderCard, messages['zh-CN'].orders)
  expect(orderStates.filter((state) => running(state) !== null)).toEqual([
    'pendingPayment',
    'grouping',
    'paid',
    'ready',
    'shipped',
  ])
  expect(running('shipped')).toMatchObject({
    headline: '在路上',
    note: '谷雨青、盖碗',
    stop: 3,
    spoken: '第 3 步，共 4 步：发货',
    isWaiting: false,
  })
})
