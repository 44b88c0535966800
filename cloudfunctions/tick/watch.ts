import { dayMs } from '../_kit/clock'
import { db } from '../_kit/db'
import type { TimerDocument } from '../_kit/documents/health'
import { alertEntries } from '../_kit/health/alert-entries'
import { dueAlerts } from '../_kit/health/due-alerts'
import { longestSilenceMs, readLevels } from '../_kit/health/levels'
import { runFresh } from '../_kit/outbox/run'
import type { Run } from '../_kit/outbox/run'
import { listOldHealth } from '../_kit/repos/health'
import { transaction } from '../_kit/transaction'
import { batchSize } from './batch-size'

/** How a run ended: which chores failed, and where those go on whose time was over. */
export type LastRun = Required<Pick<TimerDocument, 'failed' | 'places'>>

/** Counts are kept for a week. */
const countsMs = 7 * dayMs

/**
 * Notes that the timer runs, and tells the owner what got worse, also that the timer was silent until
 * now. Of two timers at the same time only one tells. Answers how the last run ended.
 */
export async function watch(run: Run): Promise<LastRun> {
  const before = await db.timers.get('tick')
  const silenceMs = before ? run.now - before.lastRunAt : 0
  const levels = await readLevels(run.now, silenceMs)
  const { due, told } = dueAlerts(levels, before?.told ?? {}, run.now)
  const entries = await alertEntries(due, levels, run.now)
  const isMine = await transaction(async (tx) => {
    const current = await tx.timers.get('tick')
    if (current?.lastRunAt !== before?.lastRunAt) return false
    const silence =
      silenceMs > longestSilenceMs ? { until: run.now, ms: silenceMs } : before?.silence
    await tx.timers.put({
      _id: 'tick',
      lastRunAt: run.now,
      failed: current?.failed ?? [],
      places: current?.places ?? [],
      told,
      ...(silence ? { silence } : {}),
    })
    if (entries.length > 0) await tx.outbox.insert(...entries)
    return true
  })
  if (isMine) await runFresh(entries, run)
  await db.health.removeMany(await listOldHealth(run.now - countsMs, batchSize))
  return { failed: before?.failed ?? [], places: before?.places ?? [] }
}

/** Notes how this run ended, when it is not as the one before. */
export async function noteEnd(end: LastRun, before: LastRun): Promise<void> {
  if (JSON.stringify(end) !== JSON.stringify(before)) await db.timers.updateIf('tick', {}, end)
}
