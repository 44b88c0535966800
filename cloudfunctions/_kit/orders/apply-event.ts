import { nextOrderState } from '../../../shared/domain/order-state'
import type { Actor, OrderEvent, OrderState } from '../../../shared/domain/order-state'
import type { OrderDocument, TimelineEntry } from '../documents/order'
import type { Transaction } from '../transaction'

/** Who does it and when, with what the timeline keeps of it. */
export type EventDetails = Pick<TimelineEntry, 'at' | 'by'> &
  Partial<Pick<TimelineEntry, 'staffId' | 'carrier' | 'trackingNumber'>>

/**
 * Moves an order to its next state, with the change that goes with it and a line in its timeline.
 * Undefined, and nothing is written, when the table of states does not allow it.
 */
export async function applyEvent(
  tx: Transaction,
  order: OrderDocument,
  event: OrderEvent,
  details: EventDetails,
  change: Partial<Omit<OrderDocument, '_id' | 'state' | 'timeline'>> = {},
): Promise<OrderState | undefined> {
  const state = nextOrderState(order.state, event, details.by satisfies Actor)
  if (state === undefined) return undefined
  const timeline = [...order.timeline, { ...details, event }]
  await tx.orders.update(order._id, { ...change, state, timeline })
  return state
}
