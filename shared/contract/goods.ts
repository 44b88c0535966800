import * as v from 'valibot'
import {
  matrixProblems,
  mostOptions,
  mostPictures,
  mostSkus,
  mostValues,
} from '../domain/sku-matrix'
import type { Plate } from './catalog'
import { fileId, id, text } from './fields'

const both = (maximum: number, minimum = 0) =>
  v.strictObject({ zh: text(maximum, minimum), en: text(maximum * 3, minimum) })
const fen = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000))
const grams = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

/** What is in the drawer of a barcode scanner: digits and capital letters. */
const barcode = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{4,40}$/))

/** Pieces that can be bought at the most; more than any shelf holds. */
export const stockLevel = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

/** A product as staff write it, with one row for each combination of its options. */
export const productForm = v.pipe(
  v.strictObject({
    name: both(40, 1),
    line: both(60),
    categoryId: id,
    tag: v.optional(both(8, 1)),
    /** The first one stands in lists. */
    pictures: v.pipe(v.array(fileId), v.maxLength(mostPictures)),
    video: v.optional(v.strictObject({ src: fileId, poster: fileId })),
    story: v.pipe(v.array(both(400, 1)), v.maxLength(20)),
    facts: v.pipe(
      v.array(v.strictObject({ name: both(12, 1), value: both(60, 1) })),
      v.maxLength(20),
    ),
    tastes: v.pipe(
      v.array(
        v.strictObject({
          name: both(8, 1),
          level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
        }),
      ),
      v.maxLength(8),
    ),
    /** Words customers search for that the name does not have. */
    keywords: v.pipe(v.array(text(20, 1)), v.maxLength(20)),
    options: v.pipe(
      v.array(
        v.strictObject({
          id,
          name: both(12, 1),
          values: v.pipe(
            v.array(v.strictObject({ id, name: both(24, 1) })),
            v.minLength(1),
            v.maxLength(mostValues),
          ),
        }),
      ),
      v.maxLength(mostOptions),
    ),
    skus: v.pipe(
      v.array(
        v.strictObject({
          /** Of an SKU that is there; a new one has none. */
          id: v.optional(id),
          values: v.record(id, id),
          priceFen: fen,
          weightGrams: v.optional(grams),
          barcode: v.optional(barcode),
          picture: v.optional(fileId),
          isListed: v.boolean(),
          /** What a new one begins with; of one that is there `console.moveStock` changes it. */
          stock: v.optional(stockLevel),
        }),
      ),
      v.minLength(1),
      v.maxLength(mostSkus),
    ),
    /** Absent: the company's default. */
    freightTemplateId: v.optional(id),
    /** Place in its category; small is first. */
    position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  }),
  v.check(
    ({ options, skus }) => matrixProblems(options, skus).length === 0,
    'one row a combination',
  ),
)
export type ProductForm = v.InferOutput<typeof productForm>
export type SkuForm = ProductForm['skus'][number]

/** A product as the editor opens it. */
export interface EditedProduct {
  id: string
  /** Goes up with each save; a save names the one it began with. */
  version: number
  form: ProductForm
  /** What the form does not decide, by SKU id. */
  skus: Record<string, { stock: number; wasFen?: number }>
  isListed: boolean
  soldCount: number
}

/** A product in the staff's list, in the reader's language. */
export interface ProductRow {
  id: string
  name: string
  categoryName: string
  picture: string
  plate: Plate
  priceFen: number
  isFrom: boolean
  isListed: boolean
  isSoldOut: boolean
  soldCount: number
  /** SKUs that run low, the lowest first: what of it and how many are left. */
  low: { skuId: string; options: string; stock: number }[]
}

export const productTabs = ['onShelf', 'offShelf', 'lowStock', 'soldOut'] as const
export type ProductTab = (typeof productTabs)[number]

/** What became of one product of a batch. `incomplete` has no picture or nothing to buy. */
export type ShelfOutcome = 'changed' | 'same' | 'incomplete' | 'missing'

/** What the editor offers: the tree of categories (leaves below their parents) and freight. */
export interface ProductChoices {
  categories: { id: string; name: string; depth: number; isLeaf: boolean }[]
  freightTemplates: { id: string; name: string }[]
}

/** Stock of one SKU. */
export interface StockRow {
  skuId: string
  options: string
  picture: string
  stock: number
  priceFen: number
  isListed: boolean
  barcode?: string
}

/** Why pieces come or go; a count is a move of its own. */
export const moveReasons = ['purchase', 'damage', 'return', 'transfer', 'other'] as const
export type MoveReason = (typeof moveReasons)[number]
type StockReason = MoveReason | 'count'

export interface StockMove {
  id: string
  at: number
  change: number
  after: number
  reason: StockReason
  note: string
  staffName: string
}

export interface PriceLine {
  skuId: string
  priceFen: number
}
