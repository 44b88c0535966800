import { beforeEach, describe, expect, test } from '@jest/globals'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import { Shop } from '../../../tests/shop/shop'

const dayMs = 86_400_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const shelve = (productIds: string[], isListed: boolean) =>
  shop.call('clerk', 'console.shelveProducts', { productIds, isListed })
const list = async (input: {
  tab: 'onShelf' | 'offShelf' | 'lowStock' | 'soldOut'
  categoryId?: string
  query?: string
}) => (await shop.call('service', 'console.listProducts', input)).products.map(({ id }) => id)

describe('a batch on and off the shelf', () => {
  test('says what became of each, and the same again changes nothing', async () => {
    const tea = () => shop.one<CategoryDocument>('categories', 'tea').productCount
    const before = tea()
    expect(await shelve(['spring', 'hidden', 'nobody'], false)).toEqual({
      outcomes: [
        { productId: 'spring', outcome: 'changed' },
        { productId: 'hidden', outcome: 'same' },
        { productId: 'nobody', outcome: 'missing' },
      ],
    })
    expect(await shelve(['spring'], false)).toEqual({
      outcomes: [{ productId: 'spring', outcome: 'same' }],
    })
    expect(tea()).toBe(before - 1)
    expect((await shop.call('anna', 'catalog.search', { query: '雾尖' })).products).toEqual([])
    await shelve(['spring'], true)
    expect(tea()).toBe(before)
  })

  test('leaves what has nothing to buy where it is', async () => {
    expect(await shelve(['hidden'], true)).toEqual({
      outcomes: [{ productId: 'hidden', outcome: 'incomplete' }],
    })
  })

  test('by two people at once counts every product once', async () => {
    await Promise.all([shelve(['spring', 'white'], false), shelve(['white', 'spring'], false)])
    expect(shop.one<CategoryDocument>('categories', 'tea').productCount).toBe(0)
  })
})

describe('the list', () => {
  test('has a tab for what is on, off, low and gone', async () => {
    await shop.changeSku('white-1', { stock: 0 })
    await shop.call('clerk', 'console.moveStock', {
      skuId: 'white-1',
      move: { kind: 'in', reason: 'return', quantity: 1 },
    })
    await shop.order('anna', 'white-1')
    expect(await list({ tab: 'onShelf' })).toEqual(['spring', 'white'])
    expect(await list({ tab: 'offShelf' })).toEqual(['hidden'])
    expect(await list({ tab: 'soldOut' })).toEqual(['white'])
    expect(await list({ tab: 'lowStock' })).toEqual(['white', 'spring'])
    expect(await list({ tab: 'onShelf', categoryId: 'tea' })).toEqual(['spring', 'white'])
    const { products } = await shop.call('clerk', 'console.listProducts', { tab: 'lowStock' })
    expect(products[1]?.low).toMatchObject([{ skuId: 'spring-100', stock: 3 }])
  })

  test('finds by words on and off the shelf, and by barcode', async () => {
    await shop.changeSku('spring-100', { barcode: '6900000000017' })
    await shelve(['spring'], false)
    await shelve(['spring'], true)
    expect(await list({ tab: 'onShelf', query: '雾尖' })).toEqual(['spring'])
    expect(await list({ tab: 'onShelf', query: '停售' })).toEqual(['hidden'])
    expect(await list({ tab: 'offShelf', query: '6900000000017' })).toEqual(['spring'])
    expect(await list({ tab: 'onShelf', query: 'nothing like it' })).toEqual([])
  })

  test('gives the editor the categories as a tree', async () => {
    const tea = shop.one<CategoryDocument>('categories', 'tea')
    shop.put('categories', [{ ...tea, _id: 'green', parentId: 'tea', position: 9 }] as never)
    shop.advance(60_000)
    const { categories } = await shop.call('clerk', 'console.getProductChoices', {})
    expect(categories).toMatchObject([
      { id: 'tea', depth: 0, isLeaf: false },
      { id: 'green', depth: 1, isLeaf: true },
    ])
  })
})

describe('a price', () => {
  const change = (seenFen: number, priceFen: number) => ({
    productId: 'spring',
    prices: [{ skuId: 'spring-50', seenFen, priceFen }],
  })

  test('reaches carts, quotes and grids at once, and nobody pays the old one', async () => {
    const addressId = await shop.address('anna')
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    const { signature } = await shop.call('anna', 'order.quote', { source, addressId })
    await shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-50', add: 1 }] })

    await shop.call('clerk', 'console.changePrices', change(5800, 5000))

    expect((await shop.call('anna', 'order.getCart', {})).lines[0]?.priceFen).toBe(5000)
    expect(shop.one<ProductDocument>('products', 'spring').priceFen).toBe(5000)
    expect(
      await shop.refusal('anna', 'order.place', { source, addressId, signature }),
    ).toMatchObject({ code: 'PRICE_CHANGED' })
  })

  test('shows a former one only when customers really paid it for a while', async () => {
    await shop.call('clerk', 'console.changePrices', change(5800, 9000))
    await shop.call('clerk', 'console.changePrices', change(9000, 5000))
    const sku = () => shop.one<SkuDocument>('skus', 'spring-50')
    expect(sku()).not.toHaveProperty('wasFen')

    await shop.call('clerk', 'console.changePrices', change(5000, 6000))
    shop.advance(10 * dayMs)
    await shop.call('clerk', 'console.changePrices', change(6000, 5500))
    expect(sku()).toMatchObject({ wasFen: 6000, wasUntil: Date.now() + 30 * dayMs })
  })

  test('that has moved since is not run over', async () => {
    await shop.call('manager', 'console.changePrices', change(5800, 5000))
    expect(await shop.refusal('clerk', 'console.changePrices', change(5800, 5700))).toEqual({
      code: 'PRICE_MOVED',
      detail: { skuId: 'spring-50', priceFen: 5000 },
    })
    expect(await shop.refusal('packer', 'console.changePrices', change(5000, 1))).toEqual({
      code: 'FORBIDDEN',
    })
  })
})
