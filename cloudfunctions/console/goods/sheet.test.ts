import { beforeEach, describe, expect, test } from '@jest/globals'
import { parseCsv, writeCsv } from '../../../shared/domain/csv'
import { sheetColumns, sheetHeading, toCells } from '../../../shared/domain/goods-sheet'
import type { SheetColumn } from '../../../shared/domain/goods-sheet'
import type { ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { StockMoveDocument } from '../../_kit/documents/staff'
import { fakeCloud } from '../../../tests/fakes/wx-server-sdk'
import { Shop } from '../../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

type Cells = Partial<Record<SheetColumn, string>>

let uploads = 0
function upload(content: string | Buffer): string {
  uploads += 1
  const fileId = `cloud://e.b/sheets/clerk-${uploads}.csv`
  fakeCloud.files.set(fileId, Buffer.from(content))
  return fileId
}
const uploadRows = (...rows: Cells[]) =>
  upload(writeCsv([sheetHeading('zh'), ...rows.map(toCells)]))
const check = (fileId: string) => shop.call('clerk', 'console.checkSheet', { fileId })

/** Applies a sheet to its end as the page does; says how many calls it took. */
async function apply(fileId: string): Promise<number> {
  const { sheetId } = await check(fileId)
  let from: number | undefined = 0
  let calls = 0
  while (from !== undefined) {
    const part: { next?: number } = await shop.call('clerk', 'console.applySheet', {
      fileId,
      sheetId,
      from,
    })
    from = part.next
    calls += 1
  }
  return calls
}

async function exported(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
  let csv = ''
  let cursor: string | undefined
  do {
    const page: { csv: string; cursor?: string } = await shop.call(
      'clerk',
      'console.exportProducts',
      cursor === undefined ? {} : { cursor },
      { language },
    )
    csv += page.csv
    cursor = page.cursor
  } while (cursor !== undefined)
  return csv
}

const sku = (id: string) => shop.one<SkuDocument>('skus', id)
const fresh: Cells = { name: '新茶', nameEn: 'New tea', categoryId: 'tea', price: '68' }

describe('the sheet that goes out', () => {
  test('has one heading and every SKU that can be chosen, on the shelf or off it', async () => {
    const rows = parseCsv(await exported())
    expect(rows[0]).toEqual(sheetHeading('zh'))
    const column = (name: SheetColumn) =>
      rows.slice(1).map((row) => row[sheetColumns.indexOf(name)])
    expect(column('skuId')).toEqual(['spring-50', 'white-1', 'hidden-1'])
    expect(column('price')).toEqual(['58.00', '30.00', '1.00'])
    expect(column('isListed')).toEqual(['是', '是', '否'])
  })

  test.each(['zh-CN', 'en'] as const)(
    'comes back in %s without changing a thing',
    async (language) => {
      const fileId = upload(await exported(language))
      expect(await check(fileId)).toMatchObject({
        rows: 3,
        newProducts: 0,
        changedProducts: 0,
        stockMoves: 0,
        problemCount: 0,
      })
      const before = JSON.stringify([shop.all('products'), shop.all('skus')])
      await apply(fileId)
      expect(JSON.stringify([shop.all('products'), shop.all('skus')])).toBe(before)
    },
  )
})

describe('the sheet that comes in', () => {
  const change: Cells = {
    productId: 'white',
    skuId: 'white-1',
    name: '老白茶',
    price: '35.50',
    weight: '120',
    barcode: '6901234567892',
    stock: '1',
    counted: '8',
  }

  test('is looked at first, and that changes nothing', async () => {
    const before = JSON.stringify([shop.all('products'), shop.all('skus')])
    expect(await check(uploadRows(change, fresh))).toMatchObject({
      rows: 2,
      newProducts: 1,
      changedProducts: 1,
      stockMoves: 1,
      problems: [],
    })
    expect(JSON.stringify([shop.all('products'), shop.all('skus')])).toBe(before)
  })

  test('changes names, prices, weights, barcodes and stock', async () => {
    await apply(uploadRows(change))
    expect(sku('white-1')).toMatchObject({
      name: { zh: '老白茶', en: 'Old Tree White' },
      priceFen: 3550,
      weightGrams: 120,
      barcode: '6901234567892',
      stock: 8,
    })
    expect(shop.one<ProductDocument>('products', 'white')).toMatchObject({
      name: { zh: '老白茶' },
      priceFen: 3550,
      isListed: true,
    })
    expect(shop.all<StockMoveDocument>('stockmoves')).toMatchObject([
      { reason: 'count', change: 7, after: 8, staffId: 'clerk' },
    ])
  })

  test('applied again, in part or by two at once, moves nothing twice', async () => {
    const fileId = uploadRows(change, fresh)
    await Promise.all([apply(fileId), apply(fileId)])
    await apply(fileId)
    await apply(upload(fakeCloud.files.get(fileId)!))
    expect(sku('white-1').stock).toBe(8)
    expect(
      shop.all<ProductDocument>('products').filter(({ name }) => name.zh === '新茶'),
    ).toHaveLength(1)
  })

  test('counts what was there when it went out, so that what was sold since stays sold', async () => {
    const fileId = uploadRows({
      productId: 'spring',
      skuId: 'spring-50',
      price: '58',
      stock: '10',
      counted: '9',
    })
    await shop.order('anna', 'spring-50', 3)
    await apply(fileId)
    expect(sku('spring-50').stock).toBe(6)
  })

  test('brings new products, off the shelf, with their options', async () => {
    const option = (zh: string, en: string): Cells => ({
      ...fresh,
      options: `重量=${zh}；包装=罐装`,
      optionsEn: `Weight=${en}; Pack=Tin`,
    })
    await apply(uploadRows({ ...option('50 克', '50 g'), counted: '4' }, option('100 克', '100 g')))
    const made = shop.all<ProductDocument>('products').find(({ name }) => name.zh === '新茶')!
    expect(made).toMatchObject({ isListed: false, categoryIds: ['tea'], isFrom: false })
    expect(made.skuIds.map((id) => sku(id).optionWords.en)).toEqual(['50 g, Tin', '100 g, Tin'])
    expect(made.skuIds.map((id) => sku(id).stock)).toEqual([4, 0])
  })

  test('says line by line what cannot be done, and does the rest', async () => {
    const fileId = uploadRows(
      { ...change, productId: 'nobody' },
      { ...change, skuId: 'spring-50' },
      { productId: 'spring', skuId: 'spring-50', price: '58', stock: '99', counted: '1' },
      { ...fresh, categoryId: 'nowhere' },
      { ...fresh, name: '贵茶', price: 'dear' },
      { ...fresh, name: '好茶', nameEn: 'Good tea' },
    )
    const { problems, newProducts } = await check(fileId)
    expect(problems).toEqual([
      { row: 2, column: 'productId', code: 'unknownProduct' },
      { row: 3, column: 'skuId', code: 'unknownSku' },
      { row: 4, column: 'counted', code: 'belowZero' },
      { row: 5, column: 'categoryId', code: 'unknownCategory' },
      { row: 6, column: 'price', code: 'notANumber' },
    ])
    expect(newProducts).toBe(1)
    await apply(fileId)
    expect(shop.all<ProductDocument>('products').map(({ name }) => name.zh)).toContain('好茶')
    expect(sku('spring-50')).toMatchObject({ stock: 10, priceFen: 5800 })
  })

  test('passes over no later row that contradicts an earlier one of its product', async () => {
    const option = (zh: string, en: string): Cells => ({
      ...fresh,
      options: `重量=${zh}`,
      optionsEn: `Weight=${en}`,
    })
    const fileId = uploadRows(option('50 克', '50 g'), {
      ...option('100 克', '100 g'),
      categoryId: 'nowhere',
    })
    expect(await check(fileId)).toMatchObject({
      newProducts: 0,
      problems: [{ row: 3, column: 'categoryId', code: 'contradicts', earlier: 2 }],
    })
    await apply(fileId)
    expect(shop.all<ProductDocument>('products').map(({ name }) => name.zh)).not.toContain('新茶')
  })

  test('takes a line of a new product from whichever row has it', async () => {
    const option = (zh: string, en: string): Cells => ({
      ...fresh,
      options: `重量=${zh}`,
      optionsEn: `Weight=${en}`,
    })
    await apply(
      uploadRows(option('50 克', '50 g'), {
        ...option('100 克', '100 g'),
        line: '头采',
        lineEn: 'First',
      }),
    )
    const made = shop.all<ProductDocument>('products').find(({ name }) => name.zh === '新茶')
    expect(made?.line).toEqual({ zh: '头采', en: 'First' })
  })

  test('may come from Excel on a Chinese Windows', async () => {
    const heading = Buffer.from([0xb9, 0xe6, 0xb8, 0xf1, 0xb1, 0xe0, 0xba, 0xc5])
    const product = Buffer.from([0xc9, 0xcc, 0xc6, 0xb7, 0xb1, 0xe0, 0xba, 0xc5])
    const price = Buffer.from([0xbc, 0xdb, 0xb8, 0xf1, 0xa3, 0xa8, 0xd4, 0xaa, 0xa3, 0xa9])
    const comma = Buffer.from(',')
    const bytes = Buffer.concat([
      heading,
      comma,
      product,
      comma,
      price,
      Buffer.from('\r\nwhite-1,white,31\r\n'),
    ])
    await apply(upload(bytes))
    expect(sku('white-1').priceFen).toBe(3100)
  })

  test('has to be there, a sheet of ours, and the one that was checked', async () => {
    const refused = (fileId: string) => shop.refusal('clerk', 'console.checkSheet', { fileId })
    const unreadable = (reason: string) => ({ code: 'SHEET_UNREADABLE', detail: { reason } })
    expect(await refused('cloud://e.b/sheets/none.csv')).toEqual(unreadable('missing'))
    fakeCloud.files.set('cloud://e.b/avatars/a.csv', Buffer.from('x'))
    expect(await refused('cloud://e.b/avatars/a.csv')).toEqual(unreadable('missing'))
    expect(await refused(upload(''))).toEqual(unreadable('empty'))
    expect(await refused(upload('a,b\n1,2'))).toEqual(unreadable('noHeading'))
    const fileId = uploadRows(change)
    const input = { fileId, sheetId: 'another', from: 0 }
    expect(await shop.refusal('clerk', 'console.applySheet', input)).toEqual({
      code: 'SHEET_CHANGED',
    })
    expect(await shop.refusal('packer', 'console.checkSheet', { fileId })).toEqual({
      code: 'FORBIDDEN',
    })
  })

  test('of a thousand rows is looked at in one call, and applied in parts', async () => {
    const rows = Array.from({ length: 1000 }, (_, index): Cells => ({
      ...fresh,
      name: `茶 ${index}`,
      price: String(index + 1),
    }))
    const fileId = uploadRows(...rows)
    const startedAt = performance.now()
    expect(await check(fileId)).toMatchObject({ rows: 1000, newProducts: 1000, problemCount: 0 })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    const { sheetId } = await check(fileId)
    const part = { fileId, sheetId, from: 980 }
    expect(await shop.call('clerk', 'console.applySheet', part)).toEqual({
      done: 1000,
      total: 1000,
    })
    expect(await shop.call('clerk', 'console.applySheet', { ...part, from: 0 })).toEqual({
      done: 20,
      total: 1000,
      next: 20,
    })
    expect(shop.all('products')).toHaveLength(43)
  })
})
