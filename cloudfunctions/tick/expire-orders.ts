import { db } from '../_kit/db'
import { logError } from '../_kit/log'
import { expireOrder } from '../_kit/orders/abandon-order'
import { confirmPayment } from '../_kit/orders/confirm-payment'
import type { Run } from '../_kit/outbox/run'
import { listDueOrders } from '../_kit/repos/orders'
import { batchSize } from './batch-size'

/**
 * Ends unpaid orders whose time ran out, unless WeChat Pay has the money already. One that cannot
 * be ended does not keep the others from it.
 */
export async function expireOrders(run: Run): Promise<number> {
  const orders = await listDueOrders('pendingPayment', run.now, batchSize)
  for (const { _id, outTradeNo } of orders)
    try {
      if (!(await isPaid(outTradeNo, run))) await expireOrder(_id, run)
    } catch (error) {
      logError('expireOrder', error, { orderId: _id })
    }
  return orders.length
}

/** When WeChat Pay does not answer the order ends all the same: late money is dealt with. */
async function isPaid(outTradeNo: string, run: Run): Promise<boolean> {
  try {
    const payment = await db.payments.get(outTradeNo)
    return payment !== undefined && (await confirmPayment(payment, run)) === 'paid'
  } catch (error) {
    logError('queryBeforeExpiry', error, { outTradeNo })
    return false
  }
}
