import { expect, test } from '@jest/globals'
import type { EditedProduct } from '../../../../shared/contract/goods'
import { matrixProblems } from '../../../../shared/domain/sku-matrix'
import { messages } from '../../../../shared/messages/messages'
import { blankState, formOf, priceChanges, stateOf, withOptions, wordsOf } from './editor-form'
import { levelAfter } from './editor-lists'
import { findProblems } from './editor-problems'

const t = messages['zh-CN'].productEditor
const both = (zh: string, en: string) => ({ zh, en })
const size = {
  id: 'size',
  name: both('重量', 'Weight'),
  values: [
    { id: 's', name: both('50 克', '50 g') },
    { id: 'l', name: both('100 克', '100 g') },
  ],
}
const edited: EditedProduct = {
  id: 'spring',
  version: 3,
  isListed: true,
  soldCount: 4,
  skus: { small: { stock: 7, wasFen: 6800 }, large: { stock: 0 } },
  form: {
    name: both('雾尖', 'Mist Tips'),
    line: both('', ''),
    categoryId: 'tea',
    pictures: ['cloud://e.b/a.webp'],
    story: [],
    facts: [],
    tastes: [],
    keywords: ['春茶', '绿茶'],
    options: [size],
    skus: [
      { id: 'small', values: { size: 's' }, priceFen: 5880, weightGrams: 60, isListed: true },
      { id: 'large', values: { size: 'l' }, priceFen: 9800, barcode: '690123', isListed: false },
    ],
    position: 3,
  },
}

test('a product that nobody touches is saved as it was', () => {
  expect(formOf(stateOf(edited))).toEqual(edited.form)
  expect(findProblems(stateOf(edited), 'zh', t)).toEqual({})
})

test('prices are held against what the SKUs cost now, and new rows against nothing', () => {
  const state = stateOf(edited)
  const typed = { ...state, rows: state.rows.map((row) => ({ ...row, price: '1' })) }
  expect(priceChanges(typed, 'zh', t.only)).toEqual([
    { name: '50 克', beforeFen: 5880, afterFen: 100 },
    { name: '100 克', beforeFen: 9800, afterFen: 100 },
  ])
  expect(priceChanges({ ...blankState(), rows: typed.rows.slice(0, 1) }, 'zh', t.only)).toEqual([
    { name: t.only, beforeFen: 5880, afterFen: 100 },
  ])
  const fresh = blankState()
  expect(
    priceChanges({ ...fresh, rows: [{ ...fresh.rows[0]!, price: '1' }] }, 'zh', t.only),
  ).toEqual([])
})

test('stock is shown and never sent for an SKU that is there', () => {
  const state = stateOf(edited)
  expect(state.rows.map(({ stock }) => stock)).toEqual(['7', '0'])
  expect(formOf(state).skus.every((sku) => sku.stock === undefined)).toBe(true)
})

test('a removed value sets its SKU aside, and gives it back when it returns', () => {
  const before = stateOf(edited)
  const removed = withOptions(before, [{ ...size, values: size.values.slice(0, 1) }])
  expect(removed.rows.map(({ id }) => id)).toEqual(['small'])
  expect(removed.setAside.map(({ id }) => id)).toEqual(['large'])
  const back = withOptions(removed, [size])
  expect(back.rows.map(({ id }) => id)).toEqual(['small', 'large'])
  expect(back.setAside).toEqual([])
})

test('another option makes a row for each combination and keeps what was typed', () => {
  const pack = {
    id: 'pack',
    name: both('包装', 'Pack'),
    values: [
      { id: 'tin', name: both('罐', 'Tin') },
      { id: 'bag', name: both('袋', 'Bag') },
    ],
  }
  const state = withOptions(stateOf(edited), [size, pack])
  expect(state.rows.map(({ id, price }) => [id, price])).toEqual([
    ['small', '58.80'],
    [undefined, ''],
    ['large', '98'],
    [undefined, ''],
  ])
  expect(matrixProblems(state.options, state.rows)).toEqual([])
  expect(new Set(state.rows.map(({ key }) => key)).size).toBe(4)
})

test('an empty editor says what is needed, in which language', () => {
  expect(findProblems(blankState(), 'zh', t)).toEqual({
    name: t.needed,
    categoryId: t.categoryHint,
    'rows.0.price': t.needed,
  })
  const half = { ...blankState(), name: both('茶', '') }
  expect(findProblems(half, 'zh', t).name).toBe(t.neededOther)
  expect(findProblems(half, 'en', t).name).toBe(t.needed)
})

test('fields that cannot be read are named one by one', () => {
  const state = stateOf(edited)
  const [first] = state.rows
  const wrong = {
    ...state,
    position: 'first',
    rows: [{ ...first!, price: 'dear', weight: '1.5', barcode: '6 9' }],
    options: [{ ...size, values: [size.values[0]!, { ...size.values[0]!, id: 'x' }] }],
  }
  expect(findProblems(wrong, 'zh', t)).toEqual({
    position: t.wholeNumber,
    'options.0.values.1': t.sameValue,
    'rows.0.price': t.pricePattern,
    'rows.0.weight': t.wholeNumber,
    'rows.0.barcode': t.barcodePattern,
  })
})

test('search words come from a line with commas of any kind', () => {
  expect(wordsOf('春茶，绿茶、 明前;春茶')).toEqual(['春茶', '绿茶', '明前'])
})

test.each([
  [0, 3, 3],
  [3, 5, 5],
  [5, 2, 2],
  [3, 3, 2],
  [1, 1, 0],
])('a taste of %s tapped at %s is %s', (now, tapped, after) => {
  expect(levelAfter(now, tapped)).toBe(after)
})
