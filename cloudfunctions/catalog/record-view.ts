import type { HandlerOf } from '../_kit/handler-of'
import { requireListed } from './require-listed'

/** What a customer looked at is remembered up to so many products. */
const viewLimit = 100

export const recordView: HandlerOf<'catalog.recordView'> = async (
  { productId },
  { memberId, now, fail, transaction },
) => {
  if (!(await requireListed(productId))) fail('PRODUCT_NOT_FOUND')
  return transaction(async (tx) => {
    const favourites = await tx.favourites.get(memberId)
    const before = (await tx.views.get(memberId))?.entries ?? []
    const times = (before.find((entry) => entry.productId === productId)?.times ?? 0) + 1
    const others = before.filter((entry) => entry.productId !== productId)
    const entries = [{ productId, at: now, times }, ...others].slice(0, viewLimit)
    await tx.views.put({
      _id: memberId,
      entries,
      productIds: entries.map((entry) => entry.productId),
      updatedAt: now,
    })
    const kept = favourites?.entries ?? []
    return { isFavourite: kept.some((entry) => entry.productId === productId) }
  })
}
