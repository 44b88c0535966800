import { startOfShanghaiDay } from '../../../shared/domain/shanghai-time'
import type { ShippingTab } from '../../../shared/contract/console'
import type { Fulfilment } from '../../../shared/contract/order-parts'
import { command } from '../cloud'
import type { Page, Where } from '../collection'
import { db } from '../db'
import type { OrderDocument } from '../documents/order'

/** What is picked up does not leave the house. */
const leaving = { fulfilment: command.in(['carrier', 'sameCity'] satisfies Fulfilment[]) }

/** Orders of a tab; what is overdue is no longer due today. */
function whereOf(tab: ShippingTab, now: number): Where<OrderDocument> {
  switch (tab) {
    case 'toShip':
      return { state: 'paid', ...leaving }
    case 'dueToday':
      return {
        state: 'paid',
        dueAt: command.gte(now).and(command.lt(startOfShanghaiDay(now, 1))),
        ...leaving,
      }
    case 'overdue':
      return { state: 'paid', dueAt: command.lt(now), ...leaving }
    case 'shipped':
      return { state: 'shipped' }
  }
}

/** How many orders a tab has. */
export const countShipping = (tab: ShippingTab, now: number): Promise<number> =>
  db.orders.count({ index: 'stateDue', where: whereOf(tab, now) })

const mostUrgentFirst = [
  ['dueAt', 1],
  ['_id', 1],
] as const
const lastShippedFirst = [
  ['dueAt', -1],
  ['_id', -1],
] as const

/**
 * Orders of a tab, the most urgent first, of shipped ones the last first. With `lookup` only those
 * known by that number, phone or name.
 */
export const pageShipping = (
  tab: ShippingTab,
  now: number,
  { lookup, limit }: { lookup?: string | undefined; limit: number },
  cursor: string | undefined,
): Promise<Page<OrderDocument>> =>
  db.orders.page(
    {
      index: lookup === undefined ? 'stateDue' : 'lookup',
      where: { ...whereOf(tab, now), ...(lookup === undefined ? {} : { lookup }) },
      order: tab === 'shipped' ? lastShippedFirst : mostUrgentFirst,
      limit,
    },
    cursor,
  )
