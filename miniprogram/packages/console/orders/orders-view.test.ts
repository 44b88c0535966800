import { expect, test } from '@jest/globals'
import type { StaffOrderCard } from '../../../../shared/contract/console-orders'
import { orderStates } from '../../../../shared/domain/order-state'
import { messages } from '../../../../shared/messages/messages'
import { stateOrder, toOrderRow } from './orders-view'

const t = messages['zh-CN'].desk
const at = Date.parse('2026-03-22T09:05:00+08:00')

const order: StaffOrderCard = {
  id: 'o',
  number: 'Y260322-0427-1863',
  state: 'paid',
  fulfilment: 'sameCity',
  lines: [{ skuId: 's', name: '谷雨青', picture: 'p', plate: 'tea' } as never],
  count: 3,
  totalFen: 6_800,
  receiver: '何女士',
  placedAt: at,
  shipBy: at + 1,
  isReminded: true,
  hasNote: false,
  staffNote: '老客人',
}

test('an order says what and who, and what not to miss', () => {
  expect(toOrderRow(order, at, t)).toMatchObject({
    state: '待发货',
    tone: 'warn',
    way: '同城送',
    goods: '谷雨青 等 3 件',
    person: '何女士 3-22 9:05',
    marks: ['客人在催', '老客人'],
  })
  expect(toOrderRow(order, at + 2, t).tone).toBe('danger')
  expect(toOrderRow({ ...order, state: 'completed' }, at, t)).toMatchObject({
    tone: 't2',
    marks: ['老客人'],
  })
})

test('every state can be looked for', () => {
  expect([...stateOrder].sort()).toEqual([...orderStates].sort())
})
