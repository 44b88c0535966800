import { indexTokens } from '../../../shared/domain/search-tokens'
import type { SearchableText } from '../../../shared/domain/search-tokens'
import type { ProductDocument, SearchEntryDocument } from '../documents/catalog'

/** What a search reads of a product: nothing finds it while it is not listed. */
export const searchEntryOf = (product: ProductDocument): SearchEntryDocument => ({
  _id: product._id,
  tokens: product.isListed ? indexTokens(searchableTexts(product)) : [],
  rank: product.position,
  name: product.name,
  categoryIds: product.categoryIds,
  facetKeys: product.facetKeys,
  priceFen: product.priceFen,
  isSoldOut: product.isSoldOut,
  soldCount: product.soldCount,
  listedAt: product.listedAt,
})

function searchableTexts({
  name,
  line,
  tag,
  keywords = [],
  pinyin = [],
}: ProductDocument): SearchableText[] {
  const others = [line.zh, tag?.zh, tag?.en].filter((text) => text !== undefined)
  return [
    { text: name.zh, pinyin, isName: true },
    { text: name.en, isName: true, isRead: false },
    ...keywords.map((text) => ({ text, isRead: true })),
    ...others.map((text) => ({ text })),
  ]
}
