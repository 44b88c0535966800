import type { Language } from '../../../shared/contract/define'
import { fragments, queryTokens } from '../../../shared/domain/search'
import { command } from '../cloud'
import { db } from '../db'
import type { SearchWordDocument } from '../documents/catalog'

/** Words that begin like the query, those that find most first. */
export async function listSuggestions(
  query: string,
  language: Language,
  limit: number,
): Promise<SearchWordDocument[]> {
  const tokens = queryTokens(query)
  if (tokens.length === 0) return []
  return db.searchwords.find({
    index: 'token',
    where: command.and(...tokens.map((token) => ({ tokens: token })), { language }),
    order: [['productCount', -1]],
    limit,
  })
}

/** Words that share a part with the query, to look for the nearest among them. */
export async function listSimilarWords(query: string, language: Language): Promise<string[]> {
  const parts = fragments(query).slice(0, 20)
  if (parts.length === 0) return []
  const words = await db.searchwords.find({
    index: 'fragment',
    where: { fragments: command.in(parts), language },
    only: ['text'],
    limit: 200,
  })
  return words.map(({ text }) => text)
}
