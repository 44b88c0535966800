import { expect, test } from '@jest/globals'
import type { Cart, CartLine } from '../../../shared/contract/order'
import { messages } from '../../../shared/messages/messages'
import { toCartView } from './cart-view'

const t = messages['zh-CN'].cart
const line = (skuId: string, change: Partial<CartLine> = {}): CartLine => ({
  skuId,
  productId: 'p',
  name: '云山雾尖',
  options: '50 克',
  picture: 'cloud://a',
  plate: 'tea',
  priceFen: 5000,
  quantity: 1,
  isSelected: true,
  available: 3,
  ...change,
})
const cart = (lines: CartLine[], change: Partial<Cart['totals']> = {}): Cart => ({
  lines,
  count: lines.length,
  promise: '',
  totals: {
    selectedCount: lines.length,
    goodsFen: 5000,
    savedFen: 0,
    deliveryFen: 1000,
    totalFen: 6000,
    freeDelivery: { thresholdFen: 9900, missingFen: 4900 },
    ...change,
  },
})

test('what is missing for free delivery is said and drawn', () => {
  const view = toCartView(cart([line('a')]), t)
  expect(view.freeDelivery).toEqual({ isReached: false, percent: 51, text: '再选 ¥49.00 包邮' })
  expect(view.underTotal).toBe('运费 ¥10.00')
  expect(view.checkoutText).toBe('结算 1 件')
})

test('free delivery, once reached, is said plainly', () => {
  const view = toCartView(
    cart([line('a')], { deliveryFen: 0, freeDelivery: { thresholdFen: 9900, missingFen: 0 } }),
    t,
  )
  expect(view.freeDelivery).toEqual({ isReached: true, percent: 100, text: '已满 ¥99，包邮' })
  expect(view.underTotal).toBe('免运费')
})

test('what cannot be bought says why and offers a way on', () => {
  const view = toCartView(
    cart([
      line('a', { problem: 'soldOut', available: 0 }),
      line('b', { problem: 'short', available: 2, quantity: 5 }),
      line('c', { problem: 'off', available: 0 }),
    ]),
    t,
  )
  expect(view.rows.map(({ problemText, wayOn }) => [problemText, wayOn])).toEqual([
    ['卖完了', '看看别的'],
    ['只剩 2 件', '改成 2 件'],
    ['已下架', '看看别的'],
  ])
})

test('all is selected when all that can be bought is', () => {
  const broken = line('x', { problem: 'soldOut', isSelected: false })
  expect(toCartView(cart([line('a'), broken]), t).isAllSelected).toBe(true)
  expect(toCartView(cart([line('a', { isSelected: false }), broken]), t).isAllSelected).toBe(false)
  expect(toCartView(cart([broken]), t).isAllSelected).toBe(false)
})

test('the stepper stops at one and at what there is', () => {
  const [low, high] = toCartView(cart([line('a'), line('b', { quantity: 3 })]), t).rows
  expect([low?.canLess, low?.canMore]).toEqual([false, true])
  expect([high?.canLess, high?.canMore]).toEqual([true, false])
})

test('what is sold out can be ticked and removed, though never bought', () => {
  const soldOut = line('x', { problem: 'soldOut', isSelected: true })
  const view = toCartView(cart([line('a', { isSelected: false }), soldOut]), t)
  expect(view).toMatchObject({ isAllMarked: false, markedCount: 1, removeText: '删除 1 样' })
  expect(toCartView(cart([line('a'), soldOut]), t).isAllMarked).toBe(true)
})
