import type { ShelfOutcome } from '../../../shared/contract/goods'
import { putProduct } from '../../_kit/catalogue/put-product'
import { companyCategories } from '../../_kit/company'
import type { CategoryDocument } from '../../_kit/documents/catalog'
import type { HandlerOf } from '../../_kit/handler-of'
import type { Transaction } from '../../_kit/transaction'
import { isComplete } from './is-complete'
import { readSkus } from './read-skus'
import { neverListed } from './write-product'

export const shelveProducts: HandlerOf<'console.shelveProducts'> = async (
  { productIds, isListed },
  { now, transaction },
) => {
  const categories = await companyCategories()
  const inOrder = [...new Set(productIds)].sort()
  return transaction(async (tx) => {
    const outcomes = new Map<string, ShelfOutcome>()
    for (const productId of inOrder)
      outcomes.set(productId, await shelve(tx, productId, isListed, categories, now))
    return {
      outcomes: [...new Set(productIds)].map((productId) => ({
        productId,
        outcome: outcomes.get(productId) ?? 'missing',
      })),
    }
  })
}

async function shelve(
  tx: Transaction,
  productId: string,
  isListed: boolean,
  categories: readonly CategoryDocument[],
  at: number,
): Promise<ShelfOutcome> {
  const product = await tx.products.get(productId)
  if (!product) return 'missing'
  if (product.isListed === isListed) return 'same'
  const skus = [...(await readSkus(tx, product)).values()]
  const pictures = [product.picture, ...product.pictures].filter((picture) => picture !== '')
  if (isListed && !isComplete({ pictures, skus })) return 'incomplete'
  const { wasFen: _was, wasUntil: _until, onlySkuId: _only, ...draft } = product
  const isNew = isListed && product.listedAt === neverListed
  await putProduct(tx, { ...draft, isListed, ...(isNew ? { listedAt: at } : {}) }, skus, categories)
  return 'changed'
}
