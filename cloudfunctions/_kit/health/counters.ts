import { minuteMs } from '../clock'
import type { ActionCounts } from '../documents/health'
import { bucketOf } from './buckets'

/** One invocation that is over. */
export interface Counted {
  action: string
  outcome: string
  durationMs: number
  isCold: boolean
}

/** Counts of several actions, by the action's name. */
export type Counts = Readonly<Record<string, ActionCounts>>

/** How long an instance keeps its counts before it writes them down. */
const keepMs = minuteMs
/** Mistakes are written down at once, but not a storm of them one by one. */
const keepErrorsMs = 10_000

/**
 * Counts invocations in the memory of this instance, so that counting costs no call. What an
 * instance has counted in its last minute is lost when it ends; its errors are mostly not.
 */
export class Counters {
  private counts: Record<string, ActionCounts> = {}
  private writtenAt = -Infinity
  private begunAt: number | undefined

  count({ action, outcome, durationMs, isCold }: Counted, clock: number): void {
    this.begunAt ??= clock
    const counts = (this.counts[action] ??= { calls: 0, errors: 0, refused: 0, cold: 0 })
    counts.calls += 1
    if (outcome === 'INTERNAL') counts.errors += 1
    else if (outcome !== 'ok') counts.refused += 1
    if (isCold) counts.cold += 1
    const bucket = bucketOf(durationMs)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }

  /** Whether it is time to write down: a minute after the first, or soon after a mistake. */
  isDue(clock: number): boolean {
    if (this.begunAt === undefined) return false
    if (clock - this.begunAt >= keepMs) return true
    const hasErrors = Object.values(this.counts).some(({ errors }) => errors > 0)
    return hasErrors && clock - this.writtenAt >= keepErrorsMs
  }

  /** Hands over what was counted and begins anew. */
  take(clock: number): Counts {
    const taken = this.counts
    this.counts = {}
    this.begunAt = undefined
    this.writtenAt = clock
    return taken
  }
}
