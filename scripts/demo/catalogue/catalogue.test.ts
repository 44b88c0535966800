import { describe, expect, test } from '@jest/globals'
import { demoCatalogue } from './catalogue'
import type { Words } from './types'

const { products, categories, home, search, company } = demoCatalogue
const skus = products.flatMap((product) => product.skus)
const productIds = new Set(products.map((product) => product.id))

const topOf = (leafId: string) => categories.find(({ id }) => id === leafId)?.parentId

const isWords = (value: object): value is Words => 'zh' in value && 'en' in value

const allWords = (value: unknown, path: string): [path: string, words: Words][] => {
  if (typeof value !== 'object' || value === null) return []
  if (isWords(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => allWords(inner, `${path}.${key}`))
}

describe('the shelf', () => {
  test('is full', () => {
    expect(products.length).toBeGreaterThanOrEqual(60)
    expect(skus.length).toBeGreaterThanOrEqual(200)
    for (const { id, parentId } of categories)
      if (parentId === undefined)
        expect(
          products.filter((product) => topOf(product.categoryId) === id).length,
        ).toBeGreaterThan(8)
      else expect(products.filter((product) => product.categoryId === id).length).toBeGreaterThan(1)
  })

  test('names everything once', () => {
    expect(productIds.size).toBe(products.length)
    expect(new Set(skus.map((sku) => sku.id)).size).toBe(skus.length)
    expect(new Set(products.map((product) => product.name.zh)).size).toBe(products.length)
  })

  test('has something sold out, something scarce and plenty of the rest', () => {
    const soldOut = products.filter((product) => product.skus.every((sku) => sku.stock === 0))
    expect(soldOut.length).toBeGreaterThanOrEqual(2)
    expect(soldOut.length).toBeLessThan(products.length / 10)
    expect(skus.filter((sku) => sku.stock > 0 && sku.stock < 10).length).toBeGreaterThan(10)
  })
})

describe.each(products.map((product) => [product.id, product] as const))('%s', (_id, product) => {
  test('can be priced, weighed and counted', () => {
    for (const sku of product.skus) {
      expect(Number.isInteger(sku.priceFen) && sku.priceFen > 0).toBe(true)
      expect(sku.wasFen ?? Infinity).toBeGreaterThan(sku.priceFen)
      expect(Number.isInteger(sku.stock) && sku.stock >= 0).toBe(true)
      expect(sku.weightGrams).toBeGreaterThan(0)
    }
  })

  test('has one SKU for every combination of its options', () => {
    const combinations = product.options.reduce((n, option) => n * option.values.length, 1)
    expect(product.skus).toHaveLength(combinations)
    for (const sku of product.skus)
      expect(Object.keys(sku.values)).toEqual(product.options.map((option) => option.id))
  })

  test('says enough about itself', () => {
    expect(product.story.length).toBeGreaterThanOrEqual(2)
    expect(product.facts.length).toBeGreaterThanOrEqual(3)
    expect([0, 4]).toContain(product.tastes.length)
    for (const taste of product.tastes) expect([0, 1, 2, 3, 4, 5]).toContain(taste.level)
    expect(product.pictures.length).toBeGreaterThanOrEqual(1)
    expect(product.pictures.length).toBeLessThanOrEqual(4)
  })

  test('fits one line of a list', () => {
    expect(product.line.zh.length).toBeLessThanOrEqual(12)
    expect(product.line.en.length).toBeLessThanOrEqual(27)
  })

  test('is spelt syllable by syllable', () => {
    const characters = product.name.zh.replace(/[^\p{Script=Han}]/gu, '')
    expect(product.pinyin.initials).toHaveLength(characters.length)
    expect(product.pinyin.full).toMatch(/^[a-z]+$/)
  })
})

describe('words', () => {
  const words = allWords(demoCatalogue, 'catalogue')

  test('are there in both languages', () => {
    expect(words.length).toBeGreaterThan(1000)
    for (const [path, { zh, en }] of words)
      expect([path, zh.trim(), en.trim()]).toEqual([path, zh, en])
    expect(words.filter(([, { zh, en }]) => zh === '' || en === '')).toEqual([])
  })

  test('are in their own language', () => {
    expect(words.filter(([, { en }]) => /\p{Script=Han}/u.test(en))).toEqual([])
    expect(words.filter(([, { zh }]) => /[,;:!?]/.test(zh.replace(/\d[:,]\d/g, '')))).toEqual([])
  })

  test('are calm', () => {
    expect(words.filter(([, { zh, en }]) => /[!！亲您]/.test(zh + en))).toEqual([])
  })
})

describe('what the pages point to', () => {
  test('exists', () => {
    const shown = [home.hero.link.productId, ...home.season.productIds]
    expect(shown.filter((id) => !productIds.has(id))).toEqual([])
    const categoryIds = new Set<string>(categories.map((category) => category.id))
    const doors = [...home.doors.map((door) => door.categoryId), home.season.categoryId]
    expect(doors.filter((id) => !categoryIds.has(id))).toEqual([])
  })

  test('finds something for every proposed search', () => {
    for (const { zh } of [search.hint, ...search.hotWords]) {
      const found = products.filter((product) =>
        [product.name.zh, product.tag?.zh ?? '', ...product.keywords].some((text) =>
          text.includes(zh),
        ),
      )
      expect([zh, found.length > 0]).toEqual([zh, true])
    }
  })

  test('keeps the promise of the door prices', () => {
    const tips = products.find((product) => product.id === 'tea-cloud-tip')
    expect(Math.min(...(tips?.skus.map((sku) => sku.priceFen) ?? []))).toBe(12800)
    expect(company.delivery.freeFromFen).toBe(9900)
  })
})
