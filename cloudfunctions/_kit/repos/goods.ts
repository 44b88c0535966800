import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { ProductDocument, SkuDocument } from '../documents/catalog'
import type { FreightTemplateDocument } from '../documents/order'
import type { StockMoveDocument } from '../documents/staff'

const rowFields = [
  'name',
  'categoryId',
  'plate',
  'picture',
  'priceFen',
  'isFrom',
  'isListed',
  'isSoldOut',
  'soldCount',
  'position',
] as const satisfies readonly (keyof ProductDocument)[]

/** A product as far as the staff's list needs it. */
export type GoodsSummary = Pick<ProductDocument, '_id' | (typeof rowFields)[number]>

const byPosition = [
  ['position', 1],
  ['_id', 1],
] as const

/** Products on or off the shelf, of one category and below it or of all. */
export const pageGoods = (
  {
    isListed,
    isSoldOut,
    categoryId,
  }: {
    isListed: boolean
    isSoldOut?: boolean
    categoryId?: string | undefined
  },
  limit: number,
  cursor: string | undefined,
): Promise<Page<GoodsSummary>> =>
  db.products.page(
    {
      index:
        categoryId !== undefined
          ? 'categoryPosition'
          : isSoldOut === undefined
            ? 'shelf'
            : 'soldOut',
      where: {
        isListed,
        ...(isSoldOut === undefined ? {} : { isSoldOut }),
        ...(categoryId === undefined ? {} : { categoryIds: categoryId }),
      },
      order: byPosition,
      only: rowFields,
      limit,
    },
    cursor,
  )

/** All there is, on the shelf or off it, for the sheet. */
export const pageAllGoods = (
  isListed: boolean,
  limit: number,
  cursor: string | undefined,
): Promise<Page<ProductDocument>> =>
  db.products.page({ index: 'shelf', where: { isListed }, order: byPosition, limit }, cursor)

/** Those of these products that are there, by id. */
export const listGoods = (ids: readonly string[]): Promise<Map<string, GoodsSummary>> =>
  db.products.getMany(ids, rowFields) as Promise<Map<string, GoodsSummary>>

const mostOffShelf = 500

/** Products off the shelf, to look through: search knows only those on it. */
export const listOffShelf = (): Promise<GoodsSummary[]> =>
  db.products.find({
    index: 'shelf',
    where: { isListed: false },
    order: byPosition,
    only: rowFields,
    limit: mostOffShelf,
  })

/** SKUs on sale with so few pieces or fewer, the scarcest first. */
export const pageLowSkus = (
  atMost: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<SkuDocument>> =>
  db.skus.page(
    {
      index: 'low',
      where: { isListed: true, stock: command.lte(atMost) },
      order: [
        ['stock', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )

/** SKUs with this barcode; two products may carry one by mistake. */
export const listByBarcode = (barcode: string): Promise<SkuDocument[]> =>
  db.skus.find({ index: 'barcode', where: { barcode }, limit: 20 })

/** What was put in and taken out of one SKU, the newest first. */
export const pageStockMoves = (
  skuId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<StockMoveDocument>> =>
  db.stockmoves.page(
    {
      index: 'sku',
      where: { skuId },
      order: [
        ['at', -1],
        ['_id', -1],
      ],
      limit,
    },
    cursor,
  )

/** All freight templates; a company has a handful. */
export const listFreightTemplates = (): Promise<FreightTemplateDocument[]> =>
  db.freighttemplates.find({
    index: 'updated',
    where: { updatedAt: command.gte(0) },
    order: [
      ['updatedAt', 1],
      ['_id', 1],
    ],
    limit: 100,
  })

/** All SKUs of these products, in their order; a few hundred products at most. */
export const listSkusOf = async (productIds: readonly string[]): Promise<SkuDocument[]> =>
  productIds.length === 0
    ? []
    : db.skus.find({
        index: 'product',
        where: { productId: command.in(productIds) },
        limit: 1000,
      })
