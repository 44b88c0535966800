import { autoReceiveMs } from '../../../shared/domain/hold'
import { isAllSent } from '../../../shared/domain/parcels'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { applyEvent } from '../../_kit/orders/apply-event'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'

export const finishShipping: HandlerOf<'console.finishShipping'> = async (
  { orderId },
  { memberId: staffId, caller, now, fail, transaction },
) => {
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
    if (order.parcels.length === 0 || !isAllSent(order.lines))
      return fail('ORDER_STATE_CHANGED', { state: order.state })
    const state = await applyEvent(
      tx,
      order,
      'ship',
      { at: now, by: 'staff', staffId },
      { shippedAt: now, dueAt: now + autoReceiveMs },
    )
    if (!state) return fail('ORDER_STATE_CHANGED', { state: order.state })
    const parcel = order.parcels.length + 1
    entries = [newEntry({ kind: 'uploadShipping', orderId, parcel }, order.memberId, now)]
    await tx.outbox.insert(...entries)
    return { state }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
