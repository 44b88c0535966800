import { runDue } from '../_kit/outbox/run'
import type { Run } from '../_kit/outbox/run'
import { setAsideWaiting } from '../_kit/outbox/waiting-messages'
import { listDueEntries } from '../_kit/repos/outbox'
import { batchSize } from './batch-size'

/** Does what is due; messages that still wait for a credit are put off together. */
export async function drainOutbox(run: Run): Promise<number> {
  const entries = await listDueEntries(run.now, batchSize)
  await runDue(await setAsideWaiting(entries, run.now), run)
  return entries.length
}
