import { expect, test } from '@jest/globals'
import type { AfterSaleCard } from '../../../../shared/contract/care'
import type { OrderCard, OrderLine } from '../../../../shared/contract/order-parts'
import { orderStates } from '../../../../shared/domain/order-state'
import { messages } from '../../../../shared/messages/messages'
import { actionButtons, stateHeadline, stateWord } from '../order-words'
import { toCaseRow, toOrderRow } from './orders-view'

const t = messages['zh-CN'].orders
const now = Date.parse('2026-03-22T12:00:00+08:00')
const line = (name: string): OrderLine => ({
  skuId: name,
  productId: 'p',
  name,
  options: '50 克，罐装',
  picture: `cloud://${name}`,
  plate: 'tea',
  priceFen: 6800,
  quantity: 2,
  amountFen: 13600,
})
const order: OrderCard = {
  id: 'o',
  number: '0322 18',
  outTradeNo: 'Y1',
  state: 'pendingPayment',
  lines: [line('谷雨青')],
  count: 2,
  totalFen: 13600,
  placedAt: Date.parse('2026-03-22T09:41:00+08:00'),
  expiresAt: Date.parse('2026-03-22T09:56:00+08:00'),
  actions: ['pay', 'cancel'],
}

test('an unpaid order says until when, and paying is at the thumb', () => {
  expect(toOrderRow(order, now, t)).toMatchObject({
    placedAt: '今天 9:41',
    state: '待付款',
    isWaiting: true,
    name: '谷雨青',
    detail: '50 克，罐装  ×2',
    deadline: '9:56 前付款',
  })
  expect(toOrderRow(order, now, t).buttons.map(({ text, isPrimary }) => [text, isPrimary])).toEqual(
    [
      ['取消订单', false],
      ['去付款', true],
    ],
  )
})

test('several goods are named together and counted', () => {
  const row = toOrderRow(
    { ...order, state: 'paid', lines: [line('谷雨青'), line('盖碗')], count: 4 },
    now,
    t,
  )
  expect(row).toMatchObject({
    name: '谷雨青、盖碗',
    detail: '共 4 件',
    deadline: '',
    isWaiting: false,
  })
})

test('every state has a word and a headline in both languages', () => {
  for (const texts of [messages['zh-CN'].orders, messages.en.orders]) {
    for (const state of orderStates) {
      expect(stateWord(state, texts)).toBeTruthy()
      expect(stateHeadline(state, texts)).toBeTruthy()
    }
  }
})

test('cancelling and buying again are never the filled button', () => {
  expect(actionButtons(['cancel', 'buyAgain'], t).every(({ isPrimary }) => !isPrimary)).toBe(true)
  expect(actionButtons(['buyAgain'], t)[0]?.isPrimary).toBe(false)
})

test('a row has the two actions that matter most, a case its sum when there is one', () => {
  const actions = ['remind', 'changeAddress', 'cancel', 'afterSale', 'buyAgain'] as const
  const row = toOrderRow({ ...order, state: 'paid', actions: [...actions] }, now, t)
  expect(row.buttons.map(({ action }) => action)).toEqual(['changeAddress', 'remind'])
  const kase: AfterSaleCard = {
    id: 'a',
    number: 'S1',
    orderId: 'o',
    orderNumber: 'Y1',
    kind: 'exchange',
    state: 'requested',
    lines: [
      {
        lineIndex: 0,
        skuId: 's',
        productId: 'p',
        name: '谷雨青',
        options: '',
        picture: '',
        quantity: 2,
      },
    ],
    refundFen: 6800,
    createdAt: now,
  }
  expect(toCaseRow(kase, now, messages['zh-CN'])).toMatchObject({
    kind: '换货',
    goods: '谷雨青 ×2',
    sum: '',
  })
  const refund = { ...kase, kind: 'refundOnly' } as const
  expect(toCaseRow(refund, now, messages['zh-CN']).sum).toBe('¥68.00')
})
