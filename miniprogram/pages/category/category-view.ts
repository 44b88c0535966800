import type { Category, ProductCard, ProductPage } from '../../../shared/contract/catalog'

/** One shelf of the list: its products as far as they are loaded, and room for the others. */
export interface ShelfView {
  id: string
  name: string
  line: string
  products: ProductCard[]
  /** One for each product that is not loaded: the list keeps its length. */
  missing: number[]
  state: 'waiting' | 'loading' | 'ready' | 'failed'
  cursor: string
}

/** All shelves, still empty, each as long as it will be. */
export const toShelves = (categories: readonly Category[]): ShelfView[] =>
  categories.map(({ id, name, line, productCount }) => ({
    id,
    name,
    line,
    products: [],
    missing: range(productCount),
    state: 'waiting',
    cursor: '',
  }))

/** The shelf with another page of its products; the last page leaves no room over. */
export function withPage(shelf: ShelfView, page: ProductPage): ShelfView {
  const products = [...shelf.products, ...page.products]
  const left = shelf.missing.length - page.products.length
  return {
    ...shelf,
    products,
    missing: page.cursor === undefined ? [] : range(Math.max(1, left)),
    state: page.cursor === undefined ? 'ready' : 'loading',
    cursor: page.cursor ?? '',
  }
}

/** The shelf as it was before anything was loaded, for another sort. */
export const emptied = (shelf: ShelfView): ShelfView => ({
  ...shelf,
  products: [],
  missing: range(shelf.products.length + shelf.missing.length),
  state: 'waiting',
  cursor: '',
})

const range = (length: number) => Array.from({ length }, (_, index) => index)
