import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { errCodeOf, rawDatabase } from './cloud'
import type { RawTransaction } from './cloud'
import type { RawCollection } from './cloud'
import type { Change } from './collection'
import { collectionsByName } from './collections'
import type { CollectionName } from './collections'
import type { CollectionDefinition, Document } from './collections/define'
import { Refusal } from './failure'
import { logError, logWarning } from './log'

/** Documents of one collection inside a transaction: by id only, anything else runs outside. */
interface TransactionCollection<T extends Document> {
  get(id: string): Promise<T | undefined>
  /** Adds documents in one call; an id that is taken fails the transaction. */
  insert(...documents: T[]): Promise<void>
  /** Replaces the document, or adds it. */
  put(document: T): Promise<void>
  /** Changes the document; false when it is not there. */
  update(id: string, change: Change<T>): Promise<boolean>
}

type DocumentOf<K extends CollectionName> =
  (typeof collectionsByName)[K] extends CollectionDefinition<infer T, infer _Index> ? T : never

/** Every collection inside one attempt of a transaction: `tx.orders.get(id)`. */
export type Transaction = {
  readonly [K in CollectionName]: TransactionCollection<DocumentOf<K>>
}

class Attempt {
  constructor(readonly raw: RawTransaction) {}
}
for (const name of Object.keys(collectionsByName))
  Object.defineProperty(Attempt.prototype, name, {
    get(this: Attempt) {
      return inside(this.raw.collection(name))
    },
  })

const inside = <T extends Document>(collection: RawCollection): TransactionCollection<T> => ({
  get: async (id) => ((await collection.doc(id).get()).data as T | null) ?? undefined,
  insert: async (...documents) => {
    await collection.add({ data: documents.length === 1 ? documents[0]! : documents })
  },
  put: async ({ _id, ...fields }) => {
    await collection.doc(_id).set({ data: fields })
  },
  update: async (id, change) =>
    (await collection.doc(id).update({ data: change })).stats.updated > 0,
})

/** How a transaction is tried again when another one was in its way. */
export interface Retry {
  attempts?: number
  ms?: number
  /** Runs before each further attempt, outside of it; it may refuse what has become pointless. */
  before?: () => Promise<void>
}

/**
 * Waits before a further attempt. Many who want the same document come back at random moments:
 * soon at first, then rarely enough that two hundred of them do not keep each other from it.
 */
export const pauseBefore = (attempt: number): Promise<void> =>
  wait(randomInt(1, Math.min(1_500, 12 * 2 ** Math.min(attempt, 7))))

/**
 * Runs `run` in a transaction and commits it. A conflict runs it again, so it must take the time
 * and new ids from outside and do nothing that cannot be undone. A refusal rolls back. When others
 * were in the way all the time, RATE_LIMITED: nothing was changed, trying later is right.
 */
export async function transaction<T>(
  run: (tx: Transaction) => Promise<T>,
  { attempts = 100, ms = 12_000, before }: Retry = {},
): Promise<T> {
  const startedAt = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(run)
    } catch (error) {
      if (!isConflict(error)) throw error
      if (attempt >= attempts || performance.now() - startedAt > ms) {
        logError('transactionGaveUp', error, { attempt })
        throw new Refusal('RATE_LIMITED')
      }
    }
    await pauseBefore(attempt)
    await before?.()
  }
}

async function attemptOnce<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
  const raw = await rawDatabase.startTransaction()
  try {
    const result = await run(new Attempt(raw) as unknown as Transaction)
    await raw.commit()
    return result
  } catch (error) {
    // Also after a commit that failed on its way: an open transaction keeps its locks for 30 s.
    // Only the server's own word for a conflict means that it has ended the transaction itself.
    if (!/TransactionConflict|WriteConflict/.test(textOf(error))) await rollBack(raw)
    throw error
  }
}

async function rollBack(raw: RawTransaction): Promise<void> {
  try {
    await raw.rollback()
  } catch (error) {
    // The server has mostly ended it by itself; the error that led here is the one to tell.
    logWarning('rollback', { error: textOf(error) })
  }
}

const systemError = -501001

/**
 * A conflict inside a transaction comes as the SDK's general system error without a code; at
 * commit as the raw answer with one. An id that is taken is none: it stays taken.
 */
export function isConflict(error: unknown): boolean {
  const text = textOf(error)
  if (error instanceof Refusal || isIdTaken(error)) return false
  const code = (error as { code?: unknown } | null)?.code
  return (
    errCodeOf(error) === systemError ||
    (typeof code === 'string' && code.startsWith('DATABASE_TRANSACTION')) ||
    /conflict/i.test(text)
  )
}

/** Whether a document could not be added because there is one with its id. */
export const isIdTaken = (error: unknown): boolean => /E11000|duplicate key/i.test(textOf(error))

function textOf(error: unknown): string {
  if (error instanceof Error) return error.message
  return typeof error === 'string' ? error : JSON.stringify(error)
}
