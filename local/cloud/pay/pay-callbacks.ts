import { randomUUID } from 'node:crypto'
import type { Clock, DueWork } from '../clock'
import type { Functions } from '../functions/functions'
import type { StateFile } from '../state/state-file'

/** What a function is told. */
interface Notification {
  readonly functionName: string
  readonly event: object
  /** Somebody between acknowledges it whatever becomes of it here, so that it comes only once. */
  readonly isRelayed: boolean
}

/** One notification on its way to the company's function. */
interface PayCallback extends Notification {
  readonly id: string
  readonly attempts: number
  readonly dueAt: number
}

export interface PayCallbacks {
  readonly work: DueWork
  /** Delivers a notification now, and again later until it is acknowledged; true when it is at once. */
  send(notification: Notification): Promise<boolean>
  /** Delivers a notification at that instant for the first time. */
  sendAt(dueAt: number, notification: Notification): void
  /** The notifications that are not acknowledged yet. */
  waiting(): PayCallback[]
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** WeChat Pay's gaps between deliveries; after them every six hours, two days in all. */
const GAPS_MS = [
  15 * SECOND,
  15 * SECOND,
  30 * SECOND,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
  6 * HOUR,
  6 * HOUR,
  6 * HOUR,
  6 * HOUR,
]

/**
 * Delivers notifications with WeChat's growing gaps until they are acknowledged. They are on disk, so
 * that one which was under way when the process was killed comes again.
 */
export function createPayCallbacks(
  state: StateFile,
  clock: Clock,
  functions: Functions,
  log: (line: string) => void,
): PayCallbacks {
  const table = state.table<PayCallback>('pay-callbacks')
  const underway = new Set<string>()

  const earliest = () => {
    let first: PayCallback | undefined
    for (const callback of table.values()) {
      if (underway.has(callback.id)) continue
      if (!first || callback.dueAt < first.dueAt) first = callback
    }
    return first
  }

  const postpone = (callback: PayCallback) => {
    const gap = GAPS_MS[callback.attempts]
    if (gap === undefined) {
      table.delete(callback.id)
      log(`payment callback to ${callback.functionName} was never acknowledged and is given up`)
      return
    }
    const attempts = callback.attempts + 1
    table.set(callback.id, { ...callback, attempts, dueAt: clock.now() + gap })
  }

  const deliver = async (callback: PayCallback): Promise<boolean> => {
    underway.add(callback.id)
    try {
      const { functionName, event, isRelayed } = callback
      const result = await functions.invoke(functionName, event, { kind: 'payment' })
      const acknowledged = isRelayed || (result.ok && isAcknowledged(result.json))
      if (acknowledged) table.delete(callback.id)
      else if (table.get(callback.id)) postpone(callback)
      return acknowledged
    } finally {
      underway.delete(callback.id)
      clock.rearm()
    }
  }

  const keep = (notification: Notification, dueAt: number) => {
    const callback = { ...notification, id: randomUUID(), attempts: 0, dueAt }
    table.set(callback.id, callback)
    return callback
  }

  return {
    waiting: () => table.values(),
    send: (notification) => deliver(keep(notification, clock.now())),
    sendAt(dueAt, notification) {
      keep(notification, dueAt)
      clock.rearm()
    },
    work: {
      nextDueAt: () => earliest()?.dueAt,
      async runDue() {
        const callback = earliest()
        if (callback) await deliver(callback)
      },
    },
  }
}

function isAcknowledged(json: string): boolean {
  const answer = JSON.parse(json) as { errcode?: unknown } | null
  return answer?.errcode === 0
}
