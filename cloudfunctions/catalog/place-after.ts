import { readCursor, writeCursor } from '../_kit/cursor'
import { invalidInput } from '../_kit/failure'

const pageSize = 20

/**
 * A page of a list that is kept whole in one document, newest first. The cursor holds the id of
 * the last one shown, so that what comes or goes before it moves nothing.
 */
export function placeAfter<T extends { productId: string }>(
  all: readonly T[],
  cursor: string | undefined,
): { entries: T[]; next: { cursor?: string } } {
  const place = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && !place) throw invalidInput({ path: 'cursor', reason: 'cursor' })
  const shown = place ? all.findIndex(({ productId }) => productId === place.id) : -1
  // One that has gone meanwhile leaves its number.
  const from = place && shown < 0 ? place.value : shown + 1
  const entries = all.slice(from, from + pageSize)
  const last = entries.at(-1)
  const end = from + entries.length
  return {
    entries,
    next:
      last && end < all.length ? { cursor: writeCursor({ value: end, id: last.productId }) } : {},
  }
}
