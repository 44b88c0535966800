import type { ProductFilter, ProductSort } from '../../../shared/contract/catalog'
import { facetGroups } from '../../../shared/domain/facets'
import { command } from '../cloud'
import type { Page } from '../collection'
import type { IndexKeys } from '../collections/define'
import { db } from '../db'
import type { ProductDocument } from '../documents/catalog'

/** What a grid shows of a product. */
const cardFields = [
  'name',
  'line',
  'plate',
  'picture',
  'tag',
  'isListed',
  'priceFen',
  'wasFen',
  'wasUntil',
  'isFrom',
  'isSoldOut',
  'onlySkuId',
  'categoryIds',
  'soldCount',
] as const satisfies readonly (keyof ProductDocument)[]

/** A product as far as a grid needs it. */
export type ProductSummary = Pick<ProductDocument, '_id' | (typeof cardFields)[number]>

const orders = {
  default: [
    ['position', 1],
    ['_id', 1],
  ],
  sales: [
    ['soldCount', -1],
    ['_id', 1],
  ],
  priceUp: [
    ['priceFen', 1],
    ['_id', 1],
  ],
  priceDown: [
    ['priceFen', -1],
    ['_id', -1],
  ],
  newest: [
    ['listedAt', -1],
    ['_id', 1],
  ],
} as const satisfies Record<ProductSort, IndexKeys<ProductDocument>>

const categoryIndexes = {
  default: 'categoryPosition',
  sales: 'categorySales',
  priceUp: 'categoryPrice',
  priceDown: 'categoryPrice',
  newest: 'categoryNewest',
} as const satisfies Record<ProductSort, string>

/** The same as `passes` in words of the database. */
const filterCondition = ({ minFen, maxFen, facets = [], inStock }: ProductFilter) => {
  const conditions: object[] = facetGroups(facets).map((keys) => ({ facetKeys: command.in(keys) }))
  if (minFen !== undefined) conditions.push({ priceFen: command.gte(minFen) })
  if (maxFen !== undefined) conditions.push({ priceFen: command.lte(maxFen) })
  if (inStock) conditions.push({ isSoldOut: false })
  return conditions
}

/** The listed products of a category and all below it that pass the filter. */
export function pageCategory(
  categoryId: string,
  sort: ProductSort,
  limit: number,
  cursor?: string,
  filter: ProductFilter = {},
): Promise<Page<ProductSummary>> {
  const shelf = { categoryIds: categoryId, isListed: true }
  const conditions = filterCondition(filter)
  return db.products.page(
    {
      index: categoryIndexes[sort],
      where: conditions.length === 0 ? shelf : command.and(shelf, ...conditions),
      order: orders[sort],
      only: [...cardFields, orders[sort][0]![0]],
      limit,
    },
    cursor,
  )
}

/** What the first products of a category are filtered by. */
export const listFaceted = (categoryId: string, limit: number) =>
  db.products.find({
    index: 'categoryPosition',
    where: { categoryIds: categoryId, isListed: true },
    order: orders.default,
    only: ['priceFen', 'isSoldOut', 'facetKeys'],
    limit,
  })

/** Those of these products that are there, by id, listed or not. */
export const listSome = (ids: readonly string[]): Promise<Map<string, ProductSummary>> =>
  db.products.getMany(ids, cardFields) as Promise<Map<string, ProductSummary>>

/** Those of these products that are listed, in the order of the ids. */
export async function listProducts(ids: readonly string[]): Promise<ProductSummary[]> {
  const found = await db.products.getMany(ids, cardFields)
  return ids.flatMap((id) => {
    const product = found.get(id)
    return product?.isListed ? [product] : []
  })
}
