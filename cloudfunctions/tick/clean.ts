import { dayMs } from '../_kit/clock'
import { db } from '../_kit/db'
import type { Run } from '../_kit/outbox/run'
import { listOldOnceKeys } from '../_kit/repos/once'
import { listOldEntries } from '../_kit/repos/outbox'
import { batchSize } from './batch-size'

/** Nobody repeats an intention after a week. */
const onceKeysMs = 7 * dayMs
/** Long enough to answer a customer who asks what was sent. */
const entriesMs = 90 * dayMs

/** Removes once-keys and outbox entries that are of no use any more. */
export async function clean({ now }: Run): Promise<number> {
  const keys = await listOldOnceKeys(now - onceKeysMs, batchSize)
  await db.once.removeMany(keys)
  let removed = keys.length
  for (const state of ['done', 'expired'] as const) {
    const entries = await listOldEntries(state, now - entriesMs, batchSize)
    await db.outbox.removeMany(entries)
    removed += entries.length
  }
  return removed
}
