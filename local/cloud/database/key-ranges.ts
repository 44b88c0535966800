import type { Bound, Conjunction, FieldBounds } from './bounds'
import { coverBox, extendedCell, type Box } from './geo-cells'
import { KeyWriter, tag, type Direction } from './key-encoding'
import { rank, rankOf, type Value } from './value'

/** Keys from `from` up to, but not including, `to`. */
export interface KeyRange {
  from: Buffer
  to: Buffer
}

/** One field of an index. */
export interface KeyField {
  path: string
  segments: readonly string[]
  direction: Direction
  /** True for a field of places, whose keys are cells of a grid. */
  geo: boolean
}

/** Where in an index the documents of a conjunction are. */
export interface Placement {
  ranges: KeyRange[]
  /** The fields that the ranges pin to single values. */
  pointPaths: Set<string>
  /** The one value's key, for fields pinned to exactly one. */
  constants: Map<string, string>
  /** The field that the ranges bound from one side or both, if any. */
  rangePath: string | undefined
  /** True if a bound had to be dropped, so that the ranges hold more than the bounds say. */
  widened: boolean
}

const maxPrefixes = 10_000

/** Above every continuation of a key, see KeyWriter. */
const above: Buffer = Buffer.from([0xff])
const nothing: Buffer = Buffer.alloc(0)

/** The key ranges of an index that hold all documents of a conjunction. */
export function place(
  conjunction: Conjunction,
  fields: readonly KeyField[],
  isMultikey: (path: string) => boolean,
): Placement {
  let prefixes: Buffer[] = [nothing]
  const pointPaths = new Set<string>()
  const constants = new Map<string, string>()
  for (const field of fields) {
    const bounds = conjunction.fields.get(field.path)
    if (field.geo) {
      const cells = bounds?.area === undefined ? [undefined] : areaRanges(bounds.area)
      const ranges = prefixes.flatMap((prefix) => cells.map((cell) => rangeUnder(prefix, cell)))
      const rangePath = bounds?.area && field.path
      return { ranges, pointPaths, constants, rangePath, widened: true }
    }
    const multikey = isMultikey(field.path)
    const points = bounds?.points && pointKeys(bounds.points, field.direction)
    if (points === undefined || points.length * prefixes.length > maxPrefixes) {
      const rest = bounds === undefined ? undefined : rangeOf(bounds, field.direction, multikey)
      const ranges = prefixes.map((prefix) => rangeUnder(prefix, rest))
      const rangePath = rest === undefined ? undefined : field.path
      return { ranges, pointPaths, constants, rangePath, widened: rest?.widened ?? false }
    }
    pointPaths.add(field.path)
    const [only] = points
    if (only !== undefined && points.length === 1)
      constants.set(field.path, only.toString('latin1'))
    prefixes = prefixes.flatMap((prefix) => points.map((key) => Buffer.concat([prefix, key])))
  }
  const ranges = prefixes.map((prefix) => rangeUnder(prefix, undefined))
  return { ranges, pointPaths, constants, rangePath: undefined, widened: false }
}

function pointKeys(points: readonly Value[], direction: Direction): Buffer[] {
  const writer = new KeyWriter()
  const keys = new Map<string, Buffer>()
  for (const point of points) {
    const key = writer.value(point, direction).take()
    keys.set(key.toString('latin1'), key)
  }
  return [...keys.values()]
}

interface Rest {
  from: Buffer
  to: Buffer
  widened: boolean
}

function rangeOf(bounds: FieldBounds, direction: Direction, multikey: boolean): Rest | undefined {
  const { prefix } = bounds
  if (prefix !== undefined) {
    const start = new KeyWriter().stringPrefix(prefix, direction).take()
    return { from: start, to: successor(start), widened: false }
  }
  const { lower } = bounds
  // Two elements of one array may meet one bound each.
  const widened = multikey && lower !== undefined && bounds.upper !== undefined
  const upper = widened ? undefined : bounds.upper
  const known = lower ?? upper
  if (known === undefined) return undefined
  const low = lowEnd(lower, rankOf(known.value), direction)
  const high = highEnd(upper, rankOf(known.value), direction)
  return direction === 1 ? { from: low, to: high, widened } : { from: high, to: low, widened }
}

function areaRanges(area: readonly Box[]): Rest[] {
  const writer = new KeyWriter()
  const key = (cell: number) => writer.value(cell, 1).take()
  return [{ from: extendedCell, to: extendedCell }, ...area.flatMap(coverBox)].map((cells) => ({
    from: key(cells.from),
    to: Buffer.concat([key(cells.to), above]),
    widened: true,
  }))
}

/** The first key (the last, in a descending field) that a lower bound lets in. */
function lowEnd(bound: Bound | undefined, ofRank: number, direction: Direction): Buffer {
  const writer = new KeyWriter()
  if (bound === undefined) {
    // NaN, whose key is all zeros, lies below every number and within no range.
    const floor = ofRank === rank.number ? [tag(ofRank), 0, 0, 0, 0, 0, 0, 0, 1] : [tag(ofRank)]
    const key = writer.raw(floor, direction).take()
    return direction === 1 ? key : successor(key)
  }
  const key = writer.value(bound.value, direction).take()
  const beyond = Buffer.concat([key, above])
  if (direction === 1) return bound.inclusive ? key : beyond
  return bound.inclusive ? beyond : key
}

function highEnd(bound: Bound | undefined, ofRank: number, direction: Direction): Buffer {
  const writer = new KeyWriter()
  if (bound === undefined) {
    const key = writer.raw([tag(ofRank)], direction).take()
    return direction === 1 ? successor(key) : key
  }
  const key = writer.value(bound.value, direction).take()
  const beyond = Buffer.concat([key, above])
  if (direction === 1) return bound.inclusive ? beyond : key
  return bound.inclusive ? key : beyond
}

function rangeUnder(prefix: Buffer, rest: Rest | undefined): KeyRange {
  if (rest === undefined) return { from: prefix, to: Buffer.concat([prefix, above]) }
  return { from: Buffer.concat([prefix, rest.from]), to: Buffer.concat([prefix, rest.to]) }
}

/** The first key after all keys that start with this one. */
function successor(key: Buffer): Buffer {
  const next = Buffer.from(key)
  for (let i = next.length - 1; i >= 0; i--) {
    const byte = next[i] as number
    if (byte < 0xff) {
      next[i] = byte + 1
      return next.subarray(0, i + 1)
    }
  }
  return above
}

/** The same keys in sorted ranges without overlaps. */
export function unite(ranges: readonly KeyRange[]): KeyRange[] {
  const sorted = ranges
    .filter((range) => Buffer.compare(range.from, range.to) < 0)
    .sort((a, b) => Buffer.compare(a.from, b.from))
  const united: KeyRange[] = []
  for (const range of sorted) {
    const last = united.at(-1)
    if (last === undefined || Buffer.compare(range.from, last.to) >= 0) united.push(range)
    else if (Buffer.compare(range.to, last.to) > 0)
      united[united.length - 1] = { from: last.from, to: range.to }
  }
  return united
}
