import { expect, test } from '@jest/globals'
import type { Quote, QuoteCoupon } from '../../../../shared/contract/quote'
import { messages } from '../../../../shared/messages/messages'
import { priceNews, shortageText, toCheckoutView } from './checkout-view'

const t = messages['zh-CN']
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
      payableFen: 13600,
      shares: [],
    },
  ],
  adjustments: [],
  goodsFen: 13600,
  deliveryFen: 0,
  totalFen: 13600,
  savedFen: 0,
  count: 2,
  promise: '明天 18:00 前发出',
  fulfilment: 'carrier',
  ways: [{ fulfilment: 'carrier' }],
  stores: [],
  coupons: [],
  giftcards: [],
  means: { wechatFen: 13600, balanceFen: 0, giftcardFen: 0 },
  hints: [],
  shortages: [],
  missingGifts: [],
  signature: 's',
}
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
const coupon = (id: string, change: Partial<QuoteCoupon>): QuoteCoupon => ({
  id,
  name: `券${id}`,
  benefit: { kind: 'amountOff', offFen: 2000 },
  fromFen: 10000,
  validUntil: 1,
  isUsed: false,
  ...change,
})

test('without an address there is none to show; with one the street comes first', () => {
  expect(toCheckoutView(quote, t).address).toBeUndefined()
  expect(toCheckoutView({ ...quote, address }, t).address).toEqual({
    place: '云和县 松树坡路 12 号',
    person: '何女士 13800130027',
  })
})

test('the sum is explained row by row, down to what is left for WeChat Pay', () => {
  const view = toCheckoutView(
    {
      ...quote,
      adjustments: [
        { kind: 'amountOff', name: '春茶节', amountFen: -2000, sourceId: 'p1' },
        { kind: 'delivery', amountFen: 1200 },
        { kind: 'points', amountFen: -800 },
      ],
      deliveryFen: 1200,
      totalFen: 12000,
      savedFen: 2000,
      means: { wechatFen: 9000, balanceFen: 1000, giftcardFen: 2000 },
    },
    t,
  )
  expect(view.rows.map(({ label, amount }) => [label, amount])).toEqual([
    ['商品 2 件', '¥136.00'],
    ['满减：春茶节', '−¥20.00'],
    ['运费', '¥12.00'],
    ['积分抵扣', '−¥8.00'],
    ['余额付', '−¥10.00'],
    ['礼品卡付', '−¥20.00'],
  ])
  expect(view).toMatchObject({ payableFen: 9000, savedText: '已省 ¥20.00', isPaidAtOnce: false })
})

test('delivery that costs nothing is said, too', () => {
  expect(toCheckoutView(quote, t).rows.at(-1)).toMatchObject({ label: '运费', amount: '包邮' })
})

test('each coupon says what it takes off, or why it is not used', () => {
  const view = toCheckoutView(
    {
      ...quote,
      coupons: [
        coupon('1', { isUsed: true, offFen: 2000 }),
        coupon('2', { reason: 'worse' }),
        coupon('3', { reason: 'threshold', missingFen: 6400 }),
      ],
    },
    t,
  )
  expect(view.couponText).toBe('−¥20.00')
  expect(view.coupons.map(({ state, canUse }) => [state, canUse])).toEqual([
    ['−¥20.00', true],
    ['已有更划算的', true],
    [expect.stringContaining('¥64'), false],
  ])
  expect(view.coupons[0]?.worth).toContain('¥20')
})

test('a row without a coupon in use says how many there are', () => {
  const couponText = (coupons: QuoteCoupon[]) => toCheckoutView({ ...quote, coupons }, t).couponText
  expect(couponText([coupon('2', { reason: 'notChosen' })])).toBe('1 张可用')
  expect(couponText([coupon('3', { reason: 'expired' })])).toBe('没有可用的券')
})

test('own money is offered with what there is', () => {
  const { switches } = toCheckoutView(
    {
      ...quote,
      points: { balance: 900, points: 800, offFen: 800, isUsed: true },
      balance: { haveFen: 5000, usedFen: 0 },
      giftcards: [{ cardId: 'ABCD1234', leftFen: 10_000, usedFen: 600 }],
    },
    t,
  )
  expect(switches).toEqual([
    { id: 'points', label: '用 800 分抵 ¥8', line: '共 900 分', isOn: true },
    { id: 'balance', label: '余额', line: '还有 ¥50.00', isOn: false },
    { id: 'ABCD1234', label: '礼品卡 1234', line: '还有 ¥100.00', isOn: true },
  ])
})

test('a way that does not lead there says why', () => {
  const ways = [{ fulfilment: 'carrier' as const, problem: 'region' as const }]
  expect(toCheckoutView({ ...quote, ways }, t).problem).toBe('这个地区送不到，换一个地址')
})

test('a line whose price changed is marked', () => {
  const cheaper = { ...quote, lines: quote.lines.map((line) => ({ ...line, priceFen: 5880 })) }
  expect(toCheckoutView(cheaper, t, quote).lines[0]?.isChanged).toBe(true)
  expect(toCheckoutView(quote, t, quote).lines[0]?.isChanged).toBe(false)
})

test('what made the total another one is named', () => {
  const dearer = { ...quote, lines: quote.lines.map((line) => ({ ...line, priceFen: 7000 })) }
  const [first] = quote.lines
  const others = quote.lines.length - 1
  expect(others).toBe(0)
  expect(priceNews(quote, dearer, t.checkout)).toBe(
    `${first?.name}改价 ¥${first!.priceFen / 100}.00 → ¥70.00，总价已更新`,
  )
  const spring = { kind: 'amountOff', name: '春茶节', sourceId: 'p1' } as const
  const with20 = { ...quote, adjustments: [{ ...spring, amountFen: -2000 }] }
  const with15 = { ...quote, adjustments: [{ ...spring, amountFen: -1500 }], deliveryFen: 1200 }
  expect(priceNews(with20, with15, t.checkout)).toBe(
    '「春茶节」少减 ¥5.00，另有 1 处变动，总价已更新',
  )
  expect(priceNews(with20, quote, t.checkout)).toBe('「春茶节」现在用不上了，总价已更新')
  expect(priceNews(quote, { ...quote, deliveryFen: 1200 }, t.checkout)).toBe(
    '运费 ¥0.00 → ¥12.00，总价已更新',
  )
  expect(priceNews(quote, quote, t.checkout)).toBe('价格刚有变动，总价已更新')
})

test('what is left out of the order is told', () => {
  const { missing } = toCheckoutView(
    {
      ...quote,
      shortages: [{ skuId: 'b', name: '盖碗', problem: 'short', available: 2 }],
      missingGifts: ['茶样'],
    },
    t,
  )
  expect(missing).toBe('「盖碗」只剩 2 件。\n赠品「茶样」已送完')
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
      t.checkout,
    ),
  ).toBe('「谷雨青」刚卖完。\n「盖碗」只剩 2 件。')
})
