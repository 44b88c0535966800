import { countTogether, recommend } from '../../shared/domain/recommend'
import type { Interest } from '../../shared/domain/recommend'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { pageOrders } from '../_kit/repos/orders'
import { listSome } from '../_kit/repos/products'
import { listViewsWith } from '../_kit/repos/views'
import { toProductCard } from '../_kit/catalogue/product-card'
import { categoryShelf } from '../_kit/catalogue/shelf'

const shownCount = 12
/** Of how many things looked at the company of others is asked for. */
const seedCount = 4
const neighbourLists = 40
const viewedCount = 20
const boughtOrders = 10
const boughtWeight = 2
const shelfCount = 4

export const getRecommendations: HandlerOf<'catalog.getRecommendations'> = async (
  _input,
  { memberId, language, now },
) => {
  const [views, orders] = await Promise.all([
    db.views.get(memberId),
    pageOrders(memberId, boughtOrders, undefined),
  ])
  const viewed = (views?.entries ?? []).slice(0, viewedCount)
  const bought = orders.documents.flatMap(({ lines, placedAt }) =>
    lines.map(({ productId }) => ({ productId, at: placedAt })),
  )
  const seeds = viewed.slice(0, seedCount).map(({ productId }) => productId)
  const coViews = new Map(
    await Promise.all(
      seeds.map(async (id) => {
        const together = countTogether(id, await listViewsWith(id, neighbourLists))
        return [id, together] as const
      }),
    ),
  )
  const near = [...coViews.values()].flatMap((others) =>
    [...others]
      .sort(([, a], [, b]) => b - a)
      .map(([id]) => id)
      .slice(0, shownCount),
  )
  const interesting = [...viewed, ...bought].map(({ productId }) => productId)
  const products = await listSome([...interesting, ...near])
  const interests: Interest[] = [
    ...viewed.map(({ productId, at, times }) => ({ productId, at, weight: Math.min(3, times) })),
    ...bought.map(({ productId, at }) => ({ productId, at, weight: boughtWeight })),
  ].map((interest) => ({
    ...interest,
    categoryIds: products.get(interest.productId)?.categoryIds ?? [],
  }))
  const leaves = new Set(interests.flatMap(({ categoryIds }) => categoryIds))
  const shelves = await Promise.all([...leaves].slice(0, shelfCount).map(categoryShelf))
  const candidates = new Map(
    [...shelves.flat(), ...near.flatMap((id) => products.get(id) ?? [])]
      .filter(({ isListed, isSoldOut }) => isListed && !isSoldOut)
      .map((product) => [product._id, product]),
  )
  const chosen = recommend(
    [...candidates.values()].map((product) => ({ ...product, id: product._id })),
    { interests, coViews, known: new Set(interesting), now },
    shownCount,
  )
  return {
    products: chosen.flatMap(({ id }) => {
      const product = candidates.get(id)
      return product ? [toProductCard(product, language)] : []
    }),
  }
}
