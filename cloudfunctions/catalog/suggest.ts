import { queryTokens } from '../../shared/domain/search'
import type { HandlerOf } from '../_kit/handler-of'
import { pageMatches } from '../_kit/repos/products'
import { listSuggestions } from '../_kit/repos/search-words'
import { toProductCard } from './product-card'

const hitCount = 2
const wordCount = 8

export const suggest: HandlerOf<'catalog.suggest'> = async ({ query }, { language }) => {
  const tokens = queryTokens(query)
  if (tokens.length === 0) return { hits: [], words: [] }
  const [hits, words] = await Promise.all([
    pageMatches(tokens, { sort: 'default', limit: hitCount }),
    listSuggestions(query, language, wordCount),
  ])
  return {
    hits: hits.documents.map((product) => toProductCard(product, language)),
    words: words.map(({ text, productCount }) => ({ text, count: productCount })),
  }
}
