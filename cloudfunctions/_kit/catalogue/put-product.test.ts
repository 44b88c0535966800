import { beforeEach, expect, test } from '@jest/globals'
import { categories, products, skus } from '../../../tests/shop/catalogue'
import { Shop } from '../../../tests/shop/shop'
import type { CategoryDocument, SearchEntryDocument } from '../documents/catalog'
import { transaction } from '../transaction'
import { putProduct } from './put-product'
import type { ProductDraft } from './put-product'

let shop: Shop
const tree: CategoryDocument[] = [
  ...categories,
  { ...categories[0]!, _id: 'white-tea', parentId: 'tea', productCount: 0 },
]
beforeEach(() => {
  shop = new Shop()
  shop.put('categories', tree)
})

const white = products.find(({ _id }) => _id === 'white')!
const save = (change: Partial<ProductDraft>) =>
  transaction((tx) =>
    putProduct(
      tx,
      { ...white, ...change },
      skus.filter(({ productId }) => productId === 'white'),
      tree,
    ),
  )
const countOf = (id: string) => shop.one<CategoryDocument>('categories', id).productCount
const found = async (query: string) =>
  (await shop.call(undefined, 'catalog.search', { query })).products.map(({ id }) => id)

test('a renamed product is found by its new name, in letters too, and no more by the old one', async () => {
  await save({ name: { zh: '月光', en: 'Moonlight' } })
  expect(await found('月光')).toEqual(['white'])
  expect(await found('yueguang')).toEqual(['white'])
  expect(await found('古树')).toEqual([])
  const { words } = await shop.call(undefined, 'catalog.suggest', { query: 'yueg' })
  expect(words.map(({ text }) => text)).toEqual(['月光'])
})

test('a product stands on its leaf and everything above it, and both count it', async () => {
  expect(countOf('tea')).toBe(2)
  const saved = await save({ categoryId: 'white-tea' })
  expect(saved.categoryIds).toEqual(['white-tea', 'tea'])
  expect([countOf('white-tea'), countOf('tea')]).toEqual([1, 2])
  await save({ categoryId: 'tea' })
  expect([countOf('white-tea'), countOf('tea')]).toEqual([0, 2])
})

test('off the shelf it is not found and not counted; back on it is', async () => {
  await save({ isListed: false })
  expect(await found('白茶')).toEqual([])
  expect(countOf('tea')).toBe(1)
  await save({ isListed: true })
  expect(await found('白茶')).toEqual(['white'])
  expect(countOf('tea')).toBe(2)
})

test('saving it again changes no count', async () => {
  await save({})
  await save({})
  expect(countOf('tea')).toBe(2)
  expect(shop.one<SearchEntryDocument>('searchentries', 'white').priceFen).toBe(3000)
})
