import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { listSome } from '../_kit/repos/products'
import { placeAfter } from './place-after'
import { toProductCard } from '../_kit/catalogue/product-card'

export const listViewed: HandlerOf<'catalog.listViewed'> = async (
  { cursor },
  { memberId, language },
) => {
  const entries = (await db.views.get(memberId))?.entries ?? []
  const page = placeAfter(entries, cursor)
  const products = await listSome(page.entries.map(({ productId }) => productId))
  return {
    viewed: page.entries.flatMap(({ productId, at }) => {
      const product = products.get(productId)
      return product?.isListed ? [{ product: toProductCard(product, language), at }] : []
    }),
    ...page.next,
  }
}

export const forgetViewed: HandlerOf<'catalog.forgetViewed'> = (
  { productIds },
  { memberId, now, transaction },
) =>
  transaction(async (tx) => {
    const before = (await tx.views.get(memberId))?.entries ?? []
    const entries =
      productIds === undefined
        ? []
        : before.filter(({ productId }) => !productIds.includes(productId))
    await tx.views.put({
      _id: memberId,
      entries,
      productIds: entries.map(({ productId }) => productId),
      updatedAt: now,
    })
    return {}
  })
