import type { HandlerOf } from '../_kit/handler-of'
import { placeFields } from '../_kit/repos/search-entries'
import { listProducts } from '../_kit/repos/products'
import { listSuggestions } from '../_kit/repos/search-words'
import { findProducts } from './find-products'
import { toProductCard } from '../_kit/catalogue/product-card'

const hitCount = 2
const wordCount = 8

export const suggest: HandlerOf<'catalog.suggest'> = async ({ query }, { language }) => {
  const [{ entries }, words] = await Promise.all([
    findProducts(query, { only: placeFields }),
    listSuggestions(query, language, wordCount),
  ])
  const hits = await listProducts(entries.slice(0, hitCount).map(({ _id }) => _id))
  return {
    hits: hits.map((product) => toProductCard(product, language)),
    words: words.map(({ text, productCount }) => ({ text, count: productCount })),
  }
}
