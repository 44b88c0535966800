import { command } from '../cloud'
import { cached } from '../cached'
import { db } from '../db'
import type { SearchEntryDocument } from '../documents/catalog'

/** What the place of a found product depends on. */
export const placeFields = ['rank', 'name'] as const
/** With what it is filtered and sorted by: three times as much to read. */
export const entryFields = [
  ...placeFields,
  'facetKeys',
  'priceFen',
  'isSoldOut',
  'soldCount',
  'listedAt',
] as const

export type PlaceField = (typeof placeFields)[number]
export type EntryField = (typeof entryFields)[number]
/** A search entry as far as it was read. */
export type FoundEntry<F extends EntryField> = Pick<SearchEntryDocument, '_id' | F>

export interface MatchOptions<F extends EntryField> {
  limit: number
  only: readonly F[]
  categoryId?: string | undefined
}

/** The listed products that have all of these tokens, the company's first ones first. */
export async function listMatches<F extends EntryField>(
  tokens: readonly string[],
  { limit, only, categoryId }: MatchOptions<F>,
): Promise<FoundEntry<F>[]> {
  const rarestFirst = await byRarity(tokens)
  return db.searchentries.find({
    index: 'token',
    // One condition a token instead of `all`: an index answers the first, the rest filter.
    where: command.and(...rarestFirst.map((token) => ({ tokens: token })), {
      ...(categoryId === undefined ? {} : { categoryIds: categoryId }),
    }),
    order: [
      ['rank', 1],
      ['_id', 1],
    ],
    only,
    limit,
  })
}

const sampleSize = 400
const keepMs = 600_000

/**
 * How many of the first products have a token: enough to know the common ones from the rare ones.
 * It decides only where a search begins, never what it finds.
 */
const tokenCounts = cached(keepMs, async () => {
  const sample = await db.searchentries.find({
    index: 'rank',
    where: { rank: command.gte(0) },
    order: [['rank', 1]],
    only: ['tokens'],
    limit: sampleSize,
  })
  const counts = new Map<string, number>()
  for (const { tokens } of sample)
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
})

/** The rarest first, of equals the longest. A single token needs no question. */
async function byRarity(tokens: readonly string[]): Promise<readonly string[]> {
  if (tokens.length < 2) return tokens
  const counts = await tokenCounts()
  const countOf = (token: string) => counts.get(token) ?? 0
  return [...tokens].sort((a, b) => countOf(a) - countOf(b) || b.length - a.length)
}
