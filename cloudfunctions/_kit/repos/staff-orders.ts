import type { Fulfilment } from '../../../shared/contract/order-parts'
import type { OrderState } from '../../../shared/domain/order-state'
import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { OrderDocument } from '../documents/order'

const urgentFirst = [
  ['dueAt', 1],
  ['_id', 1],
] as const
const lateFirst = [
  ['dueAt', -1],
  ['_id', -1],
] as const
const newestFirst = [
  ['placedAt', -1],
  ['_id', -1],
] as const

/** What the list of all orders may be narrowed by. */
interface Filter {
  state?: OrderState | undefined
  fulfilment?: Fulfilment | undefined
  /** As `lookupWord` makes it. */
  lookup?: string | undefined
}

/** States in which an order waits for staff: there the most urgent one is first. */
const waiting: readonly OrderState[] = ['pendingPayment', 'paid', 'ready']

/**
 * Orders of all customers: of one state by deadline, found ones by the same or by newness, all of
 * them the newest first.
 */
export function pageAllOrders(
  { state, fulfilment, lookup }: Filter,
  limit: number,
  cursor: string | undefined,
): Promise<Page<OrderDocument>> {
  const where = {
    ...(lookup === undefined ? {} : { lookup }),
    // Named although it is true of all, so that the index of all orders answers.
    ...(state === undefined && lookup === undefined ? { placedAt: command.gt(0) } : {}),
    ...(state === undefined ? {} : { state }),
    ...(fulfilment === undefined ? {} : { fulfilment }),
  }
  const byDeadline = state !== undefined && waiting.includes(state) ? urgentFirst : lateFirst
  return db.orders.page(
    {
      index: lookup !== undefined ? 'lookup' : state !== undefined ? 'stateDue' : 'placed',
      where,
      order: state === undefined ? newestFirst : byDeadline,
      limit,
    },
    cursor,
  )
}

/** How many orders in a state are brought in one of these ways. */
export const countOrders = (
  state: OrderState,
  fulfilments: readonly Fulfilment[],
): Promise<number> =>
  db.orders.count({
    index: 'stateDue',
    where: { state, fulfilment: command.in(fulfilments) },
  })

/** Orders that wait to be picked up with this code. */
export const listReadyOrders = (lookup: string): Promise<OrderDocument[]> =>
  db.orders.find({ index: 'lookup', where: { lookup, state: 'ready' }, limit: 10 })

const invoiceAsked = { 'invoice.state': 'asked' }

/** How many invoices wait to be issued. */
export const countAskedInvoices = (): Promise<number> =>
  db.orders.count({ index: 'invoiceAsked', where: invoiceAsked })

/** Orders whose invoice waits, the longest first. */
export const listAskedInvoices = (limit: number): Promise<OrderDocument[]> =>
  db.orders.find({
    index: 'invoiceAsked',
    where: invoiceAsked,
    order: [['invoice.askedAt', 1]],
    limit,
  })
