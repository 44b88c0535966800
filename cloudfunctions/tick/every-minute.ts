import { logError } from '../_kit/log'
import type { Run } from '../_kit/outbox/run'
import type { PlatformHandler } from '../_kit/platform'
import { batchSize } from './batch-size'
import { checkPayments } from './check-payments'
import { clean } from './clean'
import { drainOutbox } from './drain-outbox'
import { expireOrders } from './expire-orders'
import { receiveOrders } from './receive-orders'

/** Takes up to `batchSize` documents that are due and says how many it took. */
type Chore = (run: Run) => Promise<number>

/** In this order: closing a payment may find that it is paid, which is then confirmed. */
const chores: readonly (readonly [name: string, chore: Chore])[] = [
  ['expireOrders', expireOrders],
  ['drainOutbox', drainOutbox],
  ['checkPayments', checkPayments],
  ['receiveOrders', receiveOrders],
  ['clean', clean],
]

/** Each chore gets this long; what is left is done a minute later. */
const longestMs = 3_000

/** Everything that is due. A chore that fails does not keep the others from running. */
export const everyMinute: PlatformHandler<Record<string, number>> = async (_event, run) => {
  const counts: Record<string, number> = {}
  const failures: unknown[] = []
  for (const [name, chore] of chores)
    try {
      counts[name] = await inBatches(chore, run)
    } catch (error) {
      logError('choreFailed', error, { chore: name })
      failures.push(error)
    }
  if (failures.length > 0) throw new AggregateError(failures, 'chores failed')
  return counts
}

async function inBatches(chore: Chore, run: Run): Promise<number> {
  const startedAt = performance.now()
  let total = 0
  for (;;) {
    const taken = await chore(run)
    total += taken
    if (taken < batchSize || performance.now() - startedAt > longestMs) return total
  }
}
