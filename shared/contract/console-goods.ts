import * as v from 'valibot'
import type { FreightTemplate } from '../domain/freight'
import type { SheetProblem } from '../domain/goods-sheet'
import { action, detail, returns } from './define'
import type { Contract } from './define'
import { cursor, fileId, id, text } from './fields'
import { freightForm } from './freight'
import { moveReasons, productForm, productTabs, stockLevel } from './goods'
import type {
  EditedProduct,
  PriceLine,
  ProductChoices,
  ProductRow,
  ShelfOutcome,
  StockMove,
  StockRow,
} from './goods'

const reading = { staff: ['owner', 'manager', 'clerk', 'packer', 'service'] } as const
const editing = { staff: ['owner', 'manager', 'clerk'] } as const
const counting = { staff: ['owner', 'manager', 'clerk', 'packer'] } as const

const fen = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000))
const pieces = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
const note = v.optional(text(100), '')

const productActions = {
  'console.listProducts': action({
    access: reading,
    /** A query finds by words of the name, or by a barcode; it looks on and off the shelf. */
    input: v.strictObject({
      tab: v.picklist(productTabs),
      categoryId: v.optional(id),
      query: v.optional(text(40)),
      cursor,
    }),
    output: returns<{ products: ProductRow[]; cursor?: string }>(),
    errors: {},
  }),
  'console.getProduct': action({
    access: reading,
    input: v.strictObject({ productId: id }),
    output: returns<EditedProduct>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  'console.getProductChoices': action({
    access: reading,
    input: v.strictObject({}),
    output: returns<ProductChoices>(),
    errors: {},
  }),
  /** Without a product id a new one, off the shelf. */
  'console.saveProduct': action({
    access: editing,
    write: true,
    input: v.strictObject({
      productId: v.optional(id),
      version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      form: productForm,
    }),
    output: returns<{ productId: string; version: number }>(),
    errors: {
      PRODUCT_NOT_FOUND: detail(),
      CATEGORY_NOT_FOUND: detail(),
      FREIGHT_NOT_FOUND: detail(),
      /** Somebody else saved since; the detail is what they left. */
      PRODUCT_CHANGED: detail<EditedProduct>(),
      /** Of a product on the shelf, which has to stay one that can be shown and bought. */
      PRODUCT_INCOMPLETE: detail(),
    },
  }),
  'console.shelveProducts': action({
    access: editing,
    write: true,
    input: v.strictObject({
      productIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)),
      isListed: v.boolean(),
    }),
    output: returns<{ outcomes: { productId: string; outcome: ShelfOutcome }[] }>(),
    errors: {},
  }),
  /** `seenFen` is the price it was changed from: a price that has moved since is not run over. */
  'console.changePrices': action({
    access: editing,
    write: true,
    input: v.strictObject({
      productId: id,
      prices: v.pipe(
        v.array(v.strictObject({ skuId: id, seenFen: fen, priceFen: fen })),
        v.minLength(1),
        v.maxLength(60),
      ),
    }),
    output: returns<{ prices: PriceLine[] }>(),
    errors: { SKU_NOT_FOUND: detail<{ skuId: string }>(), PRICE_MOVED: detail<PriceLine>() },
  }),
}

const stockActions = {
  'console.getStock': action({
    access: reading,
    input: v.strictObject({ productId: id }),
    output: returns<{ productId: string; name: string; isListed: boolean; skus: StockRow[] }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  'console.listStockMoves': action({
    access: reading,
    input: v.strictObject({ skuId: id, cursor }),
    output: returns<{ moves: StockMove[]; cursor?: string }>(),
    errors: {},
  }),
  /**
   * Puts pieces in or takes them out. A count names the number that was on the page beside the one
   * that was counted, and moves the stock by the difference: what orders take in between stays taken.
   */
  'console.moveStock': action({
    access: counting,
    write: true,
    input: v.strictObject({
      skuId: id,
      move: v.variant('kind', [
        v.strictObject({
          kind: v.literal('in'),
          reason: v.picklist(moveReasons),
          quantity: pieces,
        }),
        v.strictObject({
          kind: v.literal('out'),
          reason: v.picklist(moveReasons),
          quantity: pieces,
        }),
        v.strictObject({ kind: v.literal('count'), counted: stockLevel, seen: stockLevel }),
      ]),
      note,
    }),
    output: returns<{ stock: number }>(),
    errors: {
      SKU_NOT_FOUND: detail<{ skuId: string }>(),
      STOCK_SHORT: detail<{ skuId: string; stock: number }>(),
      /** The packer counts; what comes and goes is the clerk's. */
      COUNT_ONLY: detail(),
    },
  }),
}

const sheet = v.strictObject({ fileId })

const sheetActions = {
  /** A page of the sheet as CSV: with the heading on the first one only. */
  'console.exportProducts': action({
    access: editing,
    input: v.strictObject({ cursor }),
    output: returns<{ csv: string; count: number; cursor?: string }>(),
    errors: {},
  }),
  /** Reads an uploaded sheet and says what it would do; nothing is changed. */
  'console.checkSheet': action({
    access: editing,
    input: sheet,
    output: returns<{
      /** Names these contents; applying asks for it. */
      sheetId: string
      rows: number
      newProducts: number
      changedProducts: number
      stockMoves: number
      /** The first hundred; `problemCount` counts all. */
      problems: SheetProblem[]
      problemCount: number
    }>(),
    errors: {
      SHEET_UNREADABLE: detail<{ reason: 'missing' | 'empty' | 'noHeading' | 'tooLong' }>(),
    },
  }),
  /**
   * Does the next part of a sheet, from a row on; lines with problems are left out. The same part
   * again changes nothing more, so an interrupted sheet is applied again from wherever one likes.
   */
  'console.applySheet': action({
    access: editing,
    write: true,
    input: v.strictObject({
      fileId,
      sheetId: id,
      from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    }),
    output: returns<{ done: number; total: number; next?: number }>(),
    errors: {
      SHEET_UNREADABLE: detail<{ reason: 'missing' | 'empty' | 'noHeading' | 'tooLong' }>(),
      SHEET_CHANGED: detail(),
    },
  }),
}

/** A freight template as staff see it. */
export interface FreightRow extends FreightTemplate {
  id: string
  name: string
  /** What products without a template of their own go by. */
  isDefault: boolean
  updatedAt: number
}

const freightActions = {
  'console.listFreight': action({
    access: reading,
    input: v.strictObject({}),
    output: returns<{ templates: FreightRow[] }>(),
    errors: {},
  }),
  'console.saveFreight': action({
    access: editing,
    write: true,
    input: v.strictObject({
      templateId: v.optional(id),
      /** `updatedAt` of what was edited. */
      seenAt: v.optional(v.number()),
      form: freightForm,
    }),
    output: returns<FreightRow>(),
    errors: { FREIGHT_NOT_FOUND: detail(), FREIGHT_CHANGED: detail<FreightRow>() },
  }),
}

/** Products, prices, stock and freight. */
export const consoleGoods = {
  ...productActions,
  ...stockActions,
  ...sheetActions,
  ...freightActions,
} as const satisfies Contract
