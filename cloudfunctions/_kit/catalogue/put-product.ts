import { command } from '../cloud'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../documents/catalog'
import type { Transaction } from '../transaction'
import { completeProduct } from './complete-product'
import type { ProductDraft } from './complete-product'
import { searchEntryOf } from './search-entry'
import { wordsOf } from './search-words'

export type { ProductDraft }

/**
 * Saves a product, new or changed, with all that hangs on it: its search entry, the words it
 * teaches the search, and how many listed products its categories hold. Whoever saves a product,
 * lists it or takes it off the shelf calls this inside the transaction, with all its SKUs as they
 * will be; the SKUs themselves are saved by the caller, with `categoryIds` as in what is returned.
 * A change of price or stock alone needs only `refreshOffer`.
 */
export async function putProduct(
  tx: Transaction,
  draft: ProductDraft,
  skus: readonly SkuDocument[],
  categories: readonly CategoryDocument[],
): Promise<ProductDocument> {
  const before = await tx.products.get(draft._id)
  const product = completeProduct(draft, skus, categories)
  await tx.products.put(product)
  await tx.searchentries.put(searchEntryOf(product))
  if (product.isListed)
    for (const word of wordsOf(product))
      if (!(await tx.searchwords.get(word._id))) await tx.searchwords.put(word)
  await moveCounts(tx, shelvesOf(before), shelvesOf(product))
  return product
}

const shelvesOf = (product: ProductDocument | undefined): readonly string[] =>
  product?.isListed ? product.categoryIds : []

async function moveCounts(tx: Transaction, before: readonly string[], after: readonly string[]) {
  const changes = [
    ...before.filter((id) => !after.includes(id)).map((id) => ({ id, by: -1 })),
    ...after.filter((id) => !before.includes(id)).map((id) => ({ id, by: 1 })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, by } of changes)
    await tx.categories.update(id, { productCount: command.inc(by) })
}
