import { expect, test } from '@jest/globals'
import { lineAmountFen, namesCoupons, signatureOf } from './quote'
import type { Agreement } from './quote'

const agreement: Agreement = {
  lines: [
    { skuId: 'a', quantity: 1, priceFen: 500, isGift: false },
    { skuId: 'b', quantity: 2, priceFen: 700, isGift: false },
  ],
  adjustments: [{ kind: 'coupon', sourceId: 'c1', amountFen: -100 }],
  couponIds: ['c1', 'c2'],
  points: 10,
  fulfilment: 'carrier',
  means: { wechatFen: 1000, balanceFen: 800, giftcards: [] },
  totalFen: 1800,
}

test('a line costs its price for each piece', () => {
  expect(lineAmountFen({ priceFen: 700, quantity: 2 })).toBe(1400)
})

test('a signature does not care in which order lines and coupons come', () => {
  const turned = {
    ...agreement,
    lines: [...agreement.lines].reverse(),
    couponIds: ['c2', 'c1'],
  }
  expect(signatureOf(turned)).toBe(signatureOf(agreement))
})

test('a signature changes with everything that changes what is paid or for what', () => {
  const [first, second] = agreement.lines as [
    Agreement['lines'][number],
    Agreement['lines'][number],
  ]
  const others: Agreement[] = [
    { ...agreement, lines: [first] },
    { ...agreement, lines: [{ ...first, priceFen: 501 }, second] },
    { ...agreement, lines: [{ ...first, quantity: 2 }, second] },
    { ...agreement, lines: [{ ...first, isGift: true }, second] },
    { ...agreement, adjustments: [] },
    { ...agreement, adjustments: [{ kind: 'coupon', sourceId: 'c2', amountFen: -100 }] },
    { ...agreement, couponIds: ['c1'] },
    { ...agreement, points: 11 },
    { ...agreement, fulfilment: 'pickup', storeId: 'cafe' },
    { ...agreement, fulfilment: 'pickup', storeId: 'barn' },
    { ...agreement, groupId: 'g' },
    { ...agreement, means: { wechatFen: 1800, balanceFen: 0, giftcards: [] } },
    { ...agreement, totalFen: 1801 },
  ]
  const signatures = [agreement, ...others].map(signatureOf)
  expect(new Set(signatures).size).toBe(signatures.length)
})

test('a signature tells whether coupons are part of it', () => {
  expect(namesCoupons(signatureOf(agreement))).toBe(true)
  expect(namesCoupons(signatureOf({ ...agreement, couponIds: [] }))).toBe(false)
})
