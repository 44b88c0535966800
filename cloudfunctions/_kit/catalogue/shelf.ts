import { cached } from '../cached'
import { pageCategory } from '../repos/products'
import type { ProductSummary } from '../repos/products'

const keepMs = 30_000
const shelfSize = 12
const mostShelves = 200
const shelves = new Map<string, () => Promise<ProductSummary[]>>()

/** The first products of a category, at most 30 seconds old: what is shown beside another. */
export function categoryShelf(categoryId: string): Promise<ProductSummary[]> {
  let shelf = shelves.get(categoryId)
  if (!shelf) {
    if (shelves.size >= mostShelves) shelves.clear()
    shelf = cached(keepMs, async () => {
      const { documents } = await pageCategory(categoryId, 'default', shelfSize)
      return documents
    })
    shelves.set(categoryId, shelf)
  }
  return shelf()
}
