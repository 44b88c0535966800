import type { SheetProduct } from '../../../shared/domain/goods-sheet'
import { companyCategories } from '../../_kit/company'
import { db } from '../../_kit/db'
import type { Known } from './sheet-changes'

/** One read brings so many documents by id. */
const chunkSize = 400

async function inChunks<T>(
  ids: readonly string[],
  read: (chunk: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (let start = 0; start < ids.length; start += chunkSize)
    for (const [id, document] of await read(ids.slice(start, start + chunkSize)))
      found.set(id, document)
  return found
}

/** Everything that products of a sheet name, as it is now. */
export async function loadKnown(
  products: readonly SheetProduct[],
  sheetId: string,
): Promise<Known> {
  const ids = [...new Set(products.map((product) => idOf(product, sheetId)))]
  const skuIds = products.flatMap(({ rows }) => rows.flatMap(({ skuId }) => skuId || []))
  const [found, skus, categories] = await Promise.all([
    inChunks(ids, (chunk) => db.products.getMany(chunk)),
    inChunks([...new Set(skuIds)], (chunk) => db.skus.getMany(chunk)),
    companyCategories(),
  ])
  return { products: found, skus, categories }
}

/** The id of a product of the sheet: its own, or for a new one always the same for this sheet. */
export const idOf = ({ productId, rows }: SheetProduct, sheetId: string): string =>
  productId || `sheet-${sheetId}-${rows[0]!.row}`
