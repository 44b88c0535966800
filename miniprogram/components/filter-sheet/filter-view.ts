import type { Filters, ProductFilter } from '../../../shared/contract/catalog'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

export interface FilterView {
  groups: {
    id: string
    name: string
    values: { key: string; name: string; label: string; isOn: boolean; isEmpty: boolean }[]
  }[]
  lowest: string
  highest: string
  isStockEmpty: boolean
  show: string
  isNothing: boolean
}

/** What the sheet draws: a choice that would leave nothing cannot be made, a made one can be undone. */
export function toFilterView(
  filters: Filters,
  filter: ProductFilter,
  texts: MessageTexts['filter'],
): FilterView {
  const chosen = filter.facets ?? []
  return {
    groups: filters.groups.map(({ id, name, values }) => ({
      id,
      name: name === '' ? texts.tag : name,
      values: values.map((value) => ({
        key: value.key,
        name: value.name,
        label: fill(texts.value, { name: value.name, count: value.count }),
        isOn: chosen.includes(value.key),
        isEmpty: value.count === 0 && !chosen.includes(value.key),
      })),
    })),
    lowest: fill(texts.lowest, { yuan: Math.floor(filters.price.lowestFen / 100) }),
    highest: fill(texts.highest, { yuan: Math.ceil(filters.price.highestFen / 100) }),
    isStockEmpty: filters.inStockCount === 0 && !filter.inStock,
    show: fill(filters.isPartial ? texts.showAtLeast : texts.show, { count: filters.count }),
    isNothing: filters.count === 0,
  }
}

/** The filter after a tap on a choice: made, or undone. */
export function withFacet(filter: ProductFilter, key: string): ProductFilter {
  const before = filter.facets ?? []
  const facets = before.includes(key) ? before.filter((other) => other !== key) : [...before, key]
  return without({ ...filter, facets })
}

/** The filter with typed yuan; an empty field or one that is no amount limits nothing. */
export function withPrices(filter: ProductFilter, lowest: string, highest: string): ProductFilter {
  const { minFen: _min, maxFen: _max, ...rest } = filter
  const [min, max] = [fenOf(lowest), fenOf(highest)]
  // The wrong way round is still a range.
  const [from, to] = min !== undefined && max !== undefined && min > max ? [max, min] : [min, max]
  return {
    ...rest,
    ...(from === undefined ? {} : { minFen: from }),
    ...(to === undefined ? {} : { maxFen: to }),
  }
}

export const withStock = ({ inStock, ...rest }: ProductFilter): ProductFilter =>
  inStock ? rest : { ...rest, inStock: true }

/** How many things are chosen, for the button that opens the sheet. */
export const chosenCount = ({ facets = [], minFen, maxFen, inStock }: ProductFilter): number =>
  facets.length + (minFen === undefined && maxFen === undefined ? 0 : 1) + (inStock ? 1 : 0)

const without = ({ facets = [], ...rest }: ProductFilter): ProductFilter =>
  facets.length === 0 ? rest : { ...rest, facets }

function fenOf(typed: string): number | undefined {
  const yuan = Number(typed.trim())
  return typed.trim() === '' || !Number.isFinite(yuan) || yuan < 0 || yuan > 1_000_000
    ? undefined
    : Math.round(yuan * 100)
}
