import { countFacets } from '../../shared/domain/facets'
import type { HandlerOf } from '../_kit/handler-of'
import { listFaceted } from '../_kit/repos/products'
import { entryFields } from '../_kit/repos/search-entries'
import { findProducts } from './find-products'

/** The most products of a category that are counted. */
const countedSize = 500

export const getFilters: HandlerOf<'catalog.getFilters'> = async (
  { categoryId, query, filter },
  { language },
) => {
  if (query !== undefined) {
    const { entries, isPartial } = await findProducts(query, { only: entryFields, categoryId })
    return countFacets(entries, filter ?? {}, language, isPartial)
  }
  const products = categoryId === undefined ? [] : await listFaceted(categoryId, countedSize)
  return countFacets(products, filter ?? {}, language, products.length >= countedSize)
}
