import { beforeEach, expect, test } from '@jest/globals'
import { Shop } from '../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

test('a category lists what is on sale, page by page', async () => {
  const page = await shop.call(undefined, 'catalog.listProducts', { categoryId: 'tea' })
  expect(page.products.map(({ id }) => id)).toEqual(['spring', 'white'])
  expect(page).not.toHaveProperty('cursor')
  expect(await shop.refusal(undefined, 'catalog.listProducts', { categoryId: 'nope' })).toEqual({
    code: 'CATEGORY_NOT_FOUND',
  })
})

test('every order of a long category shows each product once', async () => {
  const { products } = await import('../../tests/shop/catalogue')
  shop.put(
    'products',
    Array.from({ length: 43 }, (_, at) => ({
      ...products[0]!,
      _id: `many-${at}`,
      position: 10 + (at % 7),
      priceFen: 1000 + (at % 5),
      soldCount: at % 3,
      listedAt: at % 4,
    })),
  )
  for (const sort of ['default', 'sales', 'priceUp', 'priceDown', 'newest'] as const) {
    const seen: string[] = []
    const prices: number[] = []
    let cursor: string | undefined
    do {
      const page = await shop.call(undefined, 'catalog.listProducts', {
        categoryId: 'tea',
        sort,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.products.map(({ id }) => id))
      prices.push(...page.products.map(({ priceFen }) => priceFen))
      cursor = page.cursor
    } while (cursor)
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    if (sort === 'priceUp') expect(prices).toEqual([...prices].sort((a, b) => a - b))
    if (sort === 'priceDown') expect(prices).toEqual([...prices].sort((a, b) => b - a))
  }
})

test('a cursor that is none of ours is refused as such', async () => {
  for (const cursor of ['AAAA', 'WzFd', Buffer.from('["a","b"]').toString('base64url')])
    expect(
      await shop.refusal(undefined, 'catalog.listProducts', { categoryId: 'tea', cursor }),
    ).toEqual({ code: 'INVALID_INPUT', detail: [{ path: 'cursor', reason: 'cursor' }] })
})

test('a product tells its SKUs, its stock and what stands beside it', async () => {
  const product = await shop.call(undefined, 'catalog.getProduct', { productId: 'spring' })
  expect(product.skus).toEqual([
    expect.objectContaining({ id: 'spring-50', priceFen: 5800, wasFen: 6800, stock: 10 }),
    expect.objectContaining({ id: 'spring-100', stock: 3 }),
  ])
  expect(product.related.map(({ id }) => id)).toEqual(['white'])
  expect(product.delivery).toEqual({ from: '云山镇', promise: '今天发出' })
})

test('a product that left the shelf does not exist', async () => {
  expect(await shop.refusal(undefined, 'catalog.getProduct', { productId: 'hidden' })).toEqual({
    code: 'PRODUCT_NOT_FOUND',
  })
})
