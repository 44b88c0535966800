import { canonicalJson, hashText } from '../../shared/domain/hash'
import { db } from './db'
import { invalidInput } from './failure'
import type { Transaction } from './transaction'

/** One intention of a person: what a once-key stands for. */
export interface Intention {
  memberId: string
  key: string
  action: string
  input: unknown
}

const idOf = ({ memberId, key }: Intention) => `once:${memberId}:${key}`
const hashOf = ({ input }: Intention) => hashText(canonicalJson(input))

/** Tells one intention from another that has the same key by mistake. */
export const intentionHash = ({ action, input }: Intention): string =>
  hashText(canonicalJson({ action, input }))

/**
 * Keeps the answer under the once-key, in the transaction that does the work: the same key can
 * never commit a second time, because its id is taken. It is written last, and looked up with
 * `answerBefore` only when something went wrong, which spares the usual case a read.
 */
export const rememberAnswer = (
  tx: Transaction,
  intention: Intention,
  answer: unknown,
  at: number,
): Promise<void> =>
  tx.once.insert({
    _id: idOf(intention),
    action: intention.action,
    inputHash: hashOf(intention),
    answer: JSON.stringify(answer),
    createdAt: at,
  })

/**
 * What the key was answered with the first time, undefined when it is new. The same key for
 * something else is a mistake of the caller's: INVALID_INPUT.
 */
export async function answerBefore(intention: Intention): Promise<{ answer: unknown } | undefined> {
  const kept = await db.once.get(idOf(intention))
  if (!kept) return undefined
  if (kept.action !== intention.action || kept.inputHash !== hashOf(intention))
    throw invalidInput({ path: 'once', reason: 'reused' })
  return { answer: JSON.parse(kept.answer) as unknown }
}
