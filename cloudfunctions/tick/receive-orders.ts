import type { PointsRule } from '../../shared/domain/earned-points'
import { companySettings } from '../_kit/company'
import { completeOrder } from '../_kit/orders/complete-order'
import { pageDueOrders } from '../_kit/repos/orders'
import { transaction } from '../_kit/transaction'
import { batchSize } from './batch-size'
import type { Chore } from './chore'
import { eachInTime } from './each-in-time'

/** Shipped orders that nobody has confirmed for ten days count as received. */
export const receiveOrders: Chore = async (run) => {
  const { points } = await companySettings()
  return eachInTime(run, {
    what: 'receiveOrder',
    by: 'dueAt',
    page: (cursor) => pageDueOrders('shipped', run.now, batchSize, cursor),
    work: ({ _id }) => receiveOrder(_id, points, run.now),
  })
}

const receiveOrder = (orderId: string, rule: PointsRule | undefined, now: number): Promise<void> =>
  transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.state === 'shipped' && order.dueAt <= now)
      await completeOrder(tx, order, 'receive', { at: now, by: 'system' }, rule)
  })
