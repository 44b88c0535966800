import { autoReceiveMs } from '../../shared/domain/hold'
import { lookupWord } from '../../shared/domain/order-lookup'
import { command } from '../_kit/cloud'
import { dayMs } from '../_kit/clock'
import { companySettings } from '../_kit/company'
import type { CompanySettings } from '../_kit/documents/catalog'
import type { OrderDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { applyEvent } from '../_kit/orders/apply-event'
import { shippedFacts } from '../_kit/orders/message-facts'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import type { Transaction } from '../_kit/transaction'

/** How long the news that an order is shipped is news. */
const shippedNewsMs = 3 * dayMs

export const ship: HandlerOf<'console.ship'> = async (
  { orderId, carrier, trackingNumber },
  { memberId: staffId, caller, now, fail, transaction },
) => {
  const settings = await companySettings()
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
    const parcel = { carrier, trackingNumber, shippedAt: now }
    const state = await applyEvent(
      tx,
      order,
      'ship',
      { at: now, by: 'staff', staffId, carrier, trackingNumber },
      {
        shippedAt: now,
        dueAt: now + autoReceiveMs,
        parcels: [...order.parcels, parcel],
        lookup: [...order.lookup, lookupWord(trackingNumber)],
      },
    )
    if (!state) return fail('ORDER_STATE_CHANGED', { state: order.state })
    await countSales(tx, order)
    entries = effectsOf(order, parcel, settings)
    await tx.outbox.insert(...entries)
    return { state }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}

/** Sold is what left the house; counted here, where buyers do not wait for each other. */
async function countSales(tx: Transaction, { lines }: OrderDocument): Promise<void> {
  const pieces = new Map<string, number>()
  for (const { productId, quantity } of lines)
    pieces.set(productId, (pieces.get(productId) ?? 0) + quantity)
  for (const [productId, quantity] of [...pieces].sort(([a], [b]) => (a < b ? -1 : 1)))
    await tx.products.update(productId, { soldCount: command.inc(quantity) })
}

function effectsOf(
  order: OrderDocument,
  parcel: OrderDocument['parcels'][number],
  settings: CompanySettings,
): OutboxDocument[] {
  const at = parcel.shippedAt
  const upload = newEntry({ kind: 'uploadShipping', orderId: order._id }, order.memberId, at)
  if (!settings.templates.orderShipped) return [upload]
  const message = newEntry(
    {
      kind: 'message',
      message: 'orderShipped',
      orderId: order._id,
      facts: shippedFacts(order, parcel, settings),
      validUntil: at + shippedNewsMs,
    },
    order.memberId,
    at,
  )
  return [upload, message]
}
