import type { ActionHealth, Health } from '../../../shared/contract/console-health'
import { dayMs } from '../../_kit/clock'
import { companySettings } from '../../_kit/company'
import { db } from '../../_kit/db'
import type { ActionCounts, HealthDocument } from '../../_kit/documents/health'
import type { HandlerOf } from '../../_kit/handler-of'
import { buckets, percentileMs } from '../../_kit/health/buckets'
import {
  countEffects,
  countStuckRefunds,
  listHealth,
  readOverdueEffects,
  readOverduePayments,
} from '../../_kit/repos/health'
import { subscriptionId } from '../../_kit/subscription-id'
import { lastMoneyDays } from '../orders/money-days'

/** Actions on one list. */
const most = 10
/** Beyond it a customer wonders whether the tap was felt. */
const slowMs = 800

export const getHealth: HandlerOf<'console.getHealth'> = async (_input, { memberId, now }) => {
  const [hours, overdue, waiting, unclear, dead, stuckRefunds, paymentsToCheck, days, timer] =
    await Promise.all([
      listHealth(now - dayMs),
      readOverdueEffects(now),
      countEffects('open', now),
      countEffects('sending', now),
      countEffects('dead', now),
      countStuckRefunds(),
      readOverduePayments(now),
      lastMoneyDays(now),
      db.timers.get('tick'),
    ])
  return {
    now,
    ...actionsOf(hours),
    outbox: { overdue, waiting, unclear, dead },
    stuckRefunds,
    paymentsToCheck,
    nights: days.map(({ _id, differences, progress }) => ({
      date: _id,
      differences: differences.length,
      isFinished: progress === undefined,
    })),
    timer: {
      failed: timer?.failed ?? [],
      ...(timer ? { lastRunAt: timer.lastRunAt } : {}),
      ...(timer?.silence ? { silence: timer.silence } : {}),
    },
    alerts: await alertsOf(memberId),
  }
}

function actionsOf(
  hours: readonly HealthDocument[],
): Pick<Health, 'calls' | 'errors' | 'failing' | 'slow'> {
  const actions = Object.entries(addedUp(hours)).map(([action, counts]): ActionHealth => {
    const { calls, errors } = counts
    return { action, calls, errors, p95Ms: percentileMs(counts, 0.95) }
  })
  const sum = (what: 'calls' | 'errors') => actions.reduce((all, each) => all + each[what], 0)
  return {
    calls: sum('calls'),
    errors: sum('errors'),
    failing: actions
      .filter(({ errors }) => errors > 0)
      .sort((a, b) => b.errors - a.errors)
      .slice(0, most),
    // Nobody waits for a timer.
    slow: actions
      .filter(({ action, p95Ms }) => action.includes('.') && p95Ms > slowMs)
      .sort((a, b) => b.p95Ms - a.p95Ms)
      .slice(0, most),
  }
}

function addedUp(hours: readonly HealthDocument[]): Record<string, ActionCounts> {
  const all: Record<string, ActionCounts> = {}
  for (const { function: name, actions } of hours)
    for (const [verb, counts] of Object.entries(actions)) {
      const action = verb === 'run' ? name : `${name}.${verb}`
      const sum = (all[action] ??= { calls: 0, errors: 0, refused: 0, cold: 0 })
      for (const what of ['calls', 'errors', 'refused', 'cold'] as const) sum[what] += counts[what]
      for (const { name: bucket } of buckets)
        sum[bucket] = (sum[bucket] ?? 0) + (counts[bucket] ?? 0)
    }
  return all
}

async function alertsOf(memberId: string): Promise<Health['alerts']> {
  const template = (await companySettings()).templates.alert
  if (!template) return { isOn: false, mine: 0 }
  const balance = await db.subscriptions.get(subscriptionId(memberId, template.id))
  return { isOn: true, mine: balance?.credits ?? 0 }
}
