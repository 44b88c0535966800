import { describe, expect, it } from '@jest/globals'
import type { Adjustment } from '../contract/order-parts'
import type { QuoteLine } from '../contract/quote'
import { quoteChanges } from './quote-changes'

const line = (skuId: string, priceFen: number, more: Partial<QuoteLine> = {}): QuoteLine => ({
  skuId,
  productId: skuId,
  name: `name of ${skuId}`,
  options: '',
  picture: '',
  plate: 'mist',
  priceFen,
  quantity: 1,
  amountFen: priceFen,
  payableFen: priceFen,
  shares: [],
  ...more,
})

const quote = (lines: QuoteLine[], adjustments: Adjustment[] = [], deliveryFen = 0) => ({
  lines,
  adjustments,
  deliveryFen,
})

const off = (sourceId: string, offFen: number): Adjustment => ({
  kind: 'amountOff',
  amountFen: -offFen,
  name: `offer ${sourceId}`,
  sourceId,
})

describe('what of a quote has changed', () => {
  it('names the products that cost something else, and no others', () => {
    const before = quote([line('tea', 5000), line('cup', 3000), line('gone', 900)])
    const now = quote([line('cup', 3000), line('tea', 5600), line('new', 100)])
    expect(quoteChanges(before, now)).toEqual({
      prices: [{ skuId: 'tea', name: 'name of tea', beforeFen: 5000, nowFen: 5600 }],
      offers: [],
    })
  })

  it('does not take a gift for a product that became free', () => {
    const before = quote([line('tea', 5000)])
    const now = quote([line('tea', 5000), line('tea', 0, { isGift: true })])
    expect(quoteChanges(before, now)).toEqual({ prices: [], offers: [] })
  })

  it('names offers that take off less, the greatest loss first, summed over their parts', () => {
    const before = quote([], [off('a', 300), off('b', 500), off('b', 500), off('c', 100)])
    const now = quote([], [off('b', 500), off('c', 400)])
    expect(quoteChanges(before, now).offers).toEqual([
      { name: 'offer b', beforeFen: 1000, nowFen: 500 },
      { name: 'offer a', beforeFen: 300, nowFen: 0 },
    ])
  })

  it('says what delivery costs when that is another sum', () => {
    expect(quoteChanges(quote([], [], 0), quote([], [], 1000)).delivery).toEqual({
      beforeFen: 0,
      nowFen: 1000,
    })
  })
})
