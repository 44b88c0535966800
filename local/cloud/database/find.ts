import type { DocumentTable } from './document-table'
import { parseStored } from './ejson'
import { findNear, distanceTo, type Near } from './geo-query'
import { shapeOf } from './geometry'
import type { After, Entry, KeyTable } from './index-table'
import { compileQuery } from './matcher'
import { splitPath, visitPath } from './paths'
import { planQuery, type Plan } from './planner'
import { compareDocuments, type SortField } from './sorting'
import type { Doc } from './value'

/** What a collection offers to a query. */
export interface Searchable {
  readonly documents: DocumentTable
  readonly sources: readonly KeyTable[]
}

/** A query with its order and the part of the results that is wanted. */
export interface FindRequest {
  query: Doc
  sort: readonly SortField[]
  skip: number
  limit: number
}

/** How a query was answered, for tests, logs and the desk. */
export interface QueryPlan {
  /** The index's name, or `scan` where all documents were looked at. */
  index: string
  /** Documents read. */
  examined: number
  /** Documents that matched and were wanted. */
  returned: number
  /** Documents that had to be sorted in memory. */
  sorted: number
}

/** A document found; it is parsed when it is first looked into. */
export class Found {
  #doc: Doc | undefined

  constructor(
    readonly seq: number,
    readonly text: string,
  ) {}

  get doc(): Doc {
    return (this.#doc ??= parseStored(this.text))
  }
}

/** The documents that match, in order, and how they were found. */
export function find(
  collection: Searchable,
  request: FindRequest,
): { found: Found[]; plan: QueryPlan } {
  const near = request.sort.length === 0 ? findNear(request.query) : undefined
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
  if (wanted > 0) {
    if (near !== undefined) {
      walk.each(Infinity, (row) => found.push(row))
      sortByDistance(found, near)
      sorted = found.length
    } else sorted = collectSorted(walk, request.sort, wanted, found)
  }
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

function sortByDistance(found: Found[], near: Near): void {
  const segments = splitPath(near.path)
  const distances = new Map<Found, number>()
  for (const row of found) {
    let nearest = Infinity
    visitPath(row.doc, segments, (value) => {
      const shape = shapeOf(value)
      if (shape !== undefined) nearest = Math.min(nearest, distanceTo(shape, near.centre))
      return false
    })
    distances.set(row, nearest)
  }
  found.sort((a, b) => (distances.get(a) as number) - (distances.get(b) as number))
}

const smallestBatch = 16
const largestBatch = 1000

/** Reads the documents of a plan's ranges, a batch at a time, and keeps those that match. */
class Walk {
  #examined = 0
  readonly #matches: ((doc: Doc) => boolean) | undefined
  readonly #seen: Set<number> | undefined

  constructor(
    readonly collection: Searchable,
    query: Doc,
    readonly plan: Plan,
  ) {
    const matches = compileQuery(query)
    this.#matches = plan.exact ? undefined : matches
    const { source } = plan
    // A document has several keys where an index meets arrays.
    if (source?.fields.some((field) => source.isMultikey(field.path))) this.#seen = new Set()
  }

  report(returned: number, sorted: number): QueryPlan {
    const { source, bounded } = this.plan
    const whole = source === undefined || (!bounded && this.#matches !== undefined)
    const index = whole ? 'scan' : source.name
    return { index, examined: this.#examined, returned, sorted }
  }

  /** Visits matches until `visit` returns false; `expected` sizes the first batch. */
  each(expected: number, visit: (row: Found) => unknown): void {
    const { source, ranges, reverse } = this.plan
    if (source === undefined) {
      const { documents } = this.collection
      this.#batches((after, limit) => documents.scan(after?.seq ?? -1, limit), expected, visit)
      return
    }
    for (const range of reverse ? [...ranges].reverse() : ranges) {
      const read = (after: After, limit: number) => source.read(range, reverse, after, limit)
      if (!this.#batches(read, expected, visit)) return
    }
  }

  /** Visits the first matches of each range by itself. */
  eachRange(wanted: number, visit: (rows: Found[]) => void): void {
    const { source, ranges, reverse } = this.plan
    for (const range of source === undefined ? [] : ranges) {
      const rows: Found[] = []
      const read = (after: After, limit: number) =>
        (source as KeyTable).read(range, reverse, after, limit)
      this.#batches(read, wanted, (row) => rows.push(row) < wanted)
      visit(rows)
    }
  }

  #batches(
    read: (after: After, limit: number) => Entry[],
    expected: number,
    visit: (row: Found) => unknown,
  ): boolean {
    let size = this.#firstBatch(expected)
    let after: After
    for (;;) {
      const batch = read(after, size)
      for (const entry of batch) {
        if (this.#keep(entry) && !this.#offer(entry, visit)) return false
      }
      if (batch.length < size) return true
      after = batch[batch.length - 1]
      size = Math.min(size * 4, largestBatch)
    }
  }

  #firstBatch(expected: number): number {
    const certain = this.#matches === undefined && this.#seen === undefined
    const first = certain ? expected : Math.max(expected * 2, smallestBatch)
    return Math.min(first, largestBatch)
  }

  #keep(entry: Entry): boolean {
    if (this.#seen === undefined) return true
    if (this.#seen.has(entry.seq)) return false
    this.#seen.add(entry.seq)
    return true
  }

  #offer(entry: Entry, visit: (row: Found) => unknown): boolean {
    this.#examined += 1
    const row = new Found(entry.seq, entry.text)
    if (this.#matches !== undefined && !this.#matches(row.doc)) return true
    return visit(row) !== false
  }
}
