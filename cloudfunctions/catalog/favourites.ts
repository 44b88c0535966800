import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { listSome } from '../_kit/repos/products'
import { placeAfter } from './place-after'
import { toProductCard } from '../_kit/catalogue/product-card'
import { requireListed } from './require-listed'

const favouriteLimit = 300

export const addFavourite: HandlerOf<'catalog.addFavourite'> = async (
  { productId },
  { memberId, now, fail, transaction },
) => {
  if (!(await requireListed(productId))) fail('PRODUCT_NOT_FOUND')
  return transaction(async (tx) => {
    const kept = (await tx.favourites.get(memberId))?.entries ?? []
    if (kept.some((entry) => entry.productId === productId)) return { count: kept.length }
    if (kept.length >= favouriteLimit) fail('FAVOURITE_LIMIT', { limit: favouriteLimit })
    const entries = [{ productId, addedAt: now }, ...kept]
    await tx.favourites.put({ _id: memberId, entries })
    return { count: entries.length }
  })
}

export const removeFavourite: HandlerOf<'catalog.removeFavourite'> = (
  { productIds },
  { memberId, transaction },
) =>
  transaction(async (tx) => {
    const kept = (await tx.favourites.get(memberId))?.entries ?? []
    const entries = kept.filter(({ productId }) => !productIds.includes(productId))
    if (entries.length < kept.length) await tx.favourites.put({ _id: memberId, entries })
    return { count: entries.length }
  })

export const listFavourites: HandlerOf<'catalog.listFavourites'> = async (
  { cursor },
  { memberId, language },
) => {
  const all = (await db.favourites.get(memberId))?.entries ?? []
  const page = placeAfter(all, cursor)
  const products = await listSome(page.entries.map(({ productId }) => productId))
  return {
    favourites: page.entries.flatMap(({ productId, addedAt }) => {
      const product = products.get(productId)
      if (!product) return []
      return [{ product: toProductCard(product, language), isGone: !product.isListed, addedAt }]
    }),
    count: all.length,
    ...page.next,
  }
}
