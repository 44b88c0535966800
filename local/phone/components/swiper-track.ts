/** The geometry of a swiper: which item is where, counted in items. */
export interface TrackShape {
  /** Number of items. */
  readonly count: number
  /** How many are shown at once. */
  readonly shown: number
  readonly circular: boolean
}

/** Circular only works with more items than are shown. */
export function isCircular(shape: TrackShape): boolean {
  return shape.circular && shape.count > shape.shown
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by

/** The index an item position stands for: wrapped when circular, else kept on the track. */
export function settledIndex(shape: TrackShape, position: number): number {
  if (shape.count === 0) return 0
  const rounded = Math.round(position)
  if (isCircular(shape)) return modulo(rounded, shape.count)
  return Math.max(0, Math.min(rounded, Math.max(0, shape.count - shape.shown)))
}

/** A rubber band: the further one pulls past the edge, the less it gives. */
const resistance = (beyond: number): number => 0.5 - 0.25 / (beyond + 0.5)

/** Where the track stands for a dragged position: free when circular, else with a rubber band. */
export function draggedPosition(shape: TrackShape, position: number): number {
  if (isCircular(shape)) return position
  const last = Math.max(0, shape.count - shape.shown)
  if (position < 0) return -resistance(-position)
  if (position > last) return last + resistance(position - last)
  return position
}

/** How many items the item at `index` is away from the first shown place. */
export function itemOffset(shape: TrackShape, index: number, position: number): number {
  const offset = index - position
  if (!isCircular(shape)) return offset
  // Wrapped so that the shown items sit in the middle: there are items ready on both sides.
  const first = (shape.shown - 1) / 2 - shape.count / 2
  return modulo(offset - first, shape.count) + first
}

/** The nearest position to `from` that shows `index`, going in `direction` when circular. */
export function targetPosition(
  shape: TrackShape,
  from: number,
  index: number,
  direction: -1 | 0 | 1,
): number {
  if (!isCircular(shape)) return index
  const forward = modulo(index - from, shape.count)
  const backward = forward - shape.count
  if (direction > 0) return from + forward
  if (direction < 0) return from + (forward === 0 ? 0 : backward)
  return from + (forward <= -backward ? forward : backward)
}
