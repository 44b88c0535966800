import { allLeft, holdsAsked, packParcel } from '../../../shared/domain/parcels'
import { companySettings } from '../../_kit/company'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { runFresh } from '../../_kit/outbox/run'
import { sendParcel } from '../send-parcel'

export const sendCourier: HandlerOf<'console.sendCourier'> = async (
  { orderId, name, phone, includesAsked = false },
  { memberId: staffId, caller, now, fail, transaction },
) => {
  const settings = await companySettings()
  const parcelId = newId(now)
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
    if (order.state !== 'paid' || order.fulfilment !== 'sameCity')
      return fail('ORDER_STATE_CHANGED', { state: order.state })
    const packed = packParcel(order.lines, allLeft(order.lines))
    if (!packed.ok) return fail('NOTHING_LEFT')
    const { lines, pieces } = packed.value
    if (!includesAsked && holdsAsked(order.lines, pieces)) return fail('AFTER_SALE_OPEN')
    const parcel = {
      id: parcelId,
      trackingNumber: '',
      courier: { name, phone },
      shippedAt: now,
      lines: pieces,
    }
    const sent = await sendParcel(tx, order, { parcel, lines, staffId }, settings)
    if (!sent) return fail('ORDER_STATE_CHANGED', { state: order.state })
    entries = sent.entries
    return { state: sent.state }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
