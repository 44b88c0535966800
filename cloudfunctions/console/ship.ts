import { holdsAsked, isAllSent, mostParcels, packParcel } from '../../shared/domain/parcels'
import { companySettings } from '../_kit/company'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { newId } from '../_kit/ids'
import { runFresh } from '../_kit/outbox/run'
import { sendParcel } from './send-parcel'

export const ship: HandlerOf<'console.ship'> = async (
  { orderId, carrier, trackingNumber, lines: wanted, includesAsked = false },
  { memberId: staffId, caller, now, fail, must, transaction },
) => {
  const settings = await companySettings()
  const parcelId = newId(now)
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
    if (order.state !== 'paid' || order.fulfilment === 'pickup')
      return fail('ORDER_STATE_CHANGED', { state: order.state })
    const { lines, pieces } = must(packParcel(order.lines, wanted))
    if (!includesAsked && holdsAsked(order.lines, pieces)) return fail('AFTER_SALE_OPEN')
    // The last parcel takes all that is left: what stayed behind could never be sent.
    if (order.parcels.length + 1 >= mostParcels && !isAllSent(lines))
      return fail('PARCEL_LIMIT', { limit: mostParcels })
    const parcel = { id: parcelId, carrier, trackingNumber, shippedAt: now, lines: pieces }
    const sent = await sendParcel(tx, order, { parcel, lines, staffId }, settings)
    if (!sent) return fail('ORDER_STATE_CHANGED', { state: order.state })
    entries = sent.entries
    return { state: sent.state }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
