import type { AppContract } from '../../../../shared/contract'
import type { ProductCard } from '../../../../shared/contract/catalog'
import type { OutputOf } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

/** A piece of a text; what matches the query is drawn in the brand's colour. */
export interface TextPart {
  /** Where it begins in the text. */
  at: number
  text: string
  isMatch: boolean
}

export interface SuggestView {
  hits: (ProductCard & { parts: TextPart[] })[]
  words: { text: string; parts: TextPart[]; count: string }[]
}

/** What is found, as far as it has been loaded. */
export interface ResultsView {
  products: ProductCard[]
  cursor: string
  nearest: string[]
  season: ProductCard[]
  noneTitle: string
  /** What was searched for instead, in words; empty when the query itself found something. */
  /** What a sort is about, when more match than are sorted. */
  sortedAmong: string
  corrected: string
  correctedFrom: string
}

/** Cuts a text where the query stands in it, whatever the case of letters. */
export function markMatches(text: string, query: string): TextPart[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [{ at: 0, text, isMatch: false }]
  const parts: TextPart[] = []
  const lower = text.toLowerCase()
  let from = 0
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) parts.push({ at: from, text: text.slice(from, at), isMatch: false })
    parts.push({ at, text: text.slice(at, at + wanted.length), isMatch: true })
    from = at + wanted.length
  }
  if (from < text.length) parts.push({ at: from, text: text.slice(from), isMatch: false })
  return parts
}

export function toSuggestView(
  { hits, words }: OutputOf<AppContract['catalog.suggest']>,
  query: string,
  texts: MessageTexts['search'],
): SuggestView {
  return {
    hits: hits.map((hit) => ({ ...hit, parts: markMatches(hit.name, query) })),
    words: words.map(({ text, count }) => ({
      text,
      parts: markMatches(text, query),
      count: fill(texts.count, { count }),
    })),
  }
}

/** Adds a page of results to what is there; a first page replaces it. */
export function toResultsView(
  answer: OutputOf<AppContract['catalog.search']>,
  before: ResultsView | null,
  query: string,
  texts: MessageTexts['search'],
): ResultsView {
  return {
    products: before ? [...before.products, ...answer.products] : answer.products,
    cursor: answer.cursor ?? '',
    nearest: before?.nearest ?? answer.nearest,
    season: before?.season ?? answer.season,
    noneTitle: fill(texts.noneTitle, { query }),
    corrected: answer.corrected ? fill(texts.corrected, { word: answer.corrected }) : '',
    sortedAmong: answer.sortedAmong ? fill(texts.sortedAmong, { count: answer.sortedAmong }) : '',
    correctedFrom: fill(texts.correctedFrom, { query }),
  }
}
