import { findNear } from './geo-query'
import { findNearest, requireGeoIndex } from './find-nearest'
import { planQuery } from './planner'
import { compareDocuments, type SortField } from './sorting'
import type { Doc } from './value'
import { Walk, type FindRequest, type Found, type QueryPlan, type Searchable } from './walk'

/** The documents that match, in order, and how they were found. */
export function find(
  collection: Searchable,
  request: FindRequest,
): { found: Found[]; plan: QueryPlan } {
  const near = findNear(request.query)
  if (near !== undefined) {
    requireGeoIndex(collection, near.path)
    if (request.sort.length === 0) return findNearest(collection, request, near)
  }
  const plan = planQuery(
    request.query,
    request.sort,
    collection.sources,
    Number.isFinite(request.limit),
  )
  const walk = new Walk(collection, request.query, plan)
  const wanted = request.skip + request.limit
  const found: Found[] = []
  let sorted = 0
  if (wanted > 0) sorted = collectSorted(walk, request.sort, wanted, found)
  const part = found.slice(request.skip, wanted)
  return { found: part, plan: walk.report(part.length, sorted) }
}

/** The number of documents that match. */
export function count(collection: Searchable, query: Doc): { total: number; plan: QueryPlan } {
  const plan = planQuery(query, [], collection.sources, false)
  if (plan.exact) {
    const { source } = plan
    const total =
      source === undefined
        ? collection.documents.size
        : plan.ranges.reduce((sum, range) => sum + source.count(range), 0)
    const index = source?.name ?? '_id_'
    return { total, plan: { index, examined: 0, returned: total, sorted: 0 } }
  }
  const walk = new Walk(collection, query, plan)
  let total = 0
  walk.each(Infinity, () => (total += 1))
  return { total, plan: walk.report(total, 0) }
}

/** Collects matches until the wanted ones are certain; returns how many were sorted in memory. */
function collectSorted(
  walk: Walk,
  sort: readonly SortField[],
  wanted: number,
  found: Found[],
): number {
  const { plan } = walk
  if (sort.length === 0 || plan.sorted === sort.length) {
    walk.each(wanted, (row) => found.push(row) < wanted)
    return 0
  }
  const compare = compareDocuments(sort)
  if (plan.sortedWithin && plan.ranges.length > 1) {
    walk.eachRange(wanted, (rows) => found.push(...rows))
  } else if (plan.sorted > 0) {
    const leading = compareDocuments(sort.slice(0, plan.sorted))
    walk.each(wanted, (row) => {
      const last = found[wanted - 1]
      if (last !== undefined && leading(last.doc, row.doc) !== 0) return false
      found.push(row)
      return true
    })
  } else walk.each(Infinity, (row) => found.push(row))
  found.sort((a, b) => compare(a.doc, b.doc))
  return found.length
}
