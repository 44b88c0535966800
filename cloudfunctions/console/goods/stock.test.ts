import { beforeEach, describe, expect, test } from '@jest/globals'
import type { ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { StockMoveDocument } from '../../_kit/documents/staff'
import { Shop } from '../../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const put = (quantity: number, skuId = 'spring-50') =>
  shop.call('clerk', 'console.moveStock', {
    skuId,
    move: { kind: 'in', reason: 'purchase', quantity },
    note: '早上到货',
  })
const take = (quantity: number, skuId = 'spring-50') =>
  ({ skuId, move: { kind: 'out', reason: 'damage', quantity } }) as const
const count = (seen: number, counted: number, skuId = 'spring-50') =>
  ({ skuId, move: { kind: 'count', seen, counted } }) as const

describe('stock', () => {
  test('goes in and out with a reason, and the history says who and what was left', async () => {
    expect(await put(5)).toEqual({ stock: 15 })
    shop.advance(1000)
    expect(await shop.call('manager', 'console.moveStock', take(2))).toEqual({ stock: 13 })
    const { moves } = await shop.call('packer', 'console.listStockMoves', { skuId: 'spring-50' })
    expect(moves).toMatchObject([
      { change: -2, after: 13, reason: 'damage', note: '', staffName: 'manager' },
      { change: 5, after: 15, reason: 'purchase', note: '早上到货', staffName: 'clerk' },
    ])
  })

  test('is on record under the name of the product and its options', async () => {
    const sku = shop.one<SkuDocument>('skus', 'spring-50')
    shop.put('skus', [{ ...sku, optionWords: { zh: '50 克', en: '50 g' } }])
    await put(5)
    const { entries } = await shop.call('owner', 'console.listAudit', { subject: 'spring-50' })
    const subjectName = `${sku.name.zh} 50 克`
    expect(entries).toMatchObject([{ action: 'console.moveStock', subjectName }])
  })

  test('never goes below zero', async () => {
    expect(await shop.refusal('clerk', 'console.moveStock', take(11))).toEqual({
      code: 'STOCK_SHORT',
      detail: { skuId: 'spring-50', stock: 10 },
    })
    expect(shop.stockOf('spring-50')).toBe(10)
    expect(shop.all('stockmoves')).toEqual([])
  })

  test('of a double tap moves once', async () => {
    const once = 'stock-once-1'
    const [first, second] = await Promise.all([
      shop.call('clerk', 'console.moveStock', take(3), { once }),
      shop.call('clerk', 'console.moveStock', take(3), { once }),
    ])
    expect([first, second]).toEqual([{ stock: 7 }, { stock: 7 }])
    expect(shop.stockOf('spring-50')).toBe(7)
  })

  test('taken out while customers order is given to exactly as many as there are', async () => {
    const orders = ['anna', 'bert', 'cora', 'dora'].map(async (user) => {
      try {
        await shop.order(user, 'spring-100')
        return true
      } catch (error) {
        expect(String(error)).toContain('SOLD_OUT')
        return false
      }
    })
    const out = shop.send('clerk', 'console.moveStock', take(2, 'spring-100'))
    const sold = (await Promise.all(orders)).filter(Boolean).length
    const taken = (await out).ok ? 2 : 0
    expect(shop.stockOf('spring-100')).toBe(3 - sold - taken)
    expect(shop.stockOf('spring-100')).toBeGreaterThanOrEqual(0)
  })

  test('is counted by the packer, and what was sold meanwhile stays sold', async () => {
    await shop.order('anna', 'spring-50', 4)
    // Ten were on the page, nine in the drawer; four were sold since the page was opened.
    expect(await shop.call('packer', 'console.moveStock', count(10, 9))).toEqual({ stock: 5 })
    expect(shop.all<StockMoveDocument>('stockmoves')).toMatchObject([
      { reason: 'count', change: -1, after: 5 },
    ])
    expect(await shop.refusal('packer', 'console.moveStock', count(10, 4))).toMatchObject({
      code: 'STOCK_SHORT',
    })
  })

  test('that agrees with the count is written down as counted', async () => {
    await shop.call('packer', 'console.moveStock', count(10, 10))
    expect(shop.all<StockMoveDocument>('stockmoves')).toMatchObject([{ change: 0, after: 10 }])
  })

  test('is not moved by packers nor looked after by customers', async () => {
    expect(await shop.refusal('packer', 'console.moveStock', take(1))).toEqual({
      code: 'COUNT_ONLY',
    })
    expect(await shop.refusal('service', 'console.moveStock', take(1))).toEqual({
      code: 'FORBIDDEN',
    })
    expect(await shop.refusal('anna', 'console.getStock', { productId: 'spring' })).toEqual({
      code: 'FORBIDDEN',
    })
  })

  test('that comes back is on sale in the same moment', async () => {
    await shop.call('clerk', 'console.moveStock', take(1, 'white-1'))
    expect(shop.one<ProductDocument>('products', 'white').isSoldOut).toBe(true)
    await put(1, 'white-1')
    expect(shop.one<ProductDocument>('products', 'white').isSoldOut).toBe(false)
  })
})
