import { isHan, normaliseText, runsOf } from './search-text'
import { syllablesOf } from './search-tokens'

const longestLatin = 20
const longestHan = 8

/**
 * What a word and its slips have in common: the word and all it becomes with one letter left out,
 * in characters and in pinyin. Two words that one slip lies between (a letter wrong, missing, too
 * many, or two in the wrong order) share a key.
 */
export function slipKeys(text: string, pinyin?: readonly string[]): string[] {
  const whole = runsOf(text).join(' ')
  const keys = new Set(withOneLess(whole, isHan(whole) ? longestHan : longestLatin))
  if (isHan(whole) && whole.length <= longestHan) {
    const sound = syllablesOf(text, pinyin).join('')
    for (const key of withOneLess(sound, longestLatin)) keys.add(key)
  }
  return [...keys].filter((key) => key.length > 0 && !key.includes('?')).sort()
}

const withOneLess = (word: string, longest: number): string[] => {
  const letters = [...word]
  if (letters.length < 2 || letters.length > longest) return [word]
  return [
    word,
    ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join('')),
  ]
}

/** The words within reach of a slip, nearest first, at most `limit`; the query itself is none. */
export function nearestWords(query: string, words: readonly string[], limit: number): string[] {
  const wanted = normaliseText(query)
  return words
    .map((word) => ({ word, distance: slipDistance(wanted, normaliseText(word)) }))
    .filter(({ word, distance }) => distance <= reach(wanted) && normaliseText(word) !== wanted)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ word }) => word)
}

/** One slip in four letters is likely; more of them make another word. */
const reach = (wanted: string) => Math.max(1, Math.floor(wanted.length / 4))

/** How far a word is from what was typed, in its characters or in its sound. */
function slipDistance(wanted: string, word: string): number {
  const written = editDistance(wanted, word)
  if (!isHan(word)) return written
  const sound = syllablesOf(word).join('')
  const typed = isHan(wanted) ? syllablesOf(wanted).join('') : wanted.replace(/ /g, '')
  return Math.min(written, editDistance(typed, sound))
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
