import { nearestWords, queryTokens } from '../../shared/domain/search'
import { companySettings } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'
import { listProducts, pageMatches } from '../_kit/repos/products'
import { listSimilarWords } from '../_kit/repos/search-words'
import { toProductCard } from './product-card'

const pageSize = 20
const nearestCount = 4

export const search: HandlerOf<'catalog.search'> = async (
  { query, categoryId, sort, cursor },
  { language },
) => {
  const tokens = queryTokens(query)
  const page =
    tokens.length === 0
      ? { documents: [] }
      : await pageMatches(tokens, { categoryId, sort, limit: pageSize }, cursor)
  if (page.documents.length > 0 || cursor !== undefined)
    return {
      products: page.documents.map((product) => toProductCard(product, language)),
      ...('cursor' in page && page.cursor !== undefined ? { cursor: page.cursor } : {}),
      nearest: [],
      season: [],
    }
  const [similar, { season }] = await Promise.all([
    listSimilarWords(query, language),
    companySettings(),
  ])
  const shelf = await listProducts(season.productIds)
  return {
    products: [],
    nearest: nearestWords(query, similar, nearestCount),
    season: shelf.map((product) => toProductCard(product, language)),
  }
}
