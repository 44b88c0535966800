import { shipByOf } from '../../../shared/domain/ship-by'
import { minuteMs } from '../clock'
import { companySettings } from '../company'
import { db } from '../db'
import type { OutboxDocument } from '../documents/outbox'
import { failPlace } from '../loyalty/group-places'
import { applyEvent } from '../orders/apply-event'
import { paidFacts } from '../orders/message-facts'
import { transaction } from '../transaction'
import { newEntry } from './entry'
import { done } from './outcome'
import type { Outcome } from './outcome'

/** How long the news that a group is complete is news. */
const completeNewsMs = 30 * minuteMs

/**
 * Does for every paid order of a group that is over what follows from it, each in a transaction of
 * its own: they go on to be shipped, or everything goes back. What was done before is left alone,
 * so a try that broke off goes on where it was.
 */
export async function settleGroup(groupId: string, at: number): Promise<Outcome> {
  const group = await db.groups.get(groupId)
  if (!group) return { is: 'dead', reason: `no group ${groupId}` }
  if (group.state !== 'complete' && group.state !== 'failed') return done
  const hasTemplate = (await companySettings()).templates.orderPaid !== undefined
  for (const { orderId, isPaid } of group.members) {
    if (!isPaid) continue
    if (group.state === 'complete') await completePlace(orderId, hasTemplate, at)
    else await transaction((tx) => failPlace(tx, orderId, at))
  }
  return done
}

const completePlace = (orderId: string, hasTemplate: boolean, at: number): Promise<void> =>
  transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (!order) throw new Error(`no order ${orderId}`)
    const event = { at, by: 'system' } as const
    if (!(await applyEvent(tx, order, 'completeGroup', event, { dueAt: shipByOf(at) }))) return
    if (!hasTemplate) return
    const news: OutboxDocument = newEntry(
      {
        kind: 'message',
        message: 'orderPaid',
        orderId,
        ...paidFacts(order, at),
        validUntil: at + completeNewsMs,
      },
      order.memberId,
      at,
      at,
    )
    await tx.outbox.insert(news)
  })
