import { describe, expect, test } from '@jest/globals'
import type { ProductDetail, Sku } from '../../../shared/contract/catalog'
import { chooseValue, firstChoice, toSkuView } from './sku-view'

const sku = (weight: string, pack: string, priceFen: number, stock: number): Sku => ({
  id: `${weight}-${pack}`,
  values: { weight, pack },
  priceFen,
  stock,
})

const tea: ProductDetail = {
  id: 'tea',
  name: '云山雾尖',
  line: '',
  plate: 'tea',
  category: { id: 'spring', name: '春茶' },
  pictures: ['cloud://env.bucket/tea.webp'],
  options: [
    {
      id: 'weight',
      name: '净重',
      values: [
        { id: 'w50', name: '50 克' },
        { id: 'w100', name: '100 克' },
      ],
    },
    {
      id: 'pack',
      name: '包装',
      values: [
        { id: 'tin', name: '罐装' },
        { id: 'bag', name: '纸袋' },
        { id: 'gift', name: '礼盒' },
      ],
    },
  ],
  skus: [
    sku('w50', 'tin', 12800, 36),
    sku('w50', 'bag', 11800, 0),
    sku('w50', 'gift', 16800, 0),
    sku('w100', 'tin', 23800, 0),
    sku('w100', 'bag', 21800, 400),
    sku('w100', 'gift', 29800, 0),
  ],
  tastes: [],
  facts: [],
  story: [],
  delivery: { from: '', promise: '' },
  guarantees: [],
  soldCount: 0,
  isSoldOut: false,
  related: [],
}
const tin50 = { weight: 'w50', pack: 'tin' }

describe('where the sheet begins', () => {
  test('at the cheapest that can be bought', () => {
    expect(firstChoice(tea)).toEqual(tin50)
  })
  test('at the SKU it is asked for', () => {
    expect(firstChoice(tea, 'w100-bag')).toEqual({ weight: 'w100', pack: 'bag' })
  })
  test('at the first when all is sold out', () => {
    const gone = { ...tea, skus: tea.skus.map((one) => ({ ...one, stock: 0 })) }
    expect(firstChoice(gone)).toEqual(tin50)
  })
  test('nowhere without SKUs', () => {
    expect(firstChoice({ ...tea, skus: [] })).toEqual({})
  })
})

describe('choosing a value', () => {
  test('keeps the other values when the combination can be bought', () => {
    const all = { ...tea, skus: tea.skus.map((one) => ({ ...one, stock: 1 })) }
    expect(chooseValue(all, tin50, 'pack', 'bag')).toEqual({
      kind: 'chosen',
      choice: { weight: 'w50', pack: 'bag' },
      swapped: [],
    })
  })
  test('moves the others to what can be bought, and says from what to what', () => {
    expect(chooseValue(tea, tin50, 'weight', 'w100')).toEqual({
      kind: 'chosen',
      choice: { weight: 'w100', pack: 'bag' },
      swapped: [{ before: '罐装', after: '纸袋' }],
    })
  })
  test('moves to what keeps most of the others, then to the cheapest', () => {
    const skus = [
      sku('w100', 'gift', 29_800, 1),
      sku('w100', 'bag', 21_800, 1),
      sku('w100', 'tin', 23_800, 0),
    ]
    expect(chooseValue({ ...tea, skus }, tin50, 'weight', 'w100')).toMatchObject({
      choice: { weight: 'w100', pack: 'bag' },
    })
    const withTin = [...skus.slice(0, 2), sku('w100', 'tin', 99_800, 1)]
    expect(chooseValue({ ...tea, skus: withTin }, tin50, 'weight', 'w100')).toMatchObject({
      choice: { weight: 'w100', pack: 'tin' },
      swapped: [],
    })
  })
  test('stays when the value is sold out in every combination', () => {
    expect(chooseValue(tea, tin50, 'pack', 'gift')).toEqual({ kind: 'soldOut', choice: tin50 })
  })
})

describe('what the sheet shows', () => {
  test('the SKU, the chosen words, and which values are gone', () => {
    const view = toSkuView(tea, tin50)
    expect(view.sku?.id).toBe('w50-tin')
    expect(view.words).toEqual(['50 克', '罐装'])
    expect(view.groups.map(({ values }) => values.map(({ state }) => state))).toEqual([
      ['chosen', 'free'],
      ['chosen', 'free', 'soldOut'],
    ])
    expect(view.picture).toBe('cloud://env.bucket/tea.webp')
  })
  test('the price, what it was, and the price of an offer beside the usual one', () => {
    const one = { ...tea, skus: [{ ...sku('w50', 'tin', 12_800, 3), wasFen: 15_800 }] }
    expect(toSkuView(tea, tin50)).toMatchObject({ priceFen: 12_800, wasFen: 0, isOffered: false })
    expect(toSkuView(one, tin50)).toMatchObject({ priceFen: 12_800, wasFen: 15_800 })
    expect(toSkuView(one, tin50, { 'w50-tin': 9_900 })).toMatchObject({
      priceFen: 9_900,
      wasFen: 12_800,
      isOffered: true,
    })
    expect(toSkuView(one, tin50, { 'w50-bag': 9_900 })).toMatchObject({ isOffered: false })
  })
  test.each([
    [36, 36, 36],
    [49, 49, 49],
    [50, undefined, 50],
    [400, undefined, 99],
    [0, undefined, 0],
  ])('stock %i is told as %s and limits to %i', (stock, stockLeft, maximum) => {
    const one = { ...tea, skus: [sku('w50', 'tin', 12800, stock)] }
    expect(toSkuView(one, tin50)).toMatchObject({ stockLeft, maximum })
  })
  test('a combination that was never made has no SKU', () => {
    const view = toSkuView({ ...tea, skus: [] }, tin50)
    expect(view.sku).toBeUndefined()
    expect(view.maximum).toBe(0)
  })
})
