import type { AlertKind } from '../../../shared/contract/console-health'
import { dayMs } from '../clock'
import { companySettings } from '../company'
import { db } from '../db'
import type { OutboxDocument } from '../documents/outbox'
import { newEntry } from '../outbox/entry'
import { listEverybody } from '../repos/staff'
import { subscriptionId } from '../subscription-id'
import { alertFacts } from './alert-facts'
import type { Levels } from './due-alerts'

/**
 * A message for each owner and manager who has asked for alerts and has one left. Who has none gets
 * none later either: an old alert is no news.
 */
export async function alertEntries(
  kinds: readonly AlertKind[],
  levels: Levels,
  at: number,
): Promise<OutboxDocument[]> {
  if (kinds.length === 0) return []
  const template = (await companySettings()).templates.alert
  if (!template) return []
  const staff = await listEverybody()
  const leaders = staff.filter(({ roles }) => roles.includes('owner') || roles.includes('manager'))
  const credits = await db.subscriptions.getMany(
    leaders.map(({ _id }) => subscriptionId(_id, template.id)),
    ['credits'],
  )
  return leaders
    .filter(({ _id }) => (credits.get(subscriptionId(_id, template.id))?.credits ?? 0) > 0)
    .flatMap(({ _id }) => kinds.map((problem) => alertEntry(_id, problem, levels[problem], at)))
}

const alertEntry = (memberId: string, problem: AlertKind, level: number, at: number) =>
  newEntry(
    {
      kind: 'message',
      message: 'alert',
      problem,
      facts: alertFacts(problem, level, at),
      validUntil: at + dayMs,
    },
    memberId,
    at,
  )
