import { compareValues } from './order'
import { pathValues, splitPath } from './paths'
import type { Direction } from './key-encoding'
import type { Doc, Value } from './value'
import { isDoc } from './value'
import { invalidParam } from './wire-error'

/** One field of a sort, in its order of importance. */
export interface SortField {
  path: string
  segments: readonly string[]
  direction: Direction
}

/** Reads `{field: 1 | -1, ...}`. */
export function sortFields(order: Value | undefined): SortField[] {
  if (order === undefined) return []
  if (!isDoc(order)) throw invalidParam('the order has to be an object')
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw invalidParam(`the order of ${path} has to be 1 or -1`)
    return { path, segments: splitPath(path), direction }
  })
}

/** Compares documents by a sort; an array counts by its smallest or largest element. */
export function compareDocuments(fields: readonly SortField[]): (a: Doc, b: Doc) => number {
  return (a, b) => {
    for (const field of fields) {
      const order = compareSortValues(sortValue(a, field), sortValue(b, field))
      if (order !== 0) return order * field.direction
    }
    return 0
  }
}

/** An empty array, which has no value to sort by, comes before null. */
function compareSortValues(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}

function sortValue(doc: Doc, field: SortField): Value | undefined {
  const { values } = pathValues(doc, field.segments)
  return values.reduce((best, value) =>
    compareSortValues(value, best) * field.direction < 0 ? value : best,
  )
}
