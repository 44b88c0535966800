import type {
  Category,
  ProductCard,
  ProductFilter,
  ProductPage,
} from '../../../shared/contract/catalog'
import type { MessageTexts } from '../../../shared/messages/messages'

/** One shelf of the list: its products as far as they are loaded, and room for the others. */
export interface ShelfView {
  id: string
  name: string
  line: string
  /** What stands below it; the first is all of it. Empty when there is nothing below. */
  kinds: { id: string; name: string; count: number }[]
  /** The kind that is shown; the shelf itself for all of it. */
  kindId: string
  filter: ProductFilter
  products: ProductCard[]
  /** One for each product that is not loaded: the list keeps its length. */
  missing: number[]
  state: 'waiting' | 'loading' | 'more' | 'ready' | 'failed'
  cursor: string
}

/** A shelf grows by so many products; who wants more asks for it. */
export const shelfStep = 40
/** Room for more than is loaded in one go would only be scrolled past. */
const mostMissing = shelfStep

/** The shelves on top, still empty, each as long as it will be. */
export const toShelves = (
  categories: readonly Category[],
  texts: MessageTexts['category'],
): ShelfView[] =>
  categories
    .filter(({ parentId }) => parentId === undefined)
    .map(({ id, name, line, productCount }) => {
      const below = categories.filter(
        ({ parentId, ...kind }) => parentId === id && kind.productCount,
      )
      const kinds = below.map((kind) => ({
        id: kind.id,
        name: kind.name,
        count: kind.productCount,
      }))
      return {
        id,
        name,
        line,
        kinds: kinds.length > 0 ? [{ id, name: texts.all, count: productCount }, ...kinds] : [],
        kindId: id,
        filter: {},
        products: [],
        missing: room(productCount),
        state: 'waiting',
        cursor: '',
      }
    })

/** The shelf with another page of its products; the last page leaves no room over. */
export function withPage(shelf: ShelfView, page: ProductPage): ShelfView {
  const products = [...shelf.products, ...page.products]
  const left = shelf.missing.length - page.products.length
  const isPause = page.cursor !== undefined && products.length % shelfStep === 0
  return {
    ...shelf,
    products,
    missing: page.cursor === undefined || isPause ? [] : room(Math.max(1, left)),
    state: page.cursor === undefined ? 'ready' : isPause ? 'more' : 'loading',
    cursor: page.cursor ?? '',
  }
}

/** The shelf as it was before anything was loaded, for another sort, kind or filter. */
export function emptied(
  shelf: ShelfView,
  change: { kindId?: string; filter?: ProductFilter; count?: number } = {},
): ShelfView {
  const { count, ...chosen } = change
  const kindCount = shelf.kinds.find(({ id }) => id === change.kindId)?.count
  return {
    ...shelf,
    ...chosen,
    products: [],
    missing: room(count ?? kindCount ?? shelf.products.length + shelf.missing.length),
    state: 'waiting',
    cursor: '',
  }
}

/** Where a category is found: its shelf, and the kind on it. */
export function placeOf(
  shelves: readonly ShelfView[],
  categoryId: string,
): { index: number; kindId: string } | undefined {
  const index = shelves.findIndex(
    ({ id, kinds }) => id === categoryId || kinds.some((kind) => kind.id === categoryId),
  )
  return index < 0 ? undefined : { index, kindId: categoryId }
}

const room = (length: number) =>
  Array.from({ length: Math.min(length, mostMissing) }, (_, index) => index)
