import { expect, test } from '@jest/globals'
import { messages } from '../../../shared/messages/messages'
import { orderStates } from '../../../shared/domain/order-state'
import type { OrderCard } from '../../../shared/contract/order'
import { toMeView, toRunningView } from './me-view'

const t = messages['zh-CN'].me
const me = { roles: [], orders: { toPay: 0, toShip: 2, toReceive: 120 }, templates: {} }

test('a name is greeted, no name is just a hello', () => {
  expect(toMeView({ ...me, nickname: '云上客' }, 8, t).greeting).toBe('早，云上客')
  expect(toMeView(me, 20, t).greeting).toBe('晚上好')
  expect(toMeView(undefined, 12, t).greeting).toBe('中午好')
})

test('counts are badges, nought is none, many are 99+', () => {
  expect(toMeView(me, 8, t).orders.map(({ count }) => count)).toEqual(['', '2', '99+', ''])
  expect(toMeView(me, 8, t).orders[1]?.spoken).toBe('待发货，2 单')
})

test('the staff desk shows for staff only', () => {
  expect(toMeView(me, 8, t).isStaff).toBe(false)
  expect(toMeView({ ...me, roles: ['packer'] }, 8, t).isStaff).toBe(true)
})

test('an order on its way is drawn at its stop, one that ended is not', () => {
  const lines = [{ name: '谷雨青' }, { name: '盖碗' }]
  const running = (state: OrderCard['state']) =>
    toRunningView({ state, lines } as OrderCard, messages['zh-CN'].orders)
  expect(orderStates.filter((state) => running(state) !== null)).toEqual([
    'pendingPayment',
    'paid',
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
