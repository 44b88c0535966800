import { Catalog } from './catalog'
import type { Collection } from './collection'
import { CommitQueue } from './commit-queue'
import { DataFile } from './data-file'
import { parseStored } from './ejson'
import { find } from './find'
import type { QueryPlan } from './walk'
import { History } from './history'
import type { IndexSpec } from './index-keys'
import { idKey } from './key-encoding'
import { Locks } from './locks'
import { readSnapshot, writeSnapshot } from './snapshot-file'
import { PlainWrites } from './plain-writes'
import { Transactions, transactionLimitMs, type Transaction } from './transactions'
import type { Doc } from './value'
import { handleAction } from './wire-actions'
import type { WireContext } from './wire-context'
import { requestFailed } from './wire-error'
import type { WireRequest, WireResponse } from './wire-request'
import { Writer, type ChangeListener } from './writer'

/** A query that looked at documents, or sorted them, for want of an index. */
export interface ScanReport {
  collection: string
  query: Doc
  plan: QueryPlan
}

export interface DatabaseOptions {
  /** Where the data is kept; `:memory:` keeps it until the service is closed. */
  file: string
  /** The cloud's clock, epoch ms, by which server dates are made. */
  now: () => number
  /** Hears of every query that no index served; whatever it throws fails the query. */
  onScan?: (report: ScanReport) => void
  /** The number of documents looked at from which a scan is reported; 101 unless said. */
  reportScansFrom?: number
  /** How long a transaction may stay open, in real ms; the cloud's 30 s unless a test says so. */
  transactionLimitMs?: number
}

const defaultReportScansFrom = 101

/** Documents that may be sorted in memory before the query is reported. */
const sortTolerance = 1000

/**
 * Opens the document database. Throws DataFileError if the file is in use, damaged or not ours,
 * and leaves the file as it is.
 */
export function openDatabase(options: DatabaseOptions): DatabaseService {
  return new DatabaseService(options)
}

/** The cloud's document database: the gateway's actions and what the local cloud does beside them. */
export class DatabaseService {
  readonly #file: DataFile
  readonly #catalog: Catalog
  readonly #queue: CommitQueue
  readonly #history = new History()
  readonly #locks = new Locks<Transaction>()
  readonly #writer: Writer
  readonly #transactions: Transactions
  readonly #context: WireContext
  readonly #onScan: ((report: ScanReport) => void) | undefined
  readonly #reportScansFrom: number

  constructor(options: DatabaseOptions) {
    this.#onScan = options.onScan
    this.#reportScansFrom = options.reportScansFrom ?? defaultReportScansFrom
    this.#file = new DataFile(options.file)
    this.#catalog = new Catalog(this.#file.sql)
    this.#queue = new CommitQueue(this.#file, () => this.#forget())
    this.#writer = new Writer(this.#catalog, this.#queue, this.#history)
    this.#transactions = new Transactions(
      this.#writer,
      this.#queue,
      this.#history,
      this.#locks,
      options.transactionLimitMs ?? transactionLimitMs,
    )
    const report = (collection: Collection, query: Doc, plan: QueryPlan) =>
      this.#report(collection, query, plan)
    this.#context = {
      catalog: this.#catalog,
      queue: this.#queue,
      writes: new PlainWrites(this.#writer, this.#queue, this.#locks, report),
      transactions: this.#transactions,
      now: options.now,
      report,
    }
  }

  /**
   * Answers one `database.*` action of the SDK's gateway. Resolves when what it wrote is on disk;
   * rejects with a WireError, whose code and message go to the SDK.
   */
  handle(action: string, request: WireRequest): Promise<WireResponse> {
    return handleAction(this.#context, action, request)
  }

  /** Makes the collection unless it is there. */
  ensureCollection(name: string): void {
    if (this.#catalog.find(name) !== undefined) return
    this.#catalog.checkName(name)
    this.#queue.write(() => this.#catalog.create(name))
  }

  /** Makes the index, and its collection, unless they are there. */
  ensureIndex(collection: string, spec: IndexSpec): void {
    this.ensureCollection(collection)
    const target = this.#catalog.get(collection)
    if (this.#catalog.hasIndex(target, spec)) return
    this.#alone(() => this.#catalog.makeIndex(target, spec))
  }

  /** Removes the collection with all that is in it, if it is there. */
  dropCollection(name: string): void {
    const collection = this.#catalog.find(name)
    if (collection === undefined) return
    this.#alone(() => this.#catalog.drop(collection))
  }

  /** Puts documents in, each in the place of one with the same `_id`, in one step. */
  load(collection: string, docs: readonly Doc[]): void {
    const target = this.#catalog.get(collection)
    this.#alone(() => {
      for (const after of docs) {
        const id = idKey(after['_id'] ?? missingId(collection))
        const stored = target.get(id)
        const before = stored && { ...stored, doc: parseStored(stored.text) }
        this.#writer.apply([target.withKeys({ collection: target, id, before, after })])
      }
    })
  }

  /** Every collection with the number of its documents, by name. */
  collections(): { name: string; count: number }[] {
    return this.#catalog
      .all()
      .map(({ name, documents }) => ({ name, count: documents.size }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Documents by `_id`, from the one after `after`; as plain JSON, dates as `{$date: ms}`. */
  list(
    collection: string,
    { limit = 100, after, query = {} }: { limit?: number; after?: string; query?: Doc } = {},
  ): unknown[] {
    const conditions = after === undefined ? query : { $and: [query, { _id: { $gt: after } }] }
    const sort = [{ path: '_id', segments: ['_id'], direction: 1 as const }]
    const { found } = find(this.#catalog.get(collection), {
      query: conditions,
      sort,
      skip: 0,
      limit,
    })
    return found.map((row): unknown => JSON.parse(row.text))
  }

  /** Hears of every change once it is on disk; returns a function that ends it. */
  onChange(listener: ChangeListener): () => void {
    return this.#writer.listen(listener)
  }

  /** Ends the transactions that an invocation left open. */
  abortAllOf(owner: string): number {
    return this.#transactions.abortAllOf(owner)
  }

  /** Empties every collection; collections and indexes stay. */
  reset(): void {
    this.#alone(() => {
      for (const { documents, indexes } of this.#catalog.all()) {
        if (documents.size === 0) continue
        for (const { table } of [...indexes, documents])
          this.#file.sql.execute(`delete from ${table}`)
        documents.recount()
      }
    })
  }

  /** Copies all there is into a file, in place of one that is there. */
  snapshot(file: string): void {
    this.#queue.flush()
    writeSnapshot(this.#file.sql, file)
  }

  /** Puts back what a snapshot holds, in place of all there is. */
  restore(file: string): void {
    this.#transactions.abortAll()
    this.#queue.flush()
    try {
      readSnapshot(this.#file.sql, file)
    } finally {
      this.#catalog.reload()
    }
  }

  /** Puts on disk what is under way and gives the file back. */
  close(): void {
    this.#transactions.abortAll()
    this.#queue.flush()
    this.#file.close()
  }

  /** Runs a step that transactions cannot live with, and that undoes nothing else if it fails. */
  #alone(step: () => void): void {
    this.#transactions.abortAll()
    this.#queue.flush()
    this.#queue.write(step)
    this.#queue.flush()
  }

  #report(collection: Collection, query: Doc, plan: QueryPlan): void {
    const scanned = plan.index === 'scan' && plan.examined >= this.#reportScansFrom
    if (scanned || plan.sorted > sortTolerance)
      this.#onScan?.({ collection: collection.name, query, plan })
  }

  /** After a failed write, memory knows less than the file. */
  #forget(): void {
    this.#transactions.abortAll()
    this.#history.clear()
    this.#catalog.reload()
  }
}

function missingId(collection: string): never {
  throw requestFailed(`a document to load into ${collection} has no _id`)
}
