import { command } from '../cloud'
import { db } from '../db'
import type { ActionCounts } from '../documents/health'
import type { Counts } from './counters'

const hourMs = 3_600_000

/** Adds counts to those of all instances in this hour: one call, two for the first of the hour. */
export async function writeCounts(counts: Counts, at: number): Promise<void> {
  for (const [name, actions] of Object.entries(byFunction(counts))) {
    const hourAt = at - (at % hourMs)
    const _id = `${hourAt}:${name}`
    const added = { actions: increments(actions) }
    if (await db.health.updateIf(_id, {}, added)) continue
    try {
      await db.health.insert({ _id, function: name, hourAt, actions })
    } catch (error) {
      // Another instance was the first in this hour.
      if (!(await db.health.updateIf(_id, {}, added))) throw error
    }
  }
}

/** `order.place` counts as `place` of `order`, a platform function's work as its `run`. */
function byFunction(counts: Counts): Record<string, Record<string, ActionCounts>> {
  const functions: Record<string, Record<string, ActionCounts>> = {}
  for (const [action, counted] of Object.entries(counts)) {
    const [name = '', verb = 'run'] = action.split('.')
    functions[name] = { ...functions[name], [verb]: counted }
  }
  return functions
}

const increments = (actions: Record<string, ActionCounts>) =>
  Object.fromEntries(
    Object.entries(actions).map(([verb, counts]) => [
      verb,
      Object.fromEntries(Object.entries(counts).map(([what, by]) => [what, command.inc(by)])),
    ]),
  )
