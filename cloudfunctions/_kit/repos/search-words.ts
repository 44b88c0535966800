import type { Language } from '../../../shared/contract/define'
import { nearestWords, slipKeys } from '../../../shared/domain/search-slips'
import { queryReadings } from '../../../shared/domain/search-tokens'
import { command } from '../cloud'
import { db } from '../db'
import type { SearchWordDocument } from '../documents/catalog'

/** Words that begin like the query in any reading of it, those that find most first. */
export async function listSuggestions(
  query: string,
  language: Language,
  limit: number,
): Promise<SearchWordDocument[]> {
  const readings = await Promise.all(
    queryReadings(query, true).map((tokens) =>
      db.searchwords.find({
        index: 'token',
        // One condition a token instead of `all`: an index answers the first, the rest filter.
        where: command.and(...tokens.map((token) => ({ tokens: token })), { language }),
        order: [['productCount', -1]],
        limit,
      }),
    ),
  )
  const words = new Map(readings.flat().map((word) => [word._id, word]))
  return [...words.values()].sort((a, b) => b.productCount - a.productCount).slice(0, limit)
}

/** Words that a slip lies between and the query, nearest first. */
export async function listSlippedWords(query: string, limit: number): Promise<string[]> {
  const keys = slipKeys(query)
  if (keys.length === 0) return []
  const words = await db.searchwords.find({
    index: 'slip',
    where: { slips: command.in(keys) },
    only: ['text'],
    limit: 100,
  })
  return nearestWords(
    query,
    words.map(({ text }) => text),
    limit,
  )
}
