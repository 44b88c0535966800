import { readingOf, splitPinyin } from './pinyin'
import { isHan, normaliseText, pairs, runsOf } from './search-text'

/**
 * Full-text search without a search engine: what is sold carries its tokens in one indexed array,
 * and a query is a set of tokens that must all be there.
 *
 * | token       | of 云山 / mist   | finds                                  |
 * | ----------- | ---------------- | -------------------------------------- |
 * | characters  | 云 山 云山       | any part of a Chinese text             |
 * | beginnings  | mis mist         | a Latin word, from its third letter on |
 * | syllables   | 'yun 'yun'shan   | pinyin                                 |
 * | initials    | -ys              | the first letters of the syllables     |
 * | whole names | =云山 =mist      | exactly this                           |
 *
 * Every token is a key in an index, so there are no more than a search needs: a longer Latin word
 * is found by its first six letters. Words that are proposed while somebody types are few, and
 * carry the beginnings from the first letter on.
 */
const shortestBeginning = 3
const longestBeginning = 6
const mostQueryTokens = 8
const mostReadings = 6
const longestWhole = 40
const longestInitials = 6

/** A text to be found, with the pinyin of its characters where the usual reading is wrong. */
export interface SearchableText {
  text: string
  /** One syllable a character, without tones: `['bai', 'cha']`. */
  pinyin?: readonly string[]
  /** Typed exactly, it comes first. */
  isName?: boolean
  /** Found in letters, too: names are, the words of a description need not. */
  isRead?: boolean
  /** Found from its first letter on. */
  isTyped?: boolean
}

/** A word and its beginnings; a number is only found whole. */
function beginnings(word: string, shortest: number): string[] {
  const longest = Math.min(word.length, longestBeginning)
  if (longest < shortest || /^\d+$/.test(word)) return [beginningOf(word)]
  return Array.from({ length: longest - shortest + 1 }, (_, at) => word.slice(0, at + shortest))
}

const beginningOf = (word: string): string =>
  /^\d+$/.test(word) ? word.slice(0, longestWhole) : word.slice(0, longestBeginning)

const characterTokens = (run: string): string[] => [
  ...run,
  ...pairs([...run]).map(([a, b]) => a + b),
]

/** The syllables of a Chinese text: the given ones when there is one for each character. */
export function syllablesOf(text: string, given: readonly string[] = []): string[] {
  const characters = runsOf(text).filter(isHan).join('')
  if (given.length === characters.length) return [...given]
  return [...characters].map((character) => readingOf(character) ?? '?')
}

const syllableTokens = (syllables: readonly string[]): string[] => [
  ...syllables.map((syllable) => `'${syllable}`),
  ...pairs(syllables).flatMap(([a, b]) => [`'${a}'${b}`, `-${a.charAt(0)}${b.charAt(0)}`]),
]

/** What a beginner of a word has typed: the first letter, a syllable and the start of the next. */
const typedTokens = (syllables: readonly string[]): string[] => [
  ...syllables.map((syllable) => `-${syllable.charAt(0)}`),
  ...pairs(syllables).flatMap(([a, b]) => beginnings(b, 1).map((begun) => `'${a}'${begun}`)),
]

/** The token of a name as a whole; undefined for what is too long to be typed. */
export function wholeToken(text: string): string | undefined {
  const whole = runsOf(text).join('')
  return whole === '' || whole.length > longestWhole ? undefined : `=${whole}`
}

/** The tokens something is found by. */
export function indexTokens(texts: readonly SearchableText[]): string[] {
  const tokens = new Set<string>()
  for (const { text, pinyin, isName = false, isRead = isName, isTyped = false } of texts) {
    const shortest = isTyped ? 1 : shortestBeginning
    for (const run of runsOf(text))
      for (const token of isHan(run) ? characterTokens(run) : beginnings(run, shortest))
        tokens.add(token)
    const syllables = isRead ? syllablesOf(text, pinyin) : []
    for (const token of syllableTokens(syllables)) tokens.add(token)
    if (isTyped) for (const token of typedTokens(syllables)) tokens.add(token)
    const whole = isName ? wholeToken(text) : undefined
    if (whole !== undefined) tokens.add(whole)
  }
  return [...tokens].filter((token) => !token.includes('?')).sort()
}

/**
 * The ways to understand a query, likeliest first: each a set of tokens that must all be there.
 * Letters may be a word, pinyin, or initials; empty when there is nothing to search for. Only words
 * know the beginnings of syllables: a search leaves a syllable out that is not typed to its end.
 */
export function queryReadings(query: string, isTyping = false): string[][] {
  let readings: string[][] = [[]]
  for (const run of runsOf(query)) {
    const each = isHan(run) ? [hanTokens(run)] : latinReadings(run, isTyping)
    readings = readings.flatMap((before) => each.map((tokens) => [...before, ...tokens]))
    readings = readings.slice(0, mostReadings)
  }
  return readings
    .map((tokens) => [...new Set(tokens)].slice(0, mostQueryTokens))
    .filter((tokens) => tokens.length > 0)
}

const hanTokens = (run: string): string[] =>
  run.length === 1 ? [run] : pairs([...run]).map(([a, b]) => a + b)

function latinReadings(run: string, isTyping: boolean): string[][] {
  const word = [beginningOf(run)]
  if (!/^[a-z]+$/.test(run)) return [word]
  const initials = run.length === 1 ? [`-${run}`] : pairs([...run]).map(([a, b]) => `-${a}${b}`)
  return [
    word,
    ...splitPinyin(run).map(({ syllables, rest }) =>
      pinyinTokens({ syllables, rest: isTyping ? rest : '' }),
    ),
    ...(run.length <= longestInitials ? [initials] : []),
  ]
}

function pinyinTokens({ syllables, rest }: { syllables: string[]; rest: string }): string[] {
  const tokens =
    syllables.length === 1 ? [`'${syllables[0]!}`] : pairs(syllables).map(([a, b]) => `'${a}'${b}`)
  return rest === '' ? tokens : [...tokens, `'${syllables[syllables.length - 1]!}'${rest}`]
}

/**
 * The same query by sound: 白查 is typed for 白茶. Undefined when it has no Chinese, or a
 * character whose reading is not known.
 */
export function soundTokens(query: string): string[] | undefined {
  const tokens: string[] = []
  let isSounded = false
  for (const run of runsOf(query)) {
    if (!isHan(run)) tokens.push(beginningOf(run))
    else {
      const syllables = syllablesOf(run)
      if (syllables.includes('?')) return undefined
      isSounded = true
      tokens.push(...pinyinTokens({ syllables, rest: '' }))
    }
  }
  return isSounded ? [...new Set(tokens)].slice(0, mostQueryTokens) : undefined
}

/** The part of a name that sounds like the query, to say what was meant; else undefined. */
export function partSoundingLike(query: string, name: string): string | undefined {
  const wanted = syllablesOf(query)
  const characters = [...normaliseText(name)]
  for (let at = 0; at + wanted.length <= characters.length; at += 1) {
    const part = characters.slice(at, at + wanted.length)
    if (part.every((character, index) => readingOf(character) === wanted[index]))
      return part.join('')
  }
  return undefined
}
