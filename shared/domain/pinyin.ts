import { pinyinTable } from './pinyin-table'

let readings: ReadonlyMap<string, string> | undefined
let known: ReadonlySet<string> | undefined

const firstHan = 0x4e00
/** The digits of the table; lower case is for syllables. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_{|}~'

/**
 * The characters of a row of the table, which holds the steps from one to the next: two digits for
 * a step below 2,048, three for a longer one, whose first digit is in the upper half.
 */
function charactersOf(steps: string): string[] {
  const found: string[] = []
  const digit = (at: number) => digits.indexOf(steps.charAt(at))
  let code = firstHan
  for (let at = 0; at < steps.length;) {
    const isLong = digit(at) >= 32
    code += isLong
      ? (digit(at) - 32) * 4096 + digit(at + 1) * 64 + digit(at + 2)
      : digit(at) * 64 + digit(at + 1)
    at += isLong ? 3 : 2
    found.push(String.fromCharCode(code))
  }
  return found
}

/** A step as the table holds it. */
export function writeStep(step: number): string {
  const digit = (value: number) => digits.charAt(value)
  const [high, middle, low] = [step >> 12, (step >> 6) & 63, step & 63]
  return step < 2048 ? digit(step >> 6) + digit(low) : digit(32 + high) + digit(middle) + digit(low)
}

/** The reading of one character without its tone; undefined for what is not printed on goods. */
export function readingOf(character: string): string | undefined {
  readings ??= new Map(
    pinyinTable.split(' ').flatMap((row) => {
      const syllable = row.match(/^[a-z]+/)![0]
      return charactersOf(row.slice(syllable.length)).map((each): [string, string] => [
        each,
        syllable,
      ])
    }),
  )
  return readings.get(character)
}

const isSyllable = (text: string): boolean =>
  (known ??= new Set(pinyinTable.match(/[a-z]+/g))).has(text)

const longestSyllable = 6
const mostSplits = 3

/** A text typed in letters as syllables; the last one may be only begun. */
export interface PinyinSplit {
  syllables: string[]
  /** Letters after the last whole syllable; empty when it ends with one. */
  rest: string
}

/**
 * The ways to read letters as pinyin, the longest syllables first: `xian` is 鲜 and 西安. Whole
 * readings only, unless there is none; then those whose last syllable is begun and not finished.
 */
export function splitPinyin(letters: string): PinyinSplit[] {
  const whole: PinyinSplit[] = []
  const begun: PinyinSplit[] = []
  const read = (at: number, syllables: string[]): void => {
    if (whole.length >= mostSplits) return
    if (at === letters.length) {
      whole.push({ syllables, rest: '' })
      return
    }
    for (let length = Math.min(longestSyllable, letters.length - at); length > 0; length -= 1) {
      const syllable = letters.slice(at, at + length)
      if (isSyllable(syllable)) read(at + length, [...syllables, syllable])
    }
    const rest = letters.slice(at)
    if (syllables.length > 0 && begun.length < mostSplits && isBeginning(rest))
      begun.push({ syllables, rest })
  }
  if (letters.length > 0 && letters.length <= mostLetters) read(0, [])
  return whole.length > 0 ? whole : begun.slice(0, 1)
}

/** Longer texts are not typed in pinyin, and trying all readings of them would take too long. */
const mostLetters = 30

const isBeginning = (rest: string): boolean => new RegExp(`(^| )${rest}`).test(pinyinTable)
