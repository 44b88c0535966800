import type { LogLine } from './runtime/protocol'

/** One finished invocation, as the desk shows it. */
export interface InvocationLog {
  /** Grows by one with each entry. */
  readonly seq: number
  /** When it was asked for, on the movable clock (epoch ms). */
  readonly at: number
  readonly function: string
  /** The user's name; absent for timers and callbacks. */
  readonly user?: string
  readonly source: string
  readonly requestId: string
  /** The `action` of the event, when it has one. */
  readonly action?: string
  readonly durationMs: number
  readonly cold: boolean
  readonly ok: boolean
  readonly error?: string
  readonly lines: readonly LogLine[]
}

export interface InvocationLogs {
  add(entry: Omit<InvocationLog, 'seq'>): void
  /** The entries after that sequence number, oldest first. */
  after(seq: number): InvocationLog[]
  reset(): void
}

const KEPT_ENTRIES = 2_000
/** How many lines of one invocation are kept; more are counted only. */
const KEPT_LINES = 500
const KEPT_CHARACTERS = 8_192

/** The last 2,000 invocations; sequence numbers go on after a reset. */
export function createInvocationLogs(onEntry: (entry: InvocationLog) => void): InvocationLogs {
  let entries: InvocationLog[] = []
  let seq = 0
  return {
    add(given) {
      seq += 1
      const entry = { seq, ...given }
      entries.push(entry)
      if (entries.length >= 2 * KEPT_ENTRIES) entries = entries.slice(-KEPT_ENTRIES)
      onEntry(entry)
    },
    after(after) {
      const kept = entries.slice(-KEPT_ENTRIES)
      return after > 0 ? kept.filter((entry) => entry.seq > after) : kept
    },
    reset() {
      entries = []
    },
  }
}

/** Collects the lines of one invocation, within limits. */
export function createLineCollector(): { add(line: LogLine): void; readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  let dropped = 0
  return {
    add({ level, text }) {
      if (lines.length < KEPT_LINES) lines.push({ level, text: text.slice(0, KEPT_CHARACTERS) })
      else dropped += 1
    },
    get lines() {
      if (dropped === 0) return lines
      const note: LogLine = { level: 'warn', text: `${dropped} more lines were not kept` }
      return [...lines, note]
    },
  }
}
