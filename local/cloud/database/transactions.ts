import { randomUUID } from 'node:crypto'
import { clearTimeout, setTimeout } from 'node:timers'
import type { Collection, KeyedChange } from './collection'
import type { CommitQueue } from './commit-queue'
import { parseStored } from './ejson'
import type { History } from './history'
import type { IndexTable } from './index-table'
import type { Locks } from './locks'
import type { Doc } from './value'
import { WireError } from './wire-error'
import { documentLock, uniqueLocks, type Writer } from './writer'

/** A transaction under way: its writes so far, invisible to everyone else. */
export interface Transaction {
  readonly id: string
  /** Who began it; an invocation that ends takes its transactions with it. */
  readonly owner: string
  readonly changes: Map<string, KeyedChange>
  readonly timer: NodeJS.Timeout
}

/** How long a transaction may stay open, in real milliseconds, as in the cloud. */
export const transactionLimitMs = 30_000

/**
 * Transactions with snapshot isolation on documents by id: a transaction sees the state at its
 * first operation plus its own writes, and fails at once when it writes what another has written.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>()
  /** Those that failed by themselves: their callers may still roll them back. */
  readonly #failed = new Set<string>()
  readonly #writer: Writer
  readonly #queue: CommitQueue
  readonly #history: History
  readonly #locks: Locks<Transaction>
  readonly #limitMs: number

  constructor(
    writer: Writer,
    queue: CommitQueue,
    history: History,
    locks: Locks<Transaction>,
    limitMs: number,
  ) {
    this.#writer = writer
    this.#queue = queue
    this.#history = history
    this.#locks = locks
    this.#limitMs = limitMs
  }

  begin(owner: string): string {
    const id = randomUUID()
    const timer = setTimeout(() => this.#fail(id), this.#limitMs)
    timer.unref()
    this.#open.set(id, { id, owner, changes: new Map(), timer })
    return id
  }

  /** The text of a document as the transaction sees it. */
  read(id: string, collection: Collection, key: Buffer): string | undefined {
    const transaction = this.#get(id)
    const name = documentLock(collection, key)
    const own = transaction.changes.get(name)
    if (own !== undefined) return own.text
    const past = this.#history.seenBy(transaction, name)
    return (past === undefined ? collection.get(key) : past.before)?.text
  }

  /**
   * Writes one document: `change` is given what the transaction sees and returns what is to be
   * there. Throws DATABASE_TRANSACTION_CONFLICT where another transaction was faster. Whatever is
   * thrown ends the transaction, as MongoDB ends it.
   */
  write(
    id: string,
    collection: Collection,
    key: Buffer,
    change: (current: Doc | undefined) => Doc | undefined,
  ): void {
    const transaction = this.#get(id)
    try {
      this.#write(transaction, collection, key, change)
    } catch (error) {
      this.#fail(id)
      throw error
    }
  }

  /** Makes the writes visible and lasting, all of them. */
  async commit(id: string): Promise<void> {
    const transaction = this.#get(id)
    this.#end(transaction)
    this.#writer.apply([...transaction.changes.values()].filter(isChange))
    await this.#queue.durable()
  }

  abort(id: string): void {
    if (this.#failed.delete(id)) return
    this.#end(this.#get(id))
  }

  /** Ends the transactions that an owner left open; returns how many there were. */
  abortAllOf(owner: string): number {
    const left = [...this.#open.values()].filter((transaction) => transaction.owner === owner)
    for (const transaction of left) this.#end(transaction)
    return left.length
  }

  /** Ends all of them, because what they have seen no longer holds. */
  abortAll(): void {
    for (const id of [...this.#open.keys()]) this.#fail(id)
  }

  #get(id: string): Transaction {
    const transaction = this.#open.get(id)
    if (transaction !== undefined) {
      if (!this.#history.isPinned(transaction)) this.#history.pin(transaction)
      return transaction
    }
    throw new WireError(
      'DATABASE_TRANSACTION_FAIL',
      `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ` +
        `transaction must be commit or abort in ${this.#limitMs / 1000} seconds. ` +
        `TransactionId: ${id}`,
    )
  }

  #write(
    transaction: Transaction,
    collection: Collection,
    key: Buffer,
    change: (current: Doc | undefined) => Doc | undefined,
  ): void {
    const name = documentLock(collection, key)
    this.#refuseConflict(transaction, name)
    if (this.#history.seenBy(transaction, name) !== undefined) throw conflict()
    const own = transaction.changes.get(name)
    const stored = own === undefined ? collection.get(key) : undefined
    const before = own?.before ?? (stored && { ...stored, doc: parseStored(stored.text) })
    const after = change(own === undefined ? before?.doc : own.after)
    if (own === undefined && before === undefined && after === undefined) return
    const next = collection.withKeys({ collection, id: key, before, after })
    const unique = uniqueLocks(next)
    for (const lock of unique) this.#refuseConflict(transaction, lock)
    this.#refuseDuplicate(transaction, next)
    for (const lock of [name, ...unique]) this.#locks.take(lock, transaction)
    transaction.changes.set(name, next)
  }

  #refuseConflict(transaction: Transaction, lock: string): void {
    const holder = this.#locks.holder(lock)
    if (holder !== undefined && holder !== transaction) throw conflict()
  }

  #refuseDuplicate(transaction: Transaction, next: KeyedChange): void {
    for (const { index, added } of next.keys) {
      if (!index.unique) continue
      for (const key of added) {
        if (this.#isTaken(transaction, next, index, key))
          throw next.collection.duplicate(index.spec, next.after as Doc)
      }
    }
  }

  /** True if another document has the key, in the tables or among the transaction's own writes. */
  #isTaken(transaction: Transaction, next: KeyedChange, index: IndexTable, key: Buffer): boolean {
    const holder = index.holder(key)
    let freed = false
    for (const own of transaction.changes.values()) {
      if (own.collection !== next.collection || own.id.equals(next.id)) continue
      const has =
        own.after !== undefined && index.keysOf(own.after).some((other) => other.equals(key))
      if (has) return true
      if (own.before?.seq === holder) freed = true
    }
    return holder !== undefined && !freed && holder !== next.before?.seq
  }

  #fail(id: string): void {
    const transaction = this.#open.get(id)
    if (transaction === undefined) return
    this.#end(transaction)
    this.#failed.add(id)
    setTimeout(() => this.#failed.delete(id), this.#limitMs).unref()
  }

  #end(transaction: Transaction): void {
    clearTimeout(transaction.timer)
    this.#open.delete(transaction.id)
    this.#history.unpin(transaction)
    this.#locks.release(transaction)
  }
}

/** False for a document that was made and removed again. */
function isChange({ before, after }: KeyedChange): boolean {
  return before !== undefined || after !== undefined
}

function conflict(): WireError {
  return new WireError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated ' +
      'by others. Please check your transaction code.',
  )
}
