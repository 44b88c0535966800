import type { Tasks } from '../../../shared/contract/console-orders'
import type { StaffRole } from '../../../shared/contract/define'
import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { countShipping } from '../../_kit/repos/shipping'
import { countAskedInvoices, countOrders } from '../../_kit/repos/staff-orders'
import {
  countAfterSales,
  countDeadEffects,
  countLowStock,
  countQuestions,
  countReviews,
} from '../../_kit/repos/waiting-work'
import { lastMoneyDays } from './money-days'

type Task = Exclude<keyof Tasks, 'roles'>

/** From so many pieces down an SKU is worth a look. */
const lowStock = 5

const packers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'packer']
const answerers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'service']
const clerks: readonly StaffRole[] = ['owner', 'manager', 'clerk']
const managers: readonly StaffRole[] = ['owner', 'manager']

/** Whose work it is and how it is counted. */
const tasks: Record<Task, { roles: readonly StaffRole[]; count(now: number): Promise<number> }> = {
  toShip: { roles: packers, count: (now) => countShipping('toShip', now) },
  overdue: { roles: packers, count: (now) => countShipping('overdue', now) },
  toMakeReady: { roles: packers, count: () => countOrders('paid', ['pickup']) },
  toHandOver: { roles: packers, count: () => countOrders('ready', ['pickup']) },
  afterSales: { roles: answerers, count: countAfterSales },
  reviews: { roles: answerers, count: countReviews },
  questions: { roles: answerers, count: countQuestions },
  lowStock: { roles: clerks, count: () => countLowStock(lowStock) },
  invoices: { roles: clerks, count: countAskedInvoices },
  troubles: { roles: managers, count: countTroubles },
}

export const getTasks: HandlerOf<'console.getTasks'> = async (_input, { memberId, now }) => {
  const roles = (await db.staff.get(memberId))?.roles ?? []
  const mine = Object.entries(tasks).filter(([, task]) =>
    task.roles.some((role) => roles.includes(role)),
  )
  const counts = await Promise.all(
    mine.map(async ([name, { count }]) => [name, await count(now)] as const),
  )
  return { roles, ...(Object.fromEntries(counts) as Partial<Record<Task, number>>) }
}

/** A stuck refund is there as the effect that was given up. */
async function countTroubles(now: number): Promise<number> {
  const [dead, days] = await Promise.all([countDeadEffects(), lastMoneyDays(now)])
  return dead + days.reduce((sum, { differences }) => sum + differences.length, 0)
}
