import type { DocumentTable } from './document-table'
import { parseStored } from './ejson'
import type { KeyRange } from './key-ranges'
import type { Entry, KeyTable } from './key-table'
import { compileQuery } from './matcher'
import type { Plan } from './planner'
import type { SortField } from './sorting'
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
  /** The index's name, `all` where everything was wanted, `scan` where no index helped. */
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

const smallestBatch = 16
const largestBatch = 1000

/** Reads the documents of a plan's ranges, a batch at a time, and keeps those that match. */
export class Walk {
  #examined = 0
  readonly #matches: ((doc: Doc) => boolean) | undefined
  readonly #seen: Set<number> | undefined

  constructor(
    readonly collection: Searchable,
    query: Doc,
    readonly plan: Plan,
  ) {
    this.#matches = plan.exact ? undefined : compileQuery(query)
    // A document has several keys where an index meets arrays.
    if (plan.source?.hasArrays) this.#seen = new Set()
  }

  report(returned: number, sorted: number): QueryPlan {
    const { source, bounded } = this.plan
    // Reading everything there is, in no order or in that of an index, is not for want of an index.
    const scans = this.#matches !== undefined && (source === undefined || !bounded)
    const index = scans || (source === undefined && sorted > 0) ? 'scan' : (source?.name ?? 'all')
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
      if (!this.#range(source, range, expected, visit)) return
    }
  }

  /** Visits the first matches of each range by itself. */
  eachRange(wanted: number, visit: (rows: Found[]) => void): void {
    const { source, ranges } = this.plan
    if (source === undefined) return
    for (const range of ranges) {
      const rows: Found[] = []
      this.#range(source, range, wanted, (row) => rows.push(row) < wanted)
      visit(rows)
    }
  }

  #range(
    source: KeyTable,
    range: KeyRange,
    expected: number,
    visit: (row: Found) => unknown,
  ): boolean {
    const read = (after: Entry | undefined, limit: number) =>
      source.read(range, this.plan.reverse, after && source.positionOf(after), limit)
    return this.#batches(read, expected, visit)
  }

  /** False if the visitor had enough. */
  #batches(
    read: (after: Entry | undefined, limit: number) => Entry[],
    expected: number,
    visit: (row: Found) => unknown,
  ): boolean {
    let size = this.#firstBatch(expected)
    let after: Entry | undefined
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
