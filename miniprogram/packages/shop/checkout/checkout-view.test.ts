import { expect, test } from '@jest/globals'
import type { Quote } from '../../../../shared/contract/order'
import { messages } from '../../../../shared/messages/messages'
import { shortageText, toCheckoutView } from './checkout-view'

const t = messages['zh-CN'].checkout
const quote: Quote = {
  lines: [
    {
      skuId: 'a',
      productId: 'p',
      name: '谷雨青',
      options: '50 克',
      picture: 'cloud://a',
      plate: 'tea',
      priceFen: 6800,
      quantity: 2,
      amountFen: 13600,
    },
  ],
  adjustments: [],
  goodsFen: 13600,
  deliveryFen: 0,
  totalFen: 13600,
  count: 2,
  promise: '明天 18:00 前发出',
  signature: 's',
}

test('without an address there is none to show', () => {
  expect(toCheckoutView(quote, t).address).toBeUndefined()
})

test('an address shows the street first, then the person', () => {
  const address = {
    id: 'a',
    name: '何女士',
    phone: '13800130027',
    province: '浙江省',
    city: '丽水市',
    district: '云和县',
    street: '松树坡路 12 号',
    isDefault: true,
  }
  expect(toCheckoutView({ ...quote, address }, t).address).toEqual({
    place: '云和县 松树坡路 12 号',
    person: '何女士 13800130027',
  })
})

test('delivery is free or costs what it costs', () => {
  expect(toCheckoutView(quote, t).deliveryText).toBe('包邮')
  expect(toCheckoutView({ ...quote, deliveryFen: 1000 }, t).deliveryText).toBe('¥10.00')
})

test('a line whose price changed is marked', () => {
  const cheaper = { ...quote, lines: quote.lines.map((line) => ({ ...line, priceFen: 5880 })) }
  expect(toCheckoutView(cheaper, t, quote).lines[0]?.isChanged).toBe(true)
  expect(toCheckoutView(quote, t, quote).lines[0]?.isChanged).toBe(false)
  expect(toCheckoutView(quote, t).lines[0]?.isChanged).toBe(false)
})

test('missing goods are named with what is left', () => {
  expect(
    shortageText(
      {
        lines: [
          { skuId: 'a', name: '谷雨青', problem: 'soldOut', available: 0 },
          { skuId: 'b', name: '盖碗', problem: 'short', available: 2 },
        ],
      },
      t,
    ),
  ).toBe('「谷雨青」卖完了，其他的还在。\n「盖碗」只剩 2 件。')
})
