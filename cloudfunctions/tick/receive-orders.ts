import { applyEvent } from '../_kit/orders/apply-event'
import type { Run } from '../_kit/outbox/run'
import { listDueOrders } from '../_kit/repos/orders'
import { transaction } from '../_kit/transaction'
import { batchSize } from './batch-size'

/** Shipped orders that nobody has confirmed for ten days count as received. */
export async function receiveOrders({ now }: Run): Promise<number> {
  const orders = await listDueOrders('shipped', now, batchSize)
  for (const { _id } of orders)
    await transaction(async (tx) => {
      const order = await tx.orders.get(_id)
      if (order?.state === 'shipped' && order.dueAt <= now)
        await applyEvent(tx, order, 'receive', { at: now, by: 'system' }, { receivedAt: now })
    })
  return orders.length
}
