/**
 * Full-text search without a search engine: every document carries its tokens in one indexed
 * array, and a query is a set of tokens that must all be there.
 */
const longestToken = 16
const mostQueryTokens = 8
const han = /[\u3400-\u9fff\uf900-\ufaff]/
const runs = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+/g

/** One form for all spellings of a text: full width, capitals and spaces do not matter. */
const normaliseText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const runsOf = (text: string): string[] => normaliseText(text).match(runs) ?? []
const bigrams = (run: string): string[] =>
  Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2))
const prefixes = (word: string): string[] =>
  Array.from({ length: Math.min(word.length, longestToken) }, (_, at) => word.slice(0, at + 1))

/** A text to be found, with the pinyin of its characters when it has any. */
export interface SearchableText {
  text: string
  /** One syllable a character, without tones: `['bai', 'cha']`. */
  pinyin?: readonly string[]
}

/**
 * The tokens of a document: single characters and pairs of Chinese, beginnings of Latin words,
 * and from every syllable on the beginnings of its pinyin and of its initials.
 */
export function indexTokens(texts: readonly SearchableText[]): string[] {
  const tokens = new Set<string>()
  for (const { text, pinyin = [] } of texts) {
    for (const run of runsOf(text)) {
      const found = han.test(run) ? [...run, ...bigrams(run)] : prefixes(run)
      for (const token of found) tokens.add(token)
    }
    for (let start = 0; start < pinyin.length; start += 1) {
      const rest = pinyin.slice(start)
      for (const token of prefixes(rest.join(''))) tokens.add(token)
      for (const token of prefixes(rest.map((syllable) => syllable.charAt(0)).join('')))
        tokens.add(token)
    }
  }
  return [...tokens].sort()
}

/**
 * The tokens a document must have to answer a query, the most selective (longest) first; empty
 * when the query holds nothing that can be searched for.
 */
export function queryTokens(query: string): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf(query)) {
    if (!han.test(run)) tokens.add(run.slice(0, longestToken))
    else if (run.length === 1) tokens.add(run)
    else for (const pair of bigrams(run)) tokens.add(pair)
  }
  return [...tokens].sort((a, b) => b.length - a.length).slice(0, mostQueryTokens)
}

/** Fragments two words share when one is a slip of the other: characters and letter pairs. */
export function fragments(text: string): string[] {
  const found = new Set<string>()
  for (const run of runsOf(text))
    for (const part of han.test(run) ? run : bigrams(` ${run} `)) found.add(part)
  return [...found]
}

/** Words within reach of a slip, nearest first, at most `limit`. */
export function nearestWords(query: string, words: readonly string[], limit: number): string[] {
  const wanted = normaliseText(query)
  return words
    .map((word) => ({ word, distance: editDistance(wanted, normaliseText(word)) }))
    .filter(
      ({ word, distance }) =>
        distance <= Math.max(1, Math.ceil(Math.max(wanted.length, word.length) / 2)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ word }) => word)
}

/** How many insertions, deletions, replacements and swaps of neighbours lie between two texts. */
export function editDistance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  let beforeLast: number[] = []
  let last = to.map((_, index) => index + 1)
  last.unshift(0)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      let best = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      )
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1]
      if (swapped) best = Math.min(best, beforeLast[column - 2]! + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[to.length]!
}
