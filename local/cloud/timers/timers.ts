import type { Clock, DueWork } from '../clock'
import type { Functions } from '../functions/functions'
import type { Service } from '../service'
import type { StateFile } from '../state/state-file'
import { CronError, parseCron } from './cron'
import type { Schedule } from './cron'

interface TimerState {
  readonly functionName: string
  readonly trigger: string
  readonly cron: string
  readonly lastRunAt?: number
  readonly nextRunAt?: number
}

export interface Timers extends Service {
  readonly work: DueWork
  list(): TimerState[]
  /** Plans anew from the clock as it is now. */
  restore(): void
}

interface Timer {
  readonly key: string
  readonly functionName: string
  readonly trigger: string
  readonly cron: string
  readonly schedule: Schedule
  nextRunAt: number | undefined
  /** The runs of a long move of the clock; empty in ordinary time. */
  planned: number[]
}

/** When the clock is moved far, a trigger runs at most this often; the last due run is among them. */
const MOST_RUNS_A_MOVE = 50

/**
 * Runs the triggers of the functions' `config.json` on the movable clock. A trigger that became due
 * while the local cloud was stopped runs once after the start, as late as it is.
 */
export function createTimers(
  state: StateFile,
  clock: Clock,
  functions: Functions,
  log: (line: string) => void,
): Timers {
  const lastRuns = state.table<number>('timers')
  const timers = new Map<string, Timer>()
  const complained = new Set<string>()

  /** Takes over what `config.json` says now; a trigger whose cron is unchanged keeps its plan. */
  const refresh = () => {
    const seen = new Set<string>()
    for (const functionName of functions.names()) {
      for (const { name, config } of triggersOf(functionName)) {
        const key = `${functionName}/${name}`
        seen.add(key)
        if (timers.get(key)?.cron === config) continue
        const schedule = scheduleOf(key, config)
        if (!schedule) continue
        timers.set(key, {
          key,
          functionName,
          trigger: name,
          cron: config,
          schedule,
          nextRunAt: schedule.next(clock.now()),
          planned: [],
        })
      }
    }
    for (const key of timers.keys()) if (!seen.has(key)) timers.delete(key)
  }

  const complainOnce = (text: string) => {
    if (!complained.has(text)) log(text)
    complained.add(text)
  }

  const triggersOf = (functionName: string) => {
    try {
      return functions.config(functionName).triggers
    } catch (error) {
      complainOnce(`function ${functionName}: config.json: ${(error as Error).message}`)
      return []
    }
  }

  const scheduleOf = (key: string, config: string) => {
    try {
      return parseCron(config)
    } catch (error) {
      if (!(error instanceof CronError)) throw error
      complainOnce(`timer ${key} never runs: ${error.message}`)
      return undefined
    }
  }

  const dueAt = ({ planned, nextRunAt }: Timer) => planned[0] ?? nextRunAt

  const earliest = () => {
    let first: { timer: Timer; at: number } | undefined
    for (const timer of timers.values()) {
      const at = dueAt(timer)
      if (at !== undefined && (!first || at < first.at)) first = { timer, at }
    }
    return first
  }

  const planMissedRuns = () => {
    for (const timer of timers.values()) {
      const lastRun = lastRuns.get(timer.key)
      const missed = timer.schedule.last(clock.now())
      if (lastRun !== undefined && missed !== undefined && missed > lastRun)
        timer.planned = [missed]
    }
  }

  const planAnew = () => {
    timers.clear()
    refresh()
    clock.rearm()
  }

  return {
    work: {
      nextDueAt: () => earliest()?.at,
      beforeMove(from, to) {
        refresh()
        for (const timer of timers.values()) timer.planned = planRuns(timer.schedule, from, to)
      },
      async runDue() {
        const due = earliest()
        if (!due) return
        const { timer, at } = due
        timer.planned.shift()
        timer.nextRunAt = timer.schedule.next(Math.max(at, clock.now()))
        lastRuns.set(timer.key, at)
        const event = {
          Type: 'Timer',
          TriggerName: timer.trigger,
          Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
          Message: '',
        }
        await functions.invoke(timer.functionName, event, { kind: 'timer' })
        refresh()
      },
    },
    list: () =>
      [...timers.values()].map(({ key, functionName, trigger, cron, nextRunAt }) => ({
        functionName,
        trigger,
        cron,
        nextRunAt,
        lastRunAt: lastRuns.get(key),
      })),
    start() {
      refresh()
      planMissedRuns()
      clock.rearm()
    },
    reset: planAnew,
    restore: planAnew,
  }
}

/** The runs of a move that would be too many; empty when each due run can have its own. */
function planRuns(schedule: Schedule, from: number, to: number): number[] {
  const due: number[] = []
  for (let at = schedule.next(from); at !== undefined && at <= to; at = schedule.next(at)) {
    due.push(at)
    if (due.length > MOST_RUNS_A_MOVE) break
  }
  if (due.length <= MOST_RUNS_A_MOVE) return []
  const step = (to - from) / (MOST_RUNS_A_MOVE - 1)
  const spread = Array.from({ length: MOST_RUNS_A_MOVE - 1 }, (_, index) =>
    schedule.next(from + index * step),
  )
  const planned = [...spread, schedule.last(to)].filter(
    (at): at is number => at !== undefined && at <= to,
  )
  return [...new Set(planned)].sort((left, right) => left - right)
}
