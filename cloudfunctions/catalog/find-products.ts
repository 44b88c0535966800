import { byRelevance } from '../../shared/domain/search-relevance'
import {
  partSoundingLike,
  queryReadings,
  soundTokens,
  wholeToken,
} from '../../shared/domain/search-tokens'
import { listMatches, placeFields } from '../_kit/repos/search-entries'
import type { EntryField, FoundEntry, PlaceField } from '../_kit/repos/search-entries'
import { listSlippedWords } from '../_kit/repos/search-words'

/** The most products one search looks at: the company's first ones among those that match. */
const windowSize = 300
const wholeNames = 20
const nearestCount = 4
const mostWords = 4

export interface Found<F extends EntryField> {
  /** In the order of relevance. */
  entries: FoundEntry<F>[]
  /** There may be more than were looked at. */
  isPartial: boolean
  /** What was searched for instead of the query, which finds nothing. */
  corrected?: string
  /** Further words worth trying. */
  nearest: string[]
}

interface Scope<F extends EntryField> {
  only: readonly (F | PlaceField)[]
  categoryId?: string | undefined
}

/**
 * What a query finds: by its words, pinyin and initials; when that is nothing by its sound; when
 * that is nothing by the nearest word that is known. Every step is bounded and read by an index.
 */
export async function findProducts<F extends EntryField>(
  query: string,
  scope: Scope<F>,
): Promise<Found<F | PlaceField>> {
  const found = await matchesOf(query, scope)
  if (found.entries.length > 0) return { ...found, nearest: [] }
  const [sounding, nearest] = await Promise.all([
    soundingLike(query, scope),
    listSlippedWords(query, nearestCount),
  ])
  if (sounding)
    return { ...sounding, nearest: nearest.filter((word) => word !== sounding.corrected) }
  const candidates = nearest.length > 0 ? nearest : await wordByWord(query)
  for (const [at, corrected] of candidates.entries()) {
    const instead = await matchesOf(corrected, scope)
    if (instead.entries.length > 0)
      return { ...instead, corrected, nearest: candidates.filter((_, index) => index !== at) }
  }
  return { entries: [], isPartial: false, nearest: candidates }
}

type Matches<F extends EntryField> = Pick<Found<F | PlaceField>, 'entries' | 'isPartial'>

async function matchesOf<F extends EntryField>(
  query: string,
  scope: Scope<F>,
): Promise<Matches<F>> {
  const whole = wholeToken(query)
  const lists = await Promise.all([
    ...(whole === undefined ? [] : [listMatches([whole], { ...scope, limit: wholeNames })]),
    ...queryReadings(query).map((tokens) => listMatches(tokens, { ...scope, limit: windowSize })),
  ])
  const unique = new Map(lists.flat().map((entry) => [entry._id, entry]))
  return {
    entries: byRelevance(query, [...unique.values()]),
    isPartial: lists.some((list) => list.length >= windowSize),
  }
}

async function soundingLike<F extends EntryField>(query: string, scope: Scope<F>) {
  const tokens = soundTokens(query)
  if (!tokens) return undefined
  const entries = await listMatches(tokens, { ...scope, limit: windowSize })
  if (entries.length === 0) return undefined
  const parts = entries.flatMap(({ name }) => partSoundingLike(query, name.zh) ?? [])
  const corrected = parts[0] ?? query
  return {
    entries: byRelevance(corrected, entries),
    isPartial: entries.length >= windowSize,
    corrected,
  }
}

/** The query with each of its words that finds nothing replaced by the nearest that is known. */
async function wordByWord(query: string): Promise<string[]> {
  const words = query.split(/\s+/).slice(0, mostWords)
  if (words.length < 2) return []
  const corrected = await Promise.all(
    words.map(async (word) => {
      const { entries } = await matchesOf(word, { only: placeFields })
      return entries.length > 0 ? word : ((await listSlippedWords(word, 1))[0] ?? word)
    }),
  )
  const instead = corrected.join(' ')
  return instead === words.join(' ') ? [] : [instead]
}
