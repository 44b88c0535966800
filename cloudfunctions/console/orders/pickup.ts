import { lookupWord } from '../../../shared/domain/order-lookup'
import { allLeft } from '../../../shared/domain/parcels'
import { companySettings } from '../../_kit/company'
import { dayMs } from '../../_kit/clock'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { applyEvent } from '../../_kit/orders/apply-event'
import { completeOrder } from '../../_kit/orders/complete-order'
import { readyFacts } from '../../_kit/orders/message-facts'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'
import { listReadyOrders } from '../../_kit/repos/staff-orders'
import { countSales } from '../send-parcel'
import { toOrderFile } from './open-order'

/** How long the news that an order waits at the store is news. */
const readyNewsMs = 3 * dayMs

export const makeReady: HandlerOf<'console.makeReady'> = async (
  { orderId },
  { memberId: staffId, caller, now, fail, transaction },
) => {
  const { stores, templates } = await companySettings()
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
    const { pickup } = order
    if (!pickup) return fail('ORDER_STATE_CHANGED', { state: order.state })
    const word = lookupWord(pickup.code)
    const state = await applyEvent(
      tx,
      order,
      'makeReady',
      { at: now, by: 'staff', staffId },
      { lookup: order.lookup.includes(word) ? order.lookup : [...order.lookup, word] },
    )
    if (!state) return fail('ORDER_STATE_CHANGED', { state: order.state })
    const store = stores.find(({ id }) => id === pickup.storeId)?.name ?? { zh: '', en: '' }
    entries = templates.orderReady
      ? [
          newEntry(
            {
              kind: 'message',
              message: 'orderReady',
              orderId,
              ...readyFacts(order, store, pickup.code),
              validUntil: now + readyNewsMs,
            },
            order.memberId,
            now,
          ),
        ]
      : []
    if (entries.length > 0) await tx.outbox.insert(...entries)
    return { state, code: pickup.code }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}

export const findPickup: HandlerOf<'console.findPickup'> = async ({ code }, { language, now }) => {
  const [settings, orders] = await Promise.all([
    companySettings(),
    listReadyOrders(lookupWord(code)),
  ])
  return {
    orders: orders
      .filter(({ pickup }) => pickup && lookupWord(pickup.code) === lookupWord(code))
      .map((order) => toOrderFile(order, settings, { language, now })),
  }
}

export const handOver: HandlerOf<'console.handOver'> = async (
  { orderId, code },
  { memberId: staffId, caller, now, fail, transaction },
) => {
  const { points } = await companySettings()
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
    if (!order.pickup || lookupWord(order.pickup.code) !== lookupWord(code))
      return fail('PICKUP_CODE_WRONG')
    const pieces = allLeft(order.lines)
    const state = await completeOrder(
      tx,
      order,
      'handOver',
      { at: now, by: 'staff', staffId },
      points,
      {
        lines: order.lines.map((line) => ({ ...line, shipped: line.quantity - line.refunded })),
      },
    )
    if (!state) return fail('ORDER_STATE_CHANGED', { state: order.state })
    await countSales(tx, order.lines, pieces)
    entries = [newEntry({ kind: 'uploadShipping', orderId }, order.memberId, now)]
    await tx.outbox.insert(...entries)
    return { state }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
