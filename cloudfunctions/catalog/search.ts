import type { ProductSort } from '../../shared/contract/catalog'
import { passes } from '../../shared/domain/facets'
import { companySettings } from '../_kit/company'
import { readCursor, writeCursor } from '../_kit/cursor'
import { invalidInput } from '../_kit/failure'
import type { HandlerOf } from '../_kit/handler-of'
import { listProducts } from '../_kit/repos/products'
import { entryFields, placeFields } from '../_kit/repos/search-entries'
import type { EntryField, FoundEntry } from '../_kit/repos/search-entries'
import { findProducts } from './find-products'
import { toProductCard } from '../_kit/catalogue/product-card'

const pageSize = 20
/** In the place of an id in the cursor, whose number is how many have been shown. */
const shownMark = 'shown'

export const search: HandlerOf<'catalog.search'> = async (
  { query, categoryId, sort, filter, cursor },
  { language },
) => {
  const shown = shownBefore(cursor)
  const found = await rankedIds({ query, categoryId, sort, filter })
  const { ids } = found
  const [products, season] = await Promise.all([
    listProducts(ids.slice(shown, shown + pageSize)),
    found.isNothing ? seasonProducts() : [],
  ])
  const end = shown + pageSize
  return {
    products: products.map((product) => toProductCard(product, language)),
    ...(end < ids.length ? { cursor: writeCursor({ value: end, id: shownMark }) } : {}),
    count: ids.length,
    ...(found.corrected === undefined ? {} : { corrected: found.corrected }),
    ...(found.sortedAmong === undefined ? {} : { sortedAmong: found.sortedAmong }),
    nearest: found.nearest,
    season: season.map((product) => toProductCard(product, language)),
  }
}

type Question = Omit<Parameters<typeof search>[0], 'cursor'>

/** Only who filters or sorts has what that needs read. */
async function rankedIds({ query, categoryId, sort, filter = {} }: Question) {
  if (sort === 'default' && Object.keys(filter).length === 0) {
    const { entries, ...found } = await findProducts(query, { only: placeFields, categoryId })
    const ids = entries.map(({ _id }) => _id)
    return { ...found, ids, sortedAmong: undefined, isNothing: entries.length === 0 }
  }
  const { entries, ...found } = await findProducts(query, { only: entryFields, categoryId })
  const passing = entries.filter((entry) => passes(entry, filter))
  const ids = sorted(passing, sort).map(({ _id }) => _id)
  const sortedAmong = found.isPartial ? entries.length : undefined
  return { ...found, ids, sortedAmong, isNothing: entries.length === 0 }
}

function shownBefore(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const place = readCursor(cursor)
  if (place?.id !== shownMark) throw invalidInput({ path: 'cursor', reason: 'cursor' })
  return place.value
}

const seasonProducts = async () => listProducts((await companySettings()).season.productIds)

type Sortable = FoundEntry<EntryField>

const keys: Record<Exclude<ProductSort, 'default'>, (entry: Sortable) => number> = {
  sales: ({ soldCount }) => -soldCount,
  priceUp: ({ priceFen }) => priceFen,
  priceDown: ({ priceFen }) => -priceFen,
  newest: ({ listedAt }) => -listedAt,
}

/** They come by relevance, which also decides between equals. */
const sorted = (entries: readonly Sortable[], sort: ProductSort): readonly Sortable[] =>
  sort === 'default' ? entries : [...entries].sort((a, b) => keys[sort](a) - keys[sort](b))
