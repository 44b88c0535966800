import { beforeEach, describe, expect, test } from '@jest/globals'
import { searchEntryOf } from '../_kit/catalogue/search-entry'
import { completeProduct } from '../_kit/catalogue/complete-product'
import { wordsOf } from '../_kit/catalogue/search-words'
import { products as known } from '../../tests/shop/catalogue'
import { Shop } from '../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const find = async (query: string, rest: object = {}) =>
  shop.call(undefined, 'catalog.search', { query, ...rest })
const idsOf = ({ products }: { products: { id: string }[] }) => products.map(({ id }) => id)

/** More of the same sort, as the console would have saved them. */
function stock(...drafts: { id: string; zh: string; en?: string; keywords?: string[] }[]): void {
  const all = drafts.map(({ id, zh, en = id, keywords = [] }, at) => {
    const draft = { ...known[0]!, _id: id, name: { zh, en }, keywords, position: 10 + at }
    return { ...completeProduct(draft, [], []), priceFen: 1000 + at * 100, isSoldOut: at % 2 === 1 }
  })
  shop.put('products', all)
  shop.put('searchentries', all.map(searchEntryOf))
  shop.put('searchwords', all.flatMap(wordsOf))
}

test.each([
  ['白茶', ['white']],
  ['白', ['white']],
  ['old tree', ['white']],
  ['MIST', ['spring']],
  ['茶 white', ['white']],
  ['baicha', ['white']],
  ['gsbc', ['white']],
])('searching %p finds %p', async (query, ids) => {
  const found = await find(query)
  expect(idsOf(found)).toEqual(ids)
  expect(found.nearest).toEqual([])
  expect(found).not.toHaveProperty('corrected')
})

test('the name itself comes first, then names that begin so, then the rest', async () => {
  stock(
    { id: 'gift', zh: '礼盒', keywords: ['乌龙'] },
    { id: 'high', zh: '高山乌龙' },
    { id: 'tea', zh: '乌龙茶' },
    { id: 'oolong', zh: '乌龙' },
  )
  expect(idsOf(await find('乌龙'))).toEqual(['oolong', 'tea', 'high', 'gift'])
  expect(idsOf(await find('乌龙', { sort: 'priceUp' }))).toEqual(['gift', 'high', 'tea', 'oolong'])
})

test('a sort says among how many it was, when more match than are looked at', async () => {
  const teas = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `tea-${at}`, zh: '乌龙' }))
  stock(...teas(299))
  expect(await find('乌龙', { sort: 'priceUp' })).not.toHaveProperty('sortedAmong')
  stock(...teas(301))
  expect(await find('乌龙', { sort: 'priceUp' })).toMatchObject({ sortedAmong: 300 })
  expect(await find('乌龙', { filter: { inStock: true } })).toMatchObject({ sortedAmong: 300 })
  expect(await find('乌龙')).not.toHaveProperty('sortedAmong')
})

test('a category of many products is sorted whole', async () => {
  stock(...Array.from({ length: 320 }, (_, at) => ({ id: `tea-${at}`, zh: '乌龙' })))
  const { products } = await shop.call(undefined, 'catalog.listProducts', {
    categoryId: 'tea',
    sort: 'priceDown',
  })
  expect(products.slice(0, 2).map(({ id }) => id)).toEqual(['tea-319', 'tea-318'])
})

test('what left the shelf is not found', async () => {
  expect(idsOf(await find('停售'))).toEqual([])
})

describe('a slip', () => {
  test('of the same sound is understood, and said', async () => {
    const found = await find('白查')
    expect(idsOf(found)).toEqual(['white'])
    expect(found.corrected).toBe('白茶')
  })
  test.each([
    ['whtie', 'White', ['white']],
    ['baichaa', '白茶', ['white']],
    ['old whtie', 'old White', ['white']],
  ])('%p is taken for %p', async (query, corrected, ids) => {
    stock({ id: 'other', zh: '青团', en: 'Qingtuan' })
    shop.put('searchwords', wordsOf({ name: known[1]!.name, keywords: ['白茶'] }))
    const found = await find(query)
    expect([found.corrected, idsOf(found)]).toEqual([corrected, ids])
  })
})

test('a search that finds nothing at all shows the season', async () => {
  const found = await find('自行车')
  expect(found).toMatchObject({ products: [], nearest: [], count: 0 })
  expect(found.season.map(({ id }) => id)).toEqual(['spring'])
})

test('a query without a single letter finds nothing and breaks nothing', async () => {
  expect(idsOf(await find('!!! ？'))).toEqual([])
  const suggested = await shop.call(undefined, 'catalog.suggest', { query: '…' })
  expect(suggested).toEqual({ hits: [], words: [] })
})

test('suggestions come with direct hits and counts, from the first letter on', async () => {
  const suggested = await shop.call(undefined, 'catalog.suggest', { query: '白' })
  expect(suggested.hits.map(({ id }) => id)).toEqual(['white'])
  expect(suggested.words).toEqual([{ text: '白茶', count: 1 }])
  const typed = await shop.call(undefined, 'catalog.suggest', { query: 'baich' })
  expect(typed.words).toEqual([{ text: '白茶', count: 1 }])
})

test('pages of a search show each product once', async () => {
  stock(...Array.from({ length: 45 }, (_, at) => ({ id: `t${at}`, zh: `岩茶${at}` })))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await find('岩茶', cursor ? { cursor } : {})
    expect(page.count).toBe(45)
    seen.push(...idsOf(page))
    cursor = page.cursor
  } while (cursor)
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
  for (const foreign of ['WzUsInNwcmluZyJd', 'AAAA'])
    expect(
      await shop.refusal(undefined, 'catalog.search', { query: '岩茶', cursor: foreign }),
    ).toMatchObject({ code: 'INVALID_INPUT' })
})

describe('a filter', () => {
  const filters = (input: object) => shop.call(undefined, 'catalog.getFilters', input)
  beforeEach(() => {
    stock({ id: 'a', zh: '岩茶一' }, { id: 'b', zh: '岩茶二' }, { id: 'c', zh: '岩茶三' })
  })
  test('leaves what it says it leaves, in a search', async () => {
    const filter = { minFen: 1000, maxFen: 1100 }
    expect(idsOf(await find('岩茶', { filter }))).toEqual(['a', 'b'])
    expect(idsOf(await find('岩茶', { filter: { ...filter, inStock: true } }))).toEqual(['a'])
    expect(await filters({ query: '岩茶', filter })).toMatchObject({ count: 2, inStockCount: 1 })
  })
  test('leaves the same in a category, answered by the database', async () => {
    const options = [
      {
        id: 'weight',
        name: { zh: '净含量', en: 'Net weight' },
        values: [{ id: 'w', name: { zh: '50 克', en: '50 g' } }],
      },
    ]
    const tag = { zh: '明前', en: 'Pre-Qingming' }
    const tea = [{ _id: 'tea' }]
    const all = [
      completeProduct({ ...known[0]!, _id: 'x', options, tag }, [], tea),
      completeProduct({ ...known[0]!, _id: 'y', options }, [], tea),
    ].map((product) => ({ ...product, isSoldOut: false, priceFen: 900 }))
    shop.put('products', all)
    const { groups } = await filters({ categoryId: 'tea' })
    const facets = groups.map(({ values }) => values[0]!.key)
    const list = async (chosen: string[]) =>
      shop.call(undefined, 'catalog.listProducts', {
        categoryId: 'tea',
        filter: { facets: chosen, inStock: true, maxFen: 1000 },
      })
    expect(idsOf(await list([facets[0]!]))).toEqual(['x', 'y'])
    expect(idsOf(await list(facets))).toEqual(['x'])
    expect(await filters({ categoryId: 'tea', filter: { facets } })).toMatchObject({ count: 1 })
  })
})
