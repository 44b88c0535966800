import { now } from '../clock'
import { logWarning } from '../log'
import { Counters } from './counters'
import type { Counted, Counts } from './counters'
import { writeCounts } from './write-counts'

const counters = new Counters()

/**
 * Writes down what this instance has counted, when it is time; beside the work of an invocation,
 * which does not wait for it.
 */
export function writeDownIfDue(): void {
  const clock = performance.now()
  if (counters.isDue(clock)) void write(counters.take(clock))
}

/**
 * Counts an invocation that is over. Only one that ended by a mistake may wait for the counts to be
 * written: its instance may be the next to end.
 */
export async function record(counted: Counted): Promise<void> {
  const clock = performance.now()
  counters.count(counted, clock)
  if (counted.outcome === 'INTERNAL' && counters.isDue(clock)) await write(counters.take(clock))
}

/** Counts are worth no failure: what cannot be written is told to the log and forgotten. */
async function write(counts: Counts): Promise<void> {
  try {
    await writeCounts(counts, now())
  } catch (error) {
    logWarning('countsNotWritten', { error: String(error) })
  }
}
