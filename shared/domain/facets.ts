import type { FilterGroup, Filters, ProductFilter } from '../contract/catalog'
import type { Language } from '../contract/define'
import { inLanguage } from './localized'
import type { Localized } from './localized'

/** What a product is filtered by. */
export interface Faceted {
  priceFen: number
  isSoldOut: boolean
  facetKeys: readonly string[]
}

interface FacetSource {
  options: readonly { name: Localized; values: readonly { name: Localized }[] }[]
  tag?: Localized | undefined
}

const tagGroup: Localized = { zh: 'tag', en: 'tag' }

/**
 * Every choice of a product and its tag as texts that are the same for all products that say the
 * same, whoever made them: `净含量|Net weight|50 克|50 g`.
 */
export function facetKeysOf({ options, tag }: FacetSource): string[] {
  const keys = options.flatMap(({ name, values }) => values.map((value) => keyOf(name, value.name)))
  return [...new Set(tag ? [...keys, keyOf(tagGroup, tag)] : keys)]
}

const keyOf = (group: Localized, value: Localized): string =>
  [group.zh, group.en, value.zh, value.en].map((text) => text.replace(/\|/g, ' ')).join('|')

const groupOf = (key: string): string => key.split('|').slice(0, 2).join('|')

/** The chosen keys by group: alternatives within one, all of the groups must hold. */
export function facetGroups(keys: readonly string[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const key of keys) groups.set(groupOf(key), [...(groups.get(groupOf(key)) ?? []), key])
  return [...groups.values()]
}

/** Whether a product passes; the database says the same of `filterCondition`. */
export const passes = (product: Faceted, filter: ProductFilter): boolean =>
  (filter.minFen === undefined || product.priceFen >= filter.minFen) &&
  (filter.maxFen === undefined || product.priceFen <= filter.maxFen) &&
  (!filter.inStock || !product.isSoldOut) &&
  facetGroups(filter.facets ?? []).every((group) =>
    group.some((key) => product.facetKeys.includes(key)),
  )

/**
 * What products can be filtered by, with what each choice would leave: counted among what passes
 * the other groups, so that a second choice in the same group says what it adds.
 */
export function countFacets(
  products: readonly Faceted[],
  filter: ProductFilter,
  language: Language,
  isPartial: boolean,
): Filters {
  const chosen = filter.facets ?? []
  const groups = new Map<string, Map<string, number>>()
  for (const key of [...products.flatMap(({ facetKeys }) => facetKeys), ...chosen]) {
    const values = groups.get(groupOf(key)) ?? new Map<string, number>()
    groups.set(groupOf(key), values.set(key, 0))
  }
  for (const [group, values] of groups) {
    const others = { ...filter, facets: chosen.filter((key) => groupOf(key) !== group) }
    for (const product of products)
      if (passes(product, others))
        for (const key of product.facetKeys)
          if (values.has(key)) values.set(key, values.get(key)! + 1)
  }
  const prices = products.map(({ priceFen }) => priceFen)
  return {
    groups: [...groups].map(([group, values]) => toGroup(group, values, language)),
    price: {
      lowestFen: prices.length === 0 ? 0 : prices.reduce((a, b) => Math.min(a, b)),
      highestFen: prices.reduce((a, b) => Math.max(a, b), 0),
    },
    count: products.filter((product) => passes(product, filter)).length,
    inStockCount: products.filter((product) => passes(product, { ...filter, inStock: true }))
      .length,
    isPartial,
  }
}

function toGroup(id: string, values: Map<string, number>, language: Language): FilterGroup {
  const [zh = '', en = ''] = id.split('|')
  return {
    id: zh === tagGroup.zh ? 'tag' : id,
    name: zh === tagGroup.zh ? '' : inLanguage({ zh, en }, language),
    values: [...values]
      .map(([key, count]) => {
        const [, , valueZh = '', valueEn = ''] = key.split('|')
        return { key, count, name: inLanguage({ zh: valueZh, en: valueEn }, language) }
      })
      .sort((a, b) => compareNames(a.name, b.name)),
  }
}

/** Amounts by their number, words by their letters: 50 克 before 100 克. */
const compareNames = (a: string, b: string): number => {
  const difference = Number.parseFloat(a) - Number.parseFloat(b)
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : 1) : difference
}
