import { idOf, type Collection, type KeyedChange } from './collection'
import type { CommitQueue } from './commit-queue'
import { find } from './find'
import { idKey } from './key-encoding'
import type { Locks } from './locks'
import { compileQuery } from './matcher'
import { isOperators } from './operators'
import { equalValues } from './order'
import type { Transaction } from './transactions'
import type { Update } from './update'
import { fieldOf, type Doc, type Value } from './value'
import { Found, type QueryPlan } from './walk'
import { soleId } from './wire-request'
import { documentLock, uniqueLocks, type Writer } from './writer'

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
    const changes = docs.map((after) => insertion(collection, after))
    await this.#apply(() => changes)
  }

  async modify(collection: Collection, modification: Modification): Promise<Modified> {
    const { query, multi, upsert } = modification
    const matches = compileQuery(query)
    let latest: Doc | undefined
    let upserted = false
    const changes = await this.#apply(() => {
      const found = this.#matches(collection, query, multi)
      upserted = upsert && found.length === 0
      if (upserted) {
        latest = modification.update(pinnedFields(query), matches)
        return [insertion(collection, latest)]
      }
      return found.flatMap((row) => {
        latest = modification.update(row.doc, matches)
        return equalValues(row.doc, latest) ? [] : [changeOf(collection, row, latest)]
      })
    })
    if (upserted && latest !== undefined)
      return { updated: 0, upsertedId: idOf(latest), doc: latest }
    return { updated: changes.length, doc: latest }
  }

  async remove(collection: Collection, query: Doc, multi: boolean): Promise<number> {
    const changes = await this.#apply(() =>
      this.#matches(collection, query, multi).map((found) =>
        changeOf(collection, found, undefined),
      ),
    )
    return changes.length
  }

  #matches(collection: Collection, query: Doc, multi: boolean): Found[] {
    const id = soleId(query)
    if (id !== undefined) {
      const stored = collection.get(idKey(id))
      return stored === undefined ? [] : [new Found(stored.seq, stored.text)]
    }
    const limit = multi ? Infinity : 1
    const { found, plan } = find(collection, { query, sort: [], skip: 0, limit })
    this.#report(collection, query, plan)
    return found
  }

  /**
   * Computes changes until no transaction holds what they touch, and writes them in the same turn
   * of the event loop, so that nobody comes between.
   */
  async #apply(compute: () => KeyedChange[]): Promise<KeyedChange[]> {
    for (;;) {
      const changes = compute()
      const holder = this.#holderOf(changes)
      if (holder === undefined) {
        await this.#write(changes)
        return changes
      }
      await this.#locks.released(holder)
    }
  }

  #holderOf(changes: readonly KeyedChange[]): Transaction | undefined {
    if (this.#locks.isEmpty) return undefined
    for (const change of changes) {
      for (const name of [documentLock(change.collection, change.id), ...uniqueLocks(change)]) {
        const holder = this.#locks.holder(name)
        if (holder !== undefined) return holder
      }
    }
    return undefined
  }

  async #write(changes: readonly KeyedChange[]): Promise<void> {
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

function insertion(collection: Collection, after: Doc): KeyedChange {
  return collection.withKeys({ collection, id: idKey(idOf(after)), before: undefined, after })
}

function changeOf(collection: Collection, found: Found, after: Doc | undefined): KeyedChange {
  const { seq, text, doc } = found
  const before = { seq, text, doc }
  return collection.withKeys({ collection, id: idKey(idOf(doc)), before, after })
}

/** Throws if a change would give a key to a second document. */
function refuseDuplicate({ collection, id, before, after, keys }: KeyedChange): void {
  if (after === undefined) return
  if (before === undefined && collection.get(id) !== undefined)
    throw collection.duplicate('_id_', after)
  for (const { index, added } of keys) {
    if (index.unique && added.some((key) => index.holder(key) !== undefined))
      throw collection.duplicate(index.spec, after)
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
