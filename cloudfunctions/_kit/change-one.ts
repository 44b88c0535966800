import type { Change, Where } from './collection'
import type { KeepsKeys } from './documents/keeps-keys'
import { Refusal, invalidInput } from './failure'
import { intentionHash } from './once'
import type { Intention } from './once'
import { isIdTaken, pauseBefore } from './transaction'

/** What a change decides; the rest is kept by `changeOne`. */
export type Content<T extends KeepsKeys> = Omit<T, keyof KeepsKeys>

/** The part of a collection that is needed. */
export interface OneByOne<T extends KeepsKeys> {
  get(id: string): Promise<T | undefined>
  insert(document: T): Promise<void>
  updateIf(id: string, condition: Where<T>, change: Change<T>): Promise<boolean>
}

/** A person repeats what was just done; nobody comes back to a key of twenty changes ago. */
const mostKeys = 20
/** Only the phones of one member want the same document. */
const mostAttempts = 20

/**
 * Changes one document in a single conditional write, which keeps the once-key with it: three
 * calls to the database fewer than a transaction takes. A repeat changes nothing and is given the
 * document as it is now. `change` may run again when somebody else was faster; whatever it throws
 * leaves everything as it was.
 */
export async function changeOne<T extends KeepsKeys>(
  collection: OneByOne<T>,
  id: string,
  intention: Intention,
  change: (before: T | undefined) => Promise<Content<T>>,
): Promise<T> {
  const { key } = intention
  const hash = intentionHash(intention)
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const before = await collection.get(id)
    const done = before?.onceKeys?.find((kept) => kept.key === key)
    if (done && done.hash !== hash) throw invalidInput({ path: 'once', reason: 'reused' })
    if (before && done) return before
    const after = {
      ...(await change(before)),
      version: (before?.version ?? 0) + 1,
      onceKeys: [...(before?.onceKeys ?? []), { key, hash }].slice(-mostKeys),
    }
    if (await write(collection, id, before, after)) return { _id: id, ...after } as unknown as T
    await pauseBefore(attempt)
  }
  throw new Refusal('RATE_LIMITED')
}

/** False when somebody else was faster. */
async function write<T extends KeepsKeys>(
  collection: OneByOne<T>,
  id: string,
  before: T | undefined,
  after: Content<T> & Omit<KeepsKeys, '_id'>,
): Promise<boolean> {
  if (before)
    // Null finds a document that was made before versions were counted, too.
    return collection.updateIf(
      id,
      { version: before.version ?? null } as Where<T>,
      after as unknown as Change<T>,
    )
  try {
    await collection.insert({ _id: id, ...after } as unknown as T)
    return true
  } catch (error) {
    if (isIdTaken(error)) return false
    throw error
  }
}
