import { fieldOf, isDoc, type Doc, type Value } from './value'
import { invalidParam } from './wire-error'

/** A dotted path, split; throws INVALID_PARAM for empty segments. */
export function splitPath(path: string): string[] {
  const segments = path.split('.')
  if (segments.includes('')) throw invalidParam(`a field path cannot be empty: "${path}"`)
  return segments
}

/**
 * Calls `visit` with every value that MongoDB would look at for a path: arrays on the way are
 * entered by position and by element, the last value is handed over as it is (an array too), and a
 * missing field as undefined. Stops and returns true as soon as `visit` returns true.
 */
export function visitPath(
  value: Value | undefined,
  segments: readonly string[],
  visit: (value: Value | undefined) => boolean,
  from = 0,
): boolean {
  const segment = segments[from]
  if (segment === undefined) return visit(value)
  if (Array.isArray(value)) return visitArray(value, segments, visit, from, segment)
  if (!isDoc(value)) return visit(undefined)
  return visitPath(fieldOf(value, segment), segments, visit, from + 1)
}

function visitArray(
  array: Value[],
  segments: readonly string[],
  visit: (value: Value | undefined) => boolean,
  from: number,
  segment: string,
): boolean {
  if (isPosition(segment) && Number(segment) < array.length) {
    if (visitPath(array[Number(segment)], segments, visit, from + 1)) return true
  }
  return array.some((item) => isDoc(item) && visitPath(item, segments, visit, from))
}

/** True for the text of an array position. */
export function isPosition(segment: string): boolean {
  return /^(0|[1-9]\d*)$/.test(segment)
}

/** What an index or a sort sees of a document at one path. */
export interface PathValues {
  /** At least one; undefined stands for an empty array. */
  values: (Value | undefined)[]
  /** True if an array was met, so that one document has several keys. */
  multikey: boolean
}

/** The keys of a document at a path: one for each element where the path meets arrays. */
export function pathValues(doc: Doc, segments: readonly string[]): PathValues {
  if (segments.length === 1) {
    const value = fieldOf(doc, segments[0] as string) ?? null
    if (!Array.isArray(value)) return { values: [value], multikey: false }
  }
  const values: (Value | undefined)[] = []
  const multikey = collect(doc, segments, 0, values)
  return { values, multikey }
}

function collect(
  value: Value | undefined,
  segments: readonly string[],
  from: number,
  into: (Value | undefined)[],
): boolean {
  if (from === segments.length) {
    if (!Array.isArray(value)) {
      into.push(value ?? null)
      return false
    }
    if (value.length === 0) into.push(undefined)
    else into.push(...value)
    return true
  }
  if (Array.isArray(value)) {
    if (value.length === 0) into.push(null)
    for (const item of value) {
      if (isDoc(item)) collect(item, segments, from, into)
      else into.push(null)
    }
    return true
  }
  if (!isDoc(value)) {
    into.push(null)
    return false
  }
  return collect(fieldOf(value, segments[from] as string), segments, from + 1, into)
}
