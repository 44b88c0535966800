import type { ProductSort } from '../../../shared/contract/catalog'
import { command } from '../cloud'
import type { Page } from '../collection'
import type { IndexKeys } from '../collections'
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
  'isFrom',
  'isSoldOut',
  'onlySkuId',
] as const satisfies readonly (keyof ProductDocument)[]

/** A product as far as a grid needs it. */
export type ProductSummary = Pick<ProductDocument, '_id' | (typeof cardFields)[number]>

const orders: Record<ProductSort, IndexKeys<ProductDocument>> = {
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
}

const categoryIndexes = {
  default: 'categoryPosition',
  sales: 'categorySales',
  priceUp: 'categoryPrice',
  priceDown: 'categoryPrice',
  newest: 'categoryNewest',
} as const satisfies Record<ProductSort, string>

/** The listed products of a category. */
export const pageCategory = (
  categoryId: string,
  sort: ProductSort,
  limit: number,
  cursor: string | undefined,
): Promise<Page<ProductSummary>> =>
  db.products.page(
    {
      index: categoryIndexes[sort],
      where: { categoryId, isListed: true },
      order: orders[sort],
      only: [...cardFields, orders[sort][0]![0]],
      limit,
    },
    cursor,
  )

/** The listed products that have all of these tokens; give the most selective token first. */
export const pageMatches = (
  tokens: readonly string[],
  {
    categoryId,
    sort,
    limit,
  }: { categoryId?: string | undefined; sort: ProductSort; limit: number },
  cursor?: string,
): Promise<Page<ProductSummary>> =>
  db.products.page(
    {
      index: 'search',
      // One condition a token instead of `all`: an index answers the first, the rest filter.
      where: command.and(...tokens.map((token) => ({ searchTokens: token })), {
        isListed: true,
        ...(categoryId === undefined ? {} : { categoryId }),
      }),
      order: orders[sort],
      only: [...cardFields, orders[sort][0]![0]],
      limit,
    },
    cursor,
  )

/** Those of these products that are listed, in the order of the ids. */
export async function listProducts(ids: readonly string[]): Promise<ProductSummary[]> {
  const found = await db.products.getMany(ids, cardFields)
  return ids.flatMap((id) => {
    const product = found.get(id)
    return product?.isListed ? [product] : []
  })
}
