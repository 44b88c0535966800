import type { Catalog } from './catalog'
import type { Collection, KeyedChange } from './collection'
import type { CommitQueue } from './commit-queue'
import { parseStored } from './ejson'
import type { History } from './history'
import type { Doc } from './value'

/** A change that is on disk, as listeners hear of it. */
interface CommittedChange {
  collection: string
  before: Doc | undefined
  after: Doc | undefined
}

/** Hears of every change, in order, once it is on disk. */
export type ChangeListener = (changes: readonly CommittedChange[]) => void

/** Brings changes into the tables, all or none, and keeps what snapshots still need. */
export class Writer {
  readonly #catalog: Catalog
  readonly #queue: CommitQueue
  readonly #history: History
  readonly #listeners = new Set<ChangeListener>()

  constructor(catalog: Catalog, queue: CommitQueue, history: History) {
    this.#catalog = catalog
    this.#queue = queue
    this.#history = history
  }

  /** Returns a function that ends the listening. */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Writes changes that were found to keep the unique indexes unique. */
  apply(changes: readonly KeyedChange[]): void {
    if (changes.length === 0) return
    this.#queue.write(() => {
      this.#history.advance()
      // A key that moves from one document to another has to be free before it is taken.
      for (const change of changes) removeKeys(change)
      for (const change of changes) {
        const { collection, id, before, keys } = change
        this.#history.record(documentLock(collection, id), before)
        const seq = writeDocument(change)
        for (const { index, added, arrays } of keys) {
          for (const path of arrays) this.#catalog.markMultikey(index, path)
          for (const key of added) index.add(key, seq)
        }
      }
    })
    this.#announce(changes)
  }

  #announce(changes: readonly KeyedChange[]): void {
    if (this.#listeners.size === 0) return
    const committed = changes.map(({ collection, before, after }) => ({
      collection: collection.name,
      before: before && parseStored(before.text),
      after,
    }))
    this.#queue.afterCommit(() => {
      for (const listener of this.#listeners) listener(committed)
    })
  }
}

function removeKeys({ before, keys }: KeyedChange): void {
  if (before === undefined) return
  for (const { index, removed } of keys) {
    for (const key of removed) index.remove(key, before.seq)
  }
}

function writeDocument({ collection, id, before, text }: KeyedChange): number {
  const { documents } = collection
  if (text === undefined) {
    if (before !== undefined) documents.remove(before.seq)
    return before?.seq ?? -1
  }
  if (before === undefined) return documents.insert(id, text)
  documents.update(before.seq, text)
  return before.seq
}

/** The name of the lock on a document. */
export function documentLock(collection: Collection, id: Buffer): string {
  return `${collection.documents.table}:${id.toString('latin1')}`
}

/** The names of the locks on the keys of unique indexes that a change touches. */
export function uniqueLocks({ keys }: KeyedChange): string[] {
  return keys
    .filter(({ index }) => index.unique)
    .flatMap(({ index, removed, added }) =>
      [...removed, ...added].map((key) => `${index.table}:${key.toString('latin1')}`),
    )
}
