import { logError } from '../_kit/log'
import type { Run } from '../_kit/outbox/run'
import type { PlatformHandler } from '../_kit/platform'
import { batchSize } from './batch-size'
import { checkMoney } from './check-money'
import { checkPayments } from './check-payments'
import type { Chore } from './chore'
import { clean } from './clean'
import { closeGroups } from './close-groups'
import { drainOutbox } from './drain-outbox'
import { expireOrders } from './expire-orders'
import { moveAfterSales } from './move-after-sales'
import { receiveOrders } from './receive-orders'
import { tidyPictures } from './tidy-pictures'
import { noteEnd, watch } from './watch'
import type { LastRun } from './watch'

/** Takes up to `batchSize` documents that are due and says how many it took. */
type Batch = (run: Run) => Promise<number>

const inBatches =
  (batch: Batch): Chore =>
  async (run) => {
    let total = 0
    for (;;) {
      const taken = await batch(run)
      total += taken
      if (taken < batchSize || run.isOver()) return total
    }
  }

/** In this order: closing a payment may find that it is paid, which is then confirmed. */
const chores: readonly (readonly [name: string, chore: Chore])[] = [
  ['expireOrders', expireOrders],
  ['drainOutbox', inBatches(drainOutbox)],
  ['checkPayments', inBatches(checkPayments)],
  ['closeGroups', closeGroups],
  ['receiveOrders', receiveOrders],
  ['moveAfterSales', moveAfterSales],
  ['checkMoney', inBatches(checkMoney)],
  ['clean', inBatches(clean)],
  ['tidyPictures', tidyPictures],
]

/** All of them together get this long: the platform ends the function at 20 seconds. */
const longestMs = 15_000
/** One chore gets this long at most, also inside of a batch; what is left is done a minute later. */
const longestChoreMs = 3_000

/** Everything that is due. A chore that fails does not keep the others from running. */
export const everyMinute: PlatformHandler<Record<string, number>> = async (_event, run) => {
  const endsAt = performance.now() + longestMs
  const counts: Record<string, number> = {}
  const failures = new Map<string, unknown>()
  let before: LastRun = { failed: [], places: [] }
  // First of all: a minute with too much to do for one run is no silence.
  try {
    before = await watch(run)
  } catch (error) {
    logError('choreFailed', error, { chore: 'watch' })
    failures.set('watch', error)
  }
  const places = new Map(before.places.map(({ what, after }) => [what, after]))
  for (const [index, [name, chore]] of chores.entries())
    try {
      const isOver = shareOf(endsAt, chores.length - index)
      counts[name] = await chore({ ...run, isOver, places })
    } catch (error) {
      logError('choreFailed', error, { chore: name })
      failures.set(name, error)
    }
  await noteEnd(
    {
      failed: [...failures.keys()],
      places: Array.from(places, ([what, after]) => ({ what, after })),
    },
    before,
  )
  if (failures.size > 0) throw new AggregateError([...failures.values()], 'chores failed')
  return counts
}

/** Whether the time is over for the next of so many chores: what is left is shared. */
function shareOf(endsAt: number, chores: number): () => boolean {
  const now = performance.now()
  const until = now + Math.min(longestChoreMs, (endsAt - now) / chores)
  return () => performance.now() > until
}
