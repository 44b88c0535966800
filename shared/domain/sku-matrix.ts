import type { Localized } from './localized'

/** At most this many options, values of one, combinations and pictures has a product. */
export const mostOptions = 3
export const mostValues = 20
export const mostSkus = 60
export const mostPictures = 9

/** Something to choose: "weight", with 50 g and 100 g. */
export interface MatrixOption {
  id: string
  name: Localized
  values: { id: string; name: Localized }[]
}

/** Chosen value id by option id. */
export type MatrixValues = Record<string, string>

export interface MatrixRow {
  /** Of an SKU that is there. */
  id?: string
  values: MatrixValues
}

/** What is wrong with a matrix, and with which row or option of it. */
interface MatrixProblem {
  code: 'tooMany' | 'twice' | 'missing' | 'strange' | 'sameId'
  /** Place among the options for `sameId`, else among the rows; absent when it is about all. */
  index?: number
}

/** Names a combination, whatever the order of its options. */
export const combinationKey = (values: MatrixValues): string =>
  Object.keys(values)
    .sort()
    .map((option) => `${option}=${values[option]}`)
    .join('&')

/** How many combinations there are; a product without options has one. */
export const combinationCount = (options: readonly MatrixOption[]): number =>
  options.reduce((count, { values }) => count * values.length, 1)

/** Every combination once, the last option changing fastest. */
export function combinationsOf(options: readonly MatrixOption[]): MatrixValues[] {
  let found: MatrixValues[] = [{}]
  for (const { id, values } of options)
    found = found.flatMap((before) => values.map((value) => ({ ...before, [id]: value.id })))
  return found
}

/** Why these rows are not exactly one for each combination; empty when they are. */
export function matrixProblems(
  options: readonly MatrixOption[],
  rows: readonly MatrixRow[],
): MatrixProblem[] {
  if (combinationCount(options) > mostSkus) return [{ code: 'tooMany' }]
  const problems = sameIds(options)
  const wanted = new Set(combinationsOf(options).map(combinationKey))
  const met = new Set<string>()
  const ids = new Set<string>()
  rows.forEach(({ id, values }, index) => {
    const key = combinationKey(values)
    if (!wanted.has(key)) problems.push({ code: 'strange', index })
    else if (met.has(key) || (id !== undefined && ids.has(id)))
      problems.push({ code: 'twice', index })
    met.add(key)
    if (id !== undefined) ids.add(id)
  })
  if ([...wanted].some((key) => !met.has(key))) problems.push({ code: 'missing' })
  return problems
}

const sameIds = (options: readonly MatrixOption[]): MatrixProblem[] =>
  options.flatMap(({ id, values }, index): MatrixProblem[] => {
    const isTwice = options.findIndex((option) => option.id === id) !== index
    const valueIds = new Set(values.map((value) => value.id))
    return isTwice || valueIds.size !== values.length ? [{ code: 'sameId', index }] : []
  })

/**
 * One row for each combination of the options as they are now. What was there keeps its row, and
 * so its SKU id: a row that does not know a new option is the one of that option's first value,
 * and of rows that differ in a removed option only the first one stays. `blank` makes the rest.
 */
export function rowsFor<R extends MatrixRow>(
  options: readonly MatrixOption[],
  before: readonly R[],
  blank: (values: MatrixValues) => R,
): R[] {
  const known = new Map<string, R>()
  for (const row of before) {
    const values = asOf(options, row.values)
    const key = values && combinationKey(values)
    if (key !== undefined && !known.has(key)) known.set(key, { ...row, values })
  }
  return combinationsOf(options).map((values) => known.get(combinationKey(values)) ?? blank(values))
}

/** The values among these options; undefined when one of them is gone. */
function asOf(options: readonly MatrixOption[], values: MatrixValues): MatrixValues | undefined {
  const kept: MatrixValues = {}
  for (const option of options) {
    const chosen = values[option.id] ?? option.values[0]?.id
    if (chosen === undefined || !option.values.some(({ id }) => id === chosen)) return undefined
    kept[option.id] = chosen
  }
  return kept
}

/** The first filled value of a column into every row below it that has none. */
export function fillDown<R, K extends keyof R>(rows: readonly R[], column: K): R[] {
  let last: R[K] | undefined
  return rows.map((row) => {
    const value = row[column]
    const isEmpty = value === undefined || value === ''
    if (!isEmpty) last = value
    return isEmpty && last !== undefined ? { ...row, [column]: last } : row
  })
}

/** The chosen values in words: "50 克，罐装"; empty texts without options. */
export function optionWordsOf(options: readonly MatrixOption[], values: MatrixValues): Localized {
  const chosen = options.flatMap(
    (option) => option.values.find(({ id }) => id === values[option.id]) ?? [],
  )
  return {
    zh: chosen.map(({ name }) => name.zh).join('，'),
    en: chosen.map(({ name }) => name.en).join(', '),
  }
}
