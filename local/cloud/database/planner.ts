import { conjunctionsOf, type Conjunction } from './bounds'
import type { KeyTable } from './key-table'
import { unite, type KeyRange, type Placement } from './key-ranges'
import type { SortField } from './sorting'
import type { Doc } from './value'

/** How a query is answered. */
export interface Plan {
  /** Undefined where every document has to be looked at. */
  source: KeyTable | undefined
  ranges: KeyRange[]
  /** Reads against the order of the keys. */
  reverse: boolean
  /** The number of leading sort fields in whose order documents come, over all ranges. */
  sorted: number
  /** True if documents come fully sorted within each range. */
  sortedWithin: boolean
  /** True if the ranges hold the query's documents and no others. */
  exact: boolean
  /** True if the ranges leave anything of the index out. */
  bounded: boolean
}

/** Chooses the index with the longest equality prefix, then one that serves the sort. */
export function planQuery(
  query: Doc,
  sort: readonly SortField[],
  sources: readonly KeyTable[],
  limited: boolean,
): Plan {
  const conjunctions = conjunctionsOf(query)
  let best: { plan: Plan; score: number } | undefined
  for (const source of sources) {
    if (!isRelevant(source, conjunctions, sort)) continue
    const candidate = candidatePlan(source, conjunctions, sort, limited)
    if (candidate !== undefined && (best === undefined || candidate.score > best.score))
      best = candidate
  }
  return best?.plan ?? scanPlan(query, sort)
}

/** False for an index that neither bounds the query nor begins its order. */
function isRelevant(
  source: KeyTable,
  conjunctions: readonly Conjunction[],
  sort: readonly SortField[],
): boolean {
  const first = source.fields[0]?.path ?? ''
  return sort[0]?.path === first || conjunctions.every(({ fields }) => fields.has(first))
}

function scanPlan(query: Doc, sort: readonly SortField[]): Plan {
  return {
    source: undefined,
    ranges: [],
    reverse: false,
    sorted: 0,
    sortedWithin: sort.length === 0,
    exact: Object.keys(query).length === 0,
    bounded: false,
  }
}

function candidatePlan(
  source: KeyTable,
  conjunctions: readonly Conjunction[],
  sort: readonly SortField[],
  limited: boolean,
): { plan: Plan; score: number } | undefined {
  const placements = conjunctions.map((conjunction) => source.place(conjunction))
  const bounded = placements.every(isBounded)
  const ranges = unite(placements.flatMap((placement) => placement.ranges))
  const shared = sharedConstants(placements)
  const order = bestOrder(source, sort, shared)
  const sortedWithin =
    sort.length === 0 ||
    orderServed(source, sort, sharedPoints(placements), order.reverse) === sort.length
  if (!bounded && order.served === 0) return undefined
  const plan: Plan = {
    source,
    ranges: bounded ? ranges : [wholeIndex],
    reverse: order.reverse,
    sorted: order.served,
    sortedWithin,
    exact: isExact(source, conjunctions, placements),
    bounded,
  }
  return { plan, score: scoreOf(source, placements, plan, sort.length, limited) }
}

const wholeIndex: KeyRange = { from: Buffer.alloc(0), to: Buffer.from([0xff]) }

function isBounded(placement: Placement): boolean {
  return placement.pointPaths.size > 0 || placement.rangePath !== undefined
}

function isExact(
  source: KeyTable,
  conjunctions: readonly Conjunction[],
  placements: readonly Placement[],
): boolean {
  if (source.hasArrays) return false
  return conjunctions.every((conjunction, i) => {
    const placement = placements[i] as Placement
    if (!conjunction.exact || placement.widened) return false
    return [...conjunction.fields.keys()].every(
      (path) => placement.pointPaths.has(path) || placement.rangePath === path,
    )
  })
}

/** Fields that have one and the same value in all alternatives. */
function sharedConstants(placements: readonly Placement[]): Set<string> {
  const [first, ...others] = placements
  const shared = [...(first?.constants ?? [])].filter(([path, key]) =>
    others.every((placement) => placement.constants.get(path) === key),
  )
  return new Set(shared.map(([path]) => path))
}

/**
 * Fields that have a single value within each range. They come first in the index, so that ranges
 * which overlap, and become one, agree in them.
 */
function sharedPoints(placements: readonly Placement[]): Set<string> {
  const [first, ...others] = placements
  const paths = [...(first?.pointPaths ?? [])]
  return new Set(paths.filter((path) => others.every((other) => other.pointPaths.has(path))))
}

function bestOrder(source: KeyTable, sort: readonly SortField[], pinned: Set<string>) {
  const forward = orderServed(source, sort, pinned, false)
  const backward = orderServed(source, sort, pinned, true)
  return backward > forward
    ? { reverse: true, served: backward }
    : { reverse: false, served: forward }
}

/** How many leading sort fields the index delivers, given the fields that do not vary. */
function orderServed(
  source: KeyTable,
  sort: readonly SortField[],
  pinned: ReadonlySet<string>,
  reverse: boolean,
): number {
  let served = 0
  let at = 0
  while (served < sort.length) {
    const wanted = sort[served] as SortField
    if (pinned.has(wanted.path) && !source.isMultikey(wanted.path)) {
      served += 1
      continue
    }
    while (pinned.has(source.fields[at]?.path ?? '')) at += 1
    const field = source.fields[at]
    if (field === undefined || field.geo || field.path !== wanted.path) break
    if (source.isMultikey(field.path)) break
    if ((field.direction === wanted.direction) === reverse) break
    served += 1
    at += 1
    if (field.path === '_id') return sort.length
  }
  return served
}

function scoreOf(
  source: KeyTable,
  placements: readonly Placement[],
  plan: Plan,
  sortLength: number,
  limited: boolean,
): number {
  const points = Math.min(...placements.map((placement) => placement.pointPaths.size))
  if (plan.bounded && source.unique && points === source.fields.length) return 1000
  const ranged = placements.every((placement) => placement.rangePath !== undefined)
  const sorts = sortLength > 0 && (plan.sorted === sortLength || plan.sortedWithin)
  const bounds = plan.bounded ? points * 10 + (ranged ? 5 : 0) : 0
  return bounds + (sorts ? (limited ? 8 : 4) : plan.sorted > 0 ? 1 : 0) + (plan.exact ? 1 : 0)
}
