import type { Change, Collection } from './collection'
import { idOf } from './collection'
import type { CommitQueue } from './commit-queue'
import { parseStored } from './ejson'
import { find } from './find'
import type { Found, QueryPlan } from './walk'
import { idKey } from './key-encoding'
import type { Locks } from './locks'
import { compileQuery } from './matcher'
import { equalValues } from './order'
import { fieldOf, type Doc, type Value } from './value'
import type { Update } from './update'
import { documentLock, uniqueLocks, type Writer } from './writer'
import { isOperators } from './operators'
import type { Transaction } from './transactions'

/** A change of the documents that match a query. */
export interface Modification {
  query: Doc
  update: Update
  multi: boolean
  /** Makes a document where none matches. */
  upsert: boolean
}

/** What a modification did. */
export interface Modified {
  updated: number
  upsertedId?: Value
  /** The last version of the last document that matched. */
  doc?: Doc
}

/**
 * Writes outside transactions. A write waits for transactions that hold its documents, then looks
 * again. As in MongoDB, a write of several documents that fails midway keeps what it did before.
 */
export class PlainWrites {
  readonly #writer: Writer
  readonly #queue: CommitQueue
  readonly #locks: Locks<Transaction>
  readonly #report: (collection: Collection, query: Doc, plan: QueryPlan) => void

  constructor(
    writer: Writer,
    queue: CommitQueue,
    locks: Locks<Transaction>,
    report: (collection: Collection, query: Doc, plan: QueryPlan) => void,
  ) {
    this.#writer = writer
    this.#queue = queue
    this.#locks = locks
    this.#report = report
  }

  /** Inserts documents in order; stops at the first that cannot be inserted. */
  async insert(collection: Collection, docs: readonly Doc[]): Promise<void> {
    const changes = docs.map((after): Change => {
      return { collection, id: idKey(idOf(after)), before: undefined, after }
    })
    await this.#waitFor(() => changes)
    await this.#applyEach(changes)
  }

  async modify(collection: Collection, modification: Modification): Promise<Modified> {
    const { query, multi, upsert } = modification
    let matched: Found[] = []
    let latest: Doc | undefined
    let upserted: Doc | undefined
    const changes = await this.#waitFor(() => {
      matched = this.#matches(collection, query, multi)
      const matches = compileQuery(query)
      const all = matched.map((found) => {
        latest = modification.update(found.doc, matches)
        return changeOf(collection, found, latest)
      })
      const changed = all.filter(({ before, after }) => !equalValues(before?.doc, after))
      if (all.length > 0 || !upsert) return changed
      upserted = latest = modification.update(pinnedFields(query), matches)
      return [{ collection, id: idKey(idOf(upserted)), before: undefined, after: upserted }]
    })
    await this.#applyEach(changes)
    if (upserted !== undefined) return { updated: 0, upsertedId: idOf(upserted), doc: upserted }
    return { updated: changes.length, doc: latest }
  }

  async remove(collection: Collection, query: Doc, multi: boolean): Promise<number> {
    const changes = await this.#waitFor(() =>
      this.#matches(collection, query, multi).map((found) =>
        changeOf(collection, found, undefined),
      ),
    )
    await this.#applyEach(changes)
    return changes.length
  }

  #matches(collection: Collection, query: Doc, multi: boolean): Found[] {
    const limit = multi ? Infinity : 1
    const { found, plan } = find(collection, { query, sort: [], skip: 0, limit })
    this.#report(collection, query, plan)
    return found
  }

  /** Computes changes until no transaction holds what they touch. */
  async #waitFor(compute: () => Change[]): Promise<Change[]> {
    for (;;) {
      const changes = compute()
      const holder = this.#holderOf(changes)
      if (holder === undefined) return changes
      await this.#locks.released(holder)
    }
  }

  #holderOf(changes: readonly Change[]): Transaction | undefined {
    for (const change of changes) {
      const { collection, id } = change
      const names = [documentLock(collection, id), ...uniqueLocks(collection.keyChanges(change))]
      for (const name of names) {
        const holder = this.#locks.holder(name)
        if (holder !== undefined) return holder
      }
    }
    return undefined
  }

  async #applyEach(changes: readonly Change[]): Promise<void> {
    try {
      for (const change of changes) {
        refuseDuplicate(change)
        this.#writer.apply([change])
      }
    } finally {
      await this.#queue.durable()
    }
  }
}

function changeOf(collection: Collection, found: Found, after: Doc | undefined): Change {
  const { seq, text, doc } = found
  return { collection, id: idKey(idOf(doc)), before: { seq, text, doc }, after }
}

/** Throws if a change would give a unique key to a second document. */
function refuseDuplicate(change: Change): void {
  const { collection, id, before, after } = change
  if (after === undefined) return
  if (before === undefined && collection.get(id) !== undefined)
    throw collection.duplicate('_id_', after)
  for (const { index, added } of collection.keyChanges(change)) {
    if (!index.unique) continue
    for (const key of added) {
      if (index.holder(key) !== undefined) throw collection.duplicate(index.spec, after)
    }
  }
}

/** The fields that a query pins by equality, with which an upsert begins. */
function pinnedFields(query: Doc): Doc {
  const pinned: Doc = {}
  for (const [path, condition] of Object.entries(query)) {
    if (path.startsWith('$') || path.includes('.') || condition instanceof RegExp) continue
    const value = isOperators(condition) ? fieldOf(condition, '$eq') : condition
    if (value !== undefined) pinned[path] = value
  }
  return pinned
}

/** The stored version of a document together with its parsed form. */
export function parsed(stored: { seq: number; text: string }) {
  return { ...stored, doc: parseStored(stored.text) }
}
