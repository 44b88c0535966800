import { logError } from '../_kit/log'
import { applyEvent } from '../_kit/orders/apply-event'
import type { Run } from '../_kit/outbox/run'
import { listDueOrders } from '../_kit/repos/orders'
import { transaction } from '../_kit/transaction'
import { batchSize } from './batch-size'

/**
 * Shipped orders that nobody has confirmed for ten days count as received. One that cannot be
 * changed does not keep the others from it.
 */
export async function receiveOrders({ now }: Run): Promise<number> {
  const orders = await listDueOrders('shipped', now, batchSize)
  for (const { _id } of orders)
    try {
      await receiveOrder(_id, now)
    } catch (error) {
      logError('receiveOrder', error, { orderId: _id })
    }
  return orders.length
}

const receiveOrder = (orderId: string, now: number): Promise<void> =>
  transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.state === 'shipped' && order.dueAt <= now)
      await applyEvent(tx, order, 'receive', { at: now, by: 'system' }, { receivedAt: now })
  })
