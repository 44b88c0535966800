import { db } from '../_kit/db'
import { logError } from '../_kit/log'
import { expireOrder } from '../_kit/orders/abandon-order'
import { confirmPayment } from '../_kit/orders/confirm-payment'
import type { Run } from '../_kit/outbox/run'
import { pageDueOrders } from '../_kit/repos/orders'
import { batchSize } from './batch-size'
import type { Chore } from './chore'
import { eachInTime } from './each-in-time'

/** Ends unpaid orders whose time ran out, unless WeChat Pay has the money already. */
export const expireOrders: Chore = (run) =>
  eachInTime(run, {
    what: 'expireOrder',
    by: 'dueAt',
    page: (cursor) => pageDueOrders('pendingPayment', run.now, batchSize, cursor),
    work: async ({ _id, outTradeNo }) => {
      if (!(await isPaid(outTradeNo, run))) await expireOrder(_id, run)
    },
  })

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
