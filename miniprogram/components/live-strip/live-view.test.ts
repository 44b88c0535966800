import { describe, expect, test } from '@jest/globals'
import type { OrderCard } from '../../../shared/contract/order-parts'
import { home } from '../../../shared/messages/home'
import { toLiveView } from './live-view'

const texts = home['zh-CN']
const order: OrderCard = {
  id: 'o1',
  number: '2711',
  outTradeNo: 'YS20260321000001',
  state: 'paid',
  lines: [
    {
      skuId: 's1',
      productId: 'p1',
      name: '云山雾尖',
      options: '50 克',
      picture: 'cloud://env.bucket/tea.webp',
      plate: 'tea',
      priceFen: 12800,
      quantity: 2,
      amountFen: 25600,
    },
  ],
  count: 2,
  totalFen: 25600,
  placedAt: 0,
  actions: [],
}

describe('the strip of running orders', () => {
  test('is not there without orders', () => {
    expect(toLiveView({ count: 0 }, texts)).toBeUndefined()
  })

  test('says what waits for the customer, and until when the goods are held', () => {
    const expiresAt = Date.parse('2026-03-21T09:49:00+08:00')
    const waiting: OrderCard = { ...order, state: 'pendingPayment', expiresAt }
    expect(toLiveView({ count: 1, order: waiting }, texts)).toMatchObject({
      orderId: 'o1',
      headline: '等你付款，¥256.00',
      note: '货留到 09:49',
      isWaiting: true,
    })
  })

  test('of several, the one to be paid stands before the others', () => {
    const expiresAt = Date.parse('2026-03-21T09:49:00+08:00')
    const waiting: OrderCard = { ...order, state: 'pendingPayment', expiresAt }
    expect(toLiveView({ count: 3, order: waiting }, texts)).toMatchObject({
      orderId: 'o1',
      headline: '等你付款，¥256.00',
      note: '货留到 09:49，另有 2 单进行中',
      isWaiting: true,
    })
  })

  test.each([
    ['paid', '已付款，正在打包'],
    ['shipped', '已发出，在路上'],
    ['refunding', '正在退款'],
  ] as const)('%s: %s', (state, headline) => {
    expect(toLiveView({ count: 1, order: { ...order, state } }, texts)).toMatchObject({
      headline,
      note: '云山雾尖 等 2 件',
      isWaiting: false,
    })
  })

  test('one piece is named without a count', () => {
    expect(toLiveView({ count: 1, order: { ...order, count: 1 } }, texts)).toMatchObject({
      note: '云山雾尖',
      count: '',
    })
  })

  test('several orders become one strip that leads to the list', () => {
    expect(toLiveView({ count: 2, order }, texts)).toMatchObject({
      orderId: '',
      count: '2',
      headline: '2 单进行中',
    })
  })
})
