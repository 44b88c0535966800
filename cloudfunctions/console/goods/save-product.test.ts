import { beforeEach, describe, expect, test } from '@jest/globals'
import type { ProductForm, SkuForm } from '../../../shared/contract/goods'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { StockMoveDocument } from '../../_kit/documents/staff'
import { Shop } from '../../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const both = (zh: string, en: string) => ({ zh, en })
const product = (id: string) => shop.one<ProductDocument>('products', id)
const sku = (id: string) => shop.one<SkuDocument>('skus', id)
const picture = 'cloud://e.b/new.webp'

const option = (id: string, ...values: string[]) => ({
  id,
  name: both(`选${id}`, `Choose ${id}`),
  values: values.map((value) => ({ id: value, name: both(`${value}号`, `No ${value}`) })),
})
const row = (values: SkuForm['values'], rest: Partial<SkuForm> = {}): SkuForm => ({
  values,
  priceFen: 1000,
  isListed: true,
  ...rest,
})
const formOf = (rest: Partial<ProductForm> = {}): ProductForm => ({
  name: both('雪芽', 'Snow Bud'),
  line: both('清', 'Clear'),
  categoryId: 'tea',
  pictures: [picture],
  story: [],
  facts: [],
  tastes: [],
  keywords: ['早春'],
  options: [],
  skus: [row({})],
  position: 5,
  ...rest,
})

const edited = (productId: string) => shop.call('clerk', 'console.getProduct', { productId })
const save = (form: ProductForm, productId?: string, version?: number) =>
  shop.call('clerk', 'console.saveProduct', {
    form,
    ...(productId === undefined ? {} : { productId }),
    ...(version === undefined ? {} : { version }),
  })

describe('a new product', () => {
  test('is off the shelf, with an SKU for each combination and its first pieces written down', async () => {
    const form = formOf({
      options: [option('size', 's', 'l')],
      skus: [row({ size: 's' }, { stock: 7, barcode: '6901234' }), row({ size: 'l' })],
    })
    const { productId } = await save(form)
    expect(product(productId)).toMatchObject({
      isListed: false,
      categoryIds: ['tea'],
      plate: 'tea',
      picture,
      version: 1,
      priceFen: 1000,
    })
    const [small, large] = product(productId).skuIds.map(sku)
    expect(small).toMatchObject({
      name: form.name,
      optionWords: both('s号', 'No s'),
      stock: 7,
      categoryIds: ['tea'],
      plate: 'tea',
      picture,
      priceChanges: [{ at: Date.now(), priceFen: 1000 }],
    })
    expect(large).toMatchObject({ stock: 0, position: 1 })
    const moves = shop.all<StockMoveDocument>('stockmoves')
    expect(moves).toMatchObject([{ skuId: small?._id, change: 7, after: 7, staffId: 'clerk' }])
    expect(await shop.refusal('anna', 'catalog.getProduct', { productId })).toEqual({
      code: 'PRODUCT_NOT_FOUND',
    })
  })

  test('comes back to the editor as it was written', async () => {
    const form = formOf({
      tag: both('新', 'New'),
      video: { src: 'cloud://e.b/v.mp4', poster: picture },
      story: [both('一段', 'A paragraph')],
      facts: [{ name: both('产地', 'From'), value: both('云山', 'Yunshan') }],
      tastes: [{ name: both('甜', 'Sweet'), level: 3 }],
      options: [option('size', 's', 'l')],
      skus: [row({ size: 's' }, { weightGrams: 60 }), row({ size: 'l' }, { isListed: false })],
    })
    const { productId } = await save(form)
    const back = await edited(productId)
    expect({ ...back.form, skus: back.form.skus.map(({ id: _id, ...rest }) => rest) }).toEqual(form)
  })

  test('is found, bought and counted once it is on the shelf', async () => {
    const { productId } = await save(formOf({ skus: [row({}, { stock: 2 })] }))
    await shop.call('clerk', 'console.shelveProducts', { productIds: [productId], isListed: true })
    for (const query of ['雪芽', 'xueya', 'snow', '早春']) {
      const { products } = await shop.call('anna', 'catalog.search', { query })
      expect(products.map(({ id }) => id)).toContain(productId)
    }
    await shop.order('anna', product(productId).skuIds[0]!)
    expect(shop.one<CategoryDocument>('categories', 'tea').productCount).toBe(3)
  })
})

describe('saving', () => {
  test('keeps SKU ids and stock, and brings names and places to what carts read', async () => {
    const { form, version } = await edited('spring')
    const name = both('新名字', 'New Name')
    await save({ ...form, name, pictures: [picture] }, 'spring', version)
    expect(sku('spring-50')).toMatchObject({ name: both('新名字', 'New Name'), stock: 10 })
    await shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-50', add: 1 }] })
    const { lines } = await shop.call('anna', 'order.getCart', {}, { language: 'en' })
    expect(lines[0]?.name).toBe('New Name')
  })

  test('takes a removed value off sale with its pieces, and gives it back when it returns', async () => {
    const options = [option('size', 's', 'l')]
    const skus = [row({ size: 's' }, { stock: 3 }), row({ size: 'l' }, { stock: 4 })]
    const { productId } = await save(formOf({ options, skus }))
    const [small, large] = product(productId).skuIds as [string, string]
    const first = await edited(productId)

    const onlySmall = { options: [option('size', 's')], skus: [first.form.skus[0]!] }
    await save({ ...first.form, ...onlySmall }, productId, 1)
    expect(sku(large)).toMatchObject({ isListed: false, stock: 4 })
    expect((await edited(productId)).form.skus.map(({ id }) => id)).toEqual([small])

    await save(first.form, productId, 2)
    expect(sku(large)).toMatchObject({ isListed: true, stock: 4 })
    expect(product(productId).skuIds).toEqual([small, large])
  })

  test('makes the SKU there is the first value of a new option', async () => {
    const { productId } = await save(formOf({ skus: [row({}, { stock: 3 })] }))
    const [only] = product(productId).skuIds as [string]
    const { form } = await edited(productId)
    const options = [option('size', 's', 'l')]
    const skus = [
      { ...form.skus[0]!, values: { size: 's' } },
      row({ size: 'l' }, { priceFen: 3000 }),
    ]
    await save({ ...form, options, skus }, productId, 1)
    expect(sku(only)).toMatchObject({ values: { size: 's' }, stock: 3 })
    await save({ ...form, options: [], skus: [{ ...skus[0]!, values: {} }] }, productId, 2)
    expect(sku(only).values).toEqual({})
  })

  test('forgets what was emptied', async () => {
    const { productId } = await save(
      formOf({ tag: both('新', 'New'), skus: [row({}, { barcode: '12345', weightGrams: 5 })] }),
    )
    const { form } = await edited(productId)
    const { tag: _tag, ...untagged } = form
    const [{ barcode: _code, weightGrams: _grams, ...bare }] = form.skus as [SkuForm]
    await save({ ...untagged, skus: [bare] }, productId, 1)
    expect(product(productId)).not.toHaveProperty('tag')
    const [only] = product(productId).skuIds as [string]
    expect(sku(only)).not.toHaveProperty('barcode')
    expect(sku(only)).not.toHaveProperty('weightGrams')
  })

  test('of what somebody else has saved since gives the newer one and changes nothing', async () => {
    const { productId } = await save(formOf())
    const [mine, theirs] = await Promise.all([edited(productId), edited(productId)])
    await save({ ...theirs.form, position: 9 }, productId, theirs.version)
    const refusal = await shop.refusal('manager', 'console.saveProduct', {
      productId,
      version: mine.version,
      form: { ...mine.form, position: 7 },
    })
    expect(refusal).toMatchObject({
      code: 'PRODUCT_CHANGED',
      detail: { version: 2, form: { position: 9 } },
    })
    expect(product(productId)).toMatchObject({ position: 9, version: 2 })
  })

  test('does not bring back a price that has changed since the editor was opened', async () => {
    const { productId } = await save(formOf())
    const mine = await edited(productId)
    const [skuId] = product(productId).skuIds as [string]
    const { priceFen: seenFen } = sku(skuId)
    const prices = [{ skuId, seenFen, priceFen: seenFen + 700 }]
    await shop.call('clerk', 'console.changePrices', { productId, prices })
    const refusal = await shop.refusal('manager', 'console.saveProduct', {
      productId,
      version: mine.version,
      form: mine.form,
    })
    expect(refusal).toMatchObject({
      code: 'PRODUCT_CHANGED',
      detail: { form: { skus: [{ priceFen: seenFen + 700 }] } },
    })
    expect(sku(skuId).priceFen).toBe(seenFen + 700)
  })

  test('by two at the same moment lets exactly one through', async () => {
    const { productId } = await save(formOf())
    const { form, version } = await edited(productId)
    const replies = await Promise.all(
      ['clerk', 'manager', 'owner'].map((user, index) =>
        shop.send(user, 'console.saveProduct', {
          productId,
          version,
          form: { ...form, position: 10 + index },
        }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(product(productId).version).toBe(2)
  })

  test('while customers order never loses a piece', async () => {
    const { form, version } = await edited('spring')
    const buying = ['anna', 'bert', 'cora'].map((user) => shop.order(user, 'spring-50'))
    const busy = { ...form, name: both('忙', 'Busy'), pictures: [picture] }
    const saving = save(busy, 'spring', version)
    await Promise.all([...buying, saving])
    expect(sku('spring-50')).toMatchObject({ stock: 7, name: both('忙', 'Busy') })
  })

  test('refuses what does not fit', async () => {
    const { productId } = await save(formOf())
    const { form } = await edited(productId)
    const refused = async (change: Partial<ProductForm>, id = productId) =>
      (
        await shop.refusal('clerk', 'console.saveProduct', {
          productId: id,
          version: 1,
          form: { ...form, ...change },
        })
      ).code
    expect(await refused({}, 'nobody')).toBe('PRODUCT_NOT_FOUND')
    expect(await refused({ categoryId: 'nowhere' })).toBe('CATEGORY_NOT_FOUND')
    expect(await refused({ freightTemplateId: 'nowhere' })).toBe('FREIGHT_NOT_FOUND')
    expect(await refused({ skus: [{ ...form.skus[0]!, id: 'spring-50' }] })).toBe('INVALID_INPUT')
    expect(await refused({ options: [option('size', 's', 'l')] })).toBe('INVALID_INPUT')
    expect(await refused({ pictures: Array(10).fill(picture) as string[] })).toBe('INVALID_INPUT')
    expect(await refused({ skus: [{ ...form.skus[0]!, priceFen: 0 }] })).toBe('INVALID_INPUT')
  })

  test('leaves on the shelf only what can be seen and bought', async () => {
    const { productId } = await save(formOf({ skus: [row({}, { stock: 1 })] }))
    await shop.call('clerk', 'console.shelveProducts', { productIds: [productId], isListed: true })
    const { form, version } = await edited(productId)
    const change = { productId, version, form: { ...form, pictures: [] } }
    expect(await shop.refusal('clerk', 'console.saveProduct', change)).toEqual({
      code: 'PRODUCT_INCOMPLETE',
    })
    expect(product(productId).pictures).toEqual([picture])
  })
})
