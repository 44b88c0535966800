import { shipByOf } from '../../../shared/domain/ship-by'
import { minuteMs } from '../clock'
import type { OrderDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { payIntoGroup } from '../loyalty/group-places'
import { useOffers } from '../loyalty/order-offers'
import { newEntry } from '../outbox/entry'
import type { Transaction } from '../transaction'
import { applyEvent } from './apply-event'
import { paidFacts } from './message-facts'

/** How long the news that an order is paid is news. */
const paidNewsMs = 30 * minuteMs

/** How an order was paid; without a transaction id nothing of it at WeChat Pay. */
export interface Paid {
  at: number
  transactionId?: string | undefined
  /** WeChat Pay's own time of it. */
  paidAt?: number | undefined
  /** Whether the company sends a message about it. */
  hasTemplate: boolean
}

/**
 * Moves an order that is paid on, in the transaction that knows it: into its group or to be
 * shipped, its coupons used. Says what became of it; the entries are written already.
 */
export async function markPaid(
  tx: Transaction,
  order: OrderDocument,
  event: 'pay' | 'revive',
  { at, transactionId, paidAt = at, hasTemplate }: Paid,
): Promise<{ outcome: 'paid' | 'refunding'; entries: OutboxDocument[] }> {
  await tx.payments.update(order.outTradeNo, {
    state: 'paid',
    paidAt,
    ...(transactionId === undefined ? {} : { transactionId }),
  })
  if (event === 'pay') await useOffers(tx, order, at)
  if (order.groupId !== undefined) {
    const { state, entries } = await payIntoGroup(tx, order, at)
    return { outcome: state === 'refunding' ? 'refunding' : 'paid', entries }
  }
  await applyEvent(tx, order, event, { at, by: 'system' }, { paidAt: at, dueAt: shipByOf(at) })
  if (!hasTemplate) return { outcome: 'paid', entries: [] }
  const news = newEntry(
    {
      kind: 'message',
      message: 'orderPaid',
      orderId: order._id,
      ...paidFacts(order, at),
      validUntil: at + paidNewsMs,
    },
    order.memberId,
    at,
  )
  await tx.outbox.insert(news)
  return { outcome: 'paid', entries: [news] }
}
