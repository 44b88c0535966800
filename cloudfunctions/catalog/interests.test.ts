import { beforeEach, describe, expect, test } from '@jest/globals'
import { products as known } from '../../tests/shop/catalogue'
import { Shop } from '../../tests/shop/shop'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const more = (count: number) =>
  shop.put(
    'products',
    Array.from({ length: count }, (_, at) => ({ ...known[0]!, _id: `p${at}`, position: 10 + at })),
  )

describe('favourites', () => {
  const list = async (user: string, cursor?: string) =>
    shop.call(user, 'catalog.listFavourites', cursor ? { cursor } : {})

  test('are kept once each, newest first, and only one’s own', async () => {
    await shop.call('amy', 'catalog.addFavourite', { productId: 'spring' })
    await shop.call('amy', 'catalog.addFavourite', { productId: 'white' })
    expect(await shop.call('amy', 'catalog.addFavourite', { productId: 'spring' })).toEqual({
      count: 2,
    })
    const { favourites } = await list('amy')
    expect(favourites.map(({ product }) => product.id)).toEqual(['white', 'spring'])
    expect((await list('bob')).favourites).toEqual([])
    await shop.call('amy', 'catalog.removeFavourite', { productIds: ['white', 'nope'] })
    expect((await list('amy')).count).toBe(1)
  })

  test('that left the shelf stay, and say so', async () => {
    await shop.call('amy', 'catalog.addFavourite', { productId: 'white' })
    shop.put('products', [{ ...known[1]!, isListed: false }])
    expect((await list('amy')).favourites[0]).toMatchObject({ isGone: true })
    expect(await shop.refusal('amy', 'catalog.addFavourite', { productId: 'white' })).toMatchObject(
      { code: 'PRODUCT_NOT_FOUND' },
    )
  })

  test('come in pages that lose nothing when one is removed between them', async () => {
    more(25)
    for (let at = 0; at < 25; at += 1)
      await shop.call('amy', 'catalog.addFavourite', { productId: `p${at}` })
    const first = await list('amy')
    await shop.call('amy', 'catalog.removeFavourite', { productIds: ['p24'] })
    const second = await list('amy', first.cursor)
    expect(second.favourites.map(({ product }) => product.id)).toEqual([
      'p4',
      'p3',
      'p2',
      'p1',
      'p0',
    ])
    expect(second).not.toHaveProperty('cursor')
  })

  test('end somewhere', async () => {
    const entries = Array.from({ length: 300 }, (_, at) => ({ productId: `x${at}`, addedAt: 1 }))
    shop.put('favourites', [{ _id: 'amy', entries } as never])
    expect(await shop.refusal('amy', 'catalog.addFavourite', { productId: 'white' })).toEqual({
      code: 'FAVOURITE_LIMIT',
      detail: { limit: 300 },
    })
  })

  test('need somebody whose they are', async () => {
    expect(
      await shop.refusal(undefined, 'catalog.addFavourite', { productId: 'white' }),
    ).toMatchObject({ code: 'UNAUTHORIZED' })
  })
})

describe('what was looked at', () => {
  const look = (user: string, productId: string) =>
    shop.call(user, 'catalog.recordView', { productId })
  const viewed = async (user: string) =>
    (await shop.call(user, 'catalog.listViewed', {})).viewed.map(({ product }) => product.id)

  test('stands newest first, each once, and tells whether it is a favourite', async () => {
    await shop.call('amy', 'catalog.addFavourite', { productId: 'white' })
    expect(await look('amy', 'white')).toEqual({ isFavourite: true })
    expect(await look('amy', 'spring')).toEqual({ isFavourite: false })
    await look('amy', 'white')
    expect(await viewed('amy')).toEqual(['white', 'spring'])
    expect(await viewed('bob')).toEqual([])
  })

  test('is bounded, and forgotten when asked', async () => {
    more(102)
    for (let at = 0; at < 102; at += 1) await look('amy', `p${at}`)
    const kept = shop.one<{ entries: unknown[]; productIds: string[] }>('views', 'amy')
    expect(kept.entries).toHaveLength(100)
    expect(kept.productIds).not.toContain('p1')
    await shop.call('amy', 'catalog.forgetViewed', { productIds: ['p101'] })
    expect((await viewed('amy'))[0]).toBe('p100')
    await shop.call('amy', 'catalog.forgetViewed', {})
    expect(await viewed('amy')).toEqual([])
  })

  test('leads to what others looked at, too, and never to what is known', async () => {
    more(3)
    await look('bob', 'p1')
    await look('bob', 'white')
    await look('amy', 'white')
    const { products } = await shop.call('amy', 'catalog.getRecommendations', {})
    expect(products[0]?.id).toBe('p1')
    expect(products.map(({ id }) => id)).not.toContain('white')
  })

  test('nothing looked at, nothing recommended', async () => {
    expect(await shop.call('new', 'catalog.getRecommendations', {})).toEqual({ products: [] })
  })
})

describe('a code', () => {
  beforeEach(() => {
    fakeCloud.answer('openapi.wxacode.getUnlimited', () => ({
      contentType: 'image/png',
      buffer: Buffer.from('code'),
    }))
  })
  test('is drawn once for a product, leads to it, and fits a scene', async () => {
    const first = await shop.call('amy', 'catalog.getShareCode', { productId: 'white' })
    expect(await shop.call('bob', 'catalog.getShareCode', { productId: 'white' })).toEqual(first)
    const calls = fakeCloud.calls.filter(({ api }) => api === 'openapi.wxacode.getUnlimited')
    expect(calls).toHaveLength(1)
    const { scene } = calls[0]!.parameters as { scene: string }
    expect(scene.length).toBeLessThanOrEqual(32)
    expect(await shop.call(undefined, 'catalog.resolveScene', { scene })).toEqual({
      route: 'product',
      params: { productId: 'white' },
    })
  })
  test('that nobody made leads nowhere', async () => {
    expect(
      await shop.refusal(undefined, 'catalog.resolveScene', { scene: 'abcdef123' }),
    ).toMatchObject({ code: 'SCENE_NOT_FOUND' })
  })
})

test('who has an address hears when it is there, sooner in the same province', async () => {
  const settings = shop.one<{ delivery: object }>('settings', 'company')
  const transit = { province: '云南', sameDays: 1, byProvince: {}, days: 4 }
  shop.put('settings', [
    { ...settings, _id: 'company', delivery: { ...settings.delivery, transit } } as never,
  ])
  await shop.address('amy')
  const near = await shop.call('amy', 'catalog.getProduct', { productId: 'white' })
  expect(near.delivery.arrival?.province).toBe('云南省')
  const nobody = await shop.call(undefined, 'catalog.getProduct', { productId: 'white' })
  expect(nobody.delivery).not.toHaveProperty('arrival')
})
