import { cached } from '../_kit/cached'
import { pageCategory } from '../_kit/repos/products'
import type { ProductSummary } from '../_kit/repos/products'

const keepMs = 30_000
const shelfSize = 8
const mostShelves = 200
const shelves = new Map<string, () => Promise<ProductSummary[]>>()

/** The first products of a category, at most 30 seconds old: what is shown beside another. */
export function categoryShelf(categoryId: string): Promise<ProductSummary[]> {
  let shelf = shelves.get(categoryId)
  if (!shelf) {
    if (shelves.size >= mostShelves) shelves.clear()
    shelf = cached(keepMs, async () => {
      const { documents } = await pageCategory(categoryId, 'default', shelfSize, undefined)
      return documents
    })
    shelves.set(categoryId, shelf)
  }
  return shelf()
}
