import { expect, test } from '@jest/globals'
import type { Cart, CartLine } from '../../../shared/contract/order'
import { messages } from '../../../shared/messages/messages'
import { toCartView } from './cart-view'

const { cart: t, promotion: words } = messages['zh-CN']
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
    adjustments: [],
    ...change,
  },
  hints: [],
})

test('what is missing for free delivery is said and drawn', () => {
  const view = toCartView(cart([line('a')]), t, words)
  expect(view.freeDelivery).toEqual({ isReached: false, percent: 51, text: '再选 ¥49.00 包邮' })
  expect(view.underTotal).toBe('运费 ¥10.00')
  expect(view.checkoutText).toBe('结算 1 件')
})

test('free delivery, once reached, is said plainly', () => {
  const view = toCartView(
    cart([line('a')], {
      goodsFen: 9900,
      deliveryFen: 0,
      freeDelivery: { thresholdFen: 9900, missingFen: 0 },
    }),
    t,
    words,
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
    words,
  )
  expect(view.rows.map(({ problemText, wayOn }) => [problemText, wayOn])).toEqual([
    ['卖完了', '看看别的'],
    ['只剩 2 件', '改成 2 件'],
    ['已下架', '看看别的'],
  ])
})

test('all is selected when all that can be bought is', () => {
  const broken = line('x', { problem: 'soldOut', isSelected: false })
  expect(toCartView(cart([line('a'), broken]), t, words).isAllSelected).toBe(true)
  expect(toCartView(cart([line('a', { isSelected: false }), broken]), t, words).isAllSelected).toBe(
    false,
  )
  expect(toCartView(cart([broken]), t, words).isAllSelected).toBe(false)
})

test('the stepper stops at one and at what there is', () => {
  const [low, high] = toCartView(cart([line('a'), line('b', { quantity: 3 })]), t, words).rows
  expect([low?.canLess, low?.canMore]).toEqual([false, true])
  expect([high?.canLess, high?.canMore]).toEqual([true, false])
})

test('what is sold out can be ticked and removed, though never bought', () => {
  const soldOut = line('x', { problem: 'soldOut', isSelected: true })
  const view = toCartView(cart([line('a', { isSelected: false }), soldOut]), t, words)
  expect(view).toMatchObject({ isAllMarked: false, markedCount: 1, removeText: '删除 1 样' })
  expect(toCartView(cart([line('a'), soldOut]), t, words).isAllMarked).toBe(true)
})

test('what is taken off is named, and what is missing for more is said', () => {
  const view = toCartView(
    {
      ...cart([line('a')], {
        adjustments: [
          { kind: 'amountOff', name: '春茶节', amountFen: -1000 },
          { kind: 'memberPrice', amountFen: -200 },
        ],
      }),
      hints: [
        { promotionId: 'p', name: '满 200 减 30', missingFen: 5000 },
        { promotionId: 'q', name: '两件九折', missingCount: 1 },
        { promotionId: 'r', name: '三件八折', missingCount: 2 },
      ],
    },
    t,
    words,
  )
  expect(view.offers).toEqual([
    { place: 0, label: '春茶节', amount: '−¥10.00' },
    { place: 1, label: '会员价', amount: '−¥2.00' },
  ])
  expect(view.hints).toHaveLength(2)
  expect(view.hints[0]).toContain('¥50')
})
