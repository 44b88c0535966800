import { command } from '../cloud'
import { minuteMs } from '../clock'
import { db } from '../db'
import type { HealthDocument } from '../documents/health'
import type { OutboxState } from '../documents/outbox'

/** What functions counted from this hour on; a company of many functions has about ten an hour. */
export const listHealth = (from: number): Promise<HealthDocument[]> =>
  db.health.find({ index: 'hour', where: { hourAt: command.gte(from) }, limit: 1000 })

/** Ids of counts from before this hour. */
export async function listOldHealth(before: number, limit: number): Promise<string[]> {
  const old = await db.health.find({
    index: 'hour',
    where: { hourAt: command.lt(before) },
    order: [
      ['hourAt', 1],
      ['_id', 1],
    ],
    only: ['hourAt'],
    limit,
  })
  return old.map(({ _id }) => _id)
}

/** A minute after it was due, the timer has had its chance. */
const lateMs = 3 * minuteMs

export interface Backlog {
  count: number
  /** When the first of them was due. */
  since?: number
}

/** Effects that should have been done by now. */
export async function readOverdueEffects(now: number): Promise<Backlog> {
  const where = { state: 'open' as const, dueAt: command.lt(now - lateMs) }
  const count = await db.outbox.count({ index: 'stateDue', where })
  if (count === 0) return { count }
  const [first] = await db.outbox.find({
    index: 'stateDue',
    where,
    order: [
      ['dueAt', 1],
      ['_id', 1],
    ],
    only: ['dueAt'],
    limit: 1,
  })
  return first ? { count, since: first.dueAt } : { count }
}

/** Payments that WeChat Pay should have been asked about by now. */
export async function readOverduePayments(now: number): Promise<Backlog> {
  const where = { state: 'pending' as const, checkAt: command.lt(now - lateMs) }
  const count = await db.payments.count({ index: 'stateCheck', where })
  if (count === 0) return { count }
  const [first] = await db.payments.find({
    index: 'stateCheck',
    where,
    order: [
      ['checkAt', 1],
      ['_id', 1],
    ],
    only: ['checkAt'],
    limit: 1,
  })
  return first ? { count, since: first.checkAt } : { count }
}

/** Effects in this state; of those that are open, what is not due yet. */
export const countEffects = (state: OutboxState, now: number): Promise<number> =>
  db.outbox.count({
    index: 'stateDue',
    where: state === 'open' ? { state, dueAt: command.gte(now - lateMs) } : { state },
  })

/** Refunds that WeChat Pay has given up. */
export const countStuckRefunds = (): Promise<number> =>
  db.refunds.count({ index: 'stateCreated', where: { state: 'stuck' } })
