import type { EventHub } from './events'
import type { Service } from './service'
import type { StateFile } from './state/state-file'

/**
 * Something that has to happen at an instant of the movable clock. `runDue` moves `nextDueAt` on
 * before its first await, and handles its own failures.
 */
export interface DueWork {
  nextDueAt(): number | undefined
  runDue(at: number): Promise<void>
  /** Called before the clock is moved from one instant to another, so that runs can be thinned out. */
  beforeMove?(from: number, to: number): void
}

export interface Clock extends Service {
  now(): number
  readonly offsetMs: number
  /** Holds the offset in ms as one float64, so that running functions see a move at once. */
  readonly sharedOffset: SharedArrayBuffer
  /** Puts work on the agenda of the clock. */
  schedule(work: DueWork): void
  /** Tells the clock that a `nextDueAt` came nearer. */
  rearm(): void
  /** Moves the clock on; what becomes due in between has run, in order, when the promise resolves. */
  advance(milliseconds: number): Promise<void>
  /** Resolves when nothing that the clock started is running any more. */
  settled(): Promise<void>
  /** Takes over the offset that the state file has now. */
  restore(): void
}

const LONGEST_SLEEP_MS = 60_000

/** The clock of the local cloud: the machine's, plus an offset that only grows and outlives a restart. */
export function createClock(
  state: StateFile,
  events: EventHub,
  onFailure: (error: unknown) => void,
): Clock {
  const table = state.table<number>('clock')
  const sharedOffset = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)
  const offset = new Float64Array(sharedOffset)
  const agenda = new Set<DueWork>()
  let timer: NodeJS.Timeout | undefined
  const underway = new Set<Promise<void>>()
  let started = false
  let moving: Promise<void> = Promise.resolve()
  let movesUnderway = 0

  const now = () => Date.now() + offset[0]!

  const earliest = () => {
    let found: { work: DueWork; at: number } | undefined
    for (const work of agenda) {
      const at = work.nextDueAt()
      if (at !== undefined && (!found || at < found.at)) found = { work, at }
    }
    return found
  }

  const startDueWork = () => {
    let due = earliest()
    while (due && due.at <= now()) {
      const run = due.work.runDue(due.at).catch(onFailure)
      underway.add(run)
      void run.then(() => underway.delete(run))
      const next = earliest()
      if (next?.work === due.work && next.at <= due.at) break
      due = next
    }
  }

  const rearm = () => {
    if (!started || movesUnderway > 0) return
    clearTimeout(timer)
    const due = earliest()
    if (!due) return
    const sleep = Math.min(Math.max(due.at - now(), 0), LONGEST_SLEEP_MS)
    timer = setTimeout(() => {
      startDueWork()
      rearm()
    }, sleep)
    timer.unref()
  }

  const moveTo = (instant: number) => {
    offset[0] = Math.max(offset[0]!, instant - Date.now())
  }

  const move = async (milliseconds: number) => {
    const from = now()
    const target = from + milliseconds
    for (const work of agenda) work.beforeMove?.(from, target)
    for (let due = earliest(); due && due.at <= target && started; due = earliest()) {
      moveTo(due.at)
      await due.work.runDue(due.at)
    }
    moveTo(target)
    table.set('offset', offset[0]!)
    events.emit('clock', { now: now(), offsetMs: offset[0]! })
  }

  const readOffset = () => {
    offset[0] = table.get('offset') ?? 0
  }
  const takeOver = () => {
    readOffset()
    rearm()
    events.emit('clock', { now: now(), offsetMs: offset[0]! })
  }
  readOffset()

  return {
    now,
    sharedOffset,
    rearm,
    get offsetMs() {
      return offset[0]!
    },
    schedule(work) {
      agenda.add(work)
      rearm()
    },
    advance(milliseconds) {
      movesUnderway += 1
      const moved = moving.then(() => move(milliseconds))
      moving = moved
        .catch(() => undefined)
        .then(() => {
          movesUnderway -= 1
          rearm()
        })
      return moved
    },
    start() {
      started = true
      rearm()
    },
    stop() {
      started = false
      clearTimeout(timer)
    },
    async settled() {
      await Promise.all([moving, ...underway])
    },
    reset: takeOver,
    restore: takeOver,
  }
}
