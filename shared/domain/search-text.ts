const runs = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+/g
const han = /[\u3400-\u9fff\uf900-\ufaff]/

/** One form for all spellings of a text: full width, capitals and spaces do not matter. */
export const normaliseText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Chinese characters in a row, letters and digits in a row; what lies between them is left out. */
export const runsOf = (text: string): string[] => normaliseText(text).match(runs) ?? []

export const isHan = (run: string): boolean => han.test(run)

/** Each value with the one after it. */
export const pairs = <T>(values: readonly T[]): [T, T][] =>
  values.slice(1).map((value, at) => [values[at]!, value])
