import { minuteMs } from '../_kit/clock'
import { db } from '../_kit/db'
import { logError } from '../_kit/log'
import { confirmPayment } from '../_kit/orders/confirm-payment'
import type { Run } from '../_kit/outbox/run'
import { listPaymentsToCheck } from '../_kit/repos/payments'
import { batchSize } from './batch-size'

const pauseMs = 4 * minuteMs

/**
 * Asks about payments whose callback did not come, again and again until they are settled, or
 * closed, which the outbox does when the time to pay is over.
 */
export async function checkPayments(run: Run): Promise<number> {
  const payments = await listPaymentsToCheck(run.now, batchSize)
  for (const payment of payments) {
    if (run.isOver?.()) break
    try {
      const outcome = await confirmPayment(payment, run)
      if (outcome === 'paid' || outcome === 'refunding') continue
    } catch (error) {
      logError('checkPayment', error, { outTradeNo: payment._id })
    }
    await db.payments.updateIf(
      payment._id,
      { state: 'pending', checkAt: payment.checkAt },
      { checkAt: run.now + pauseMs },
    )
  }
  return payments.length
}
