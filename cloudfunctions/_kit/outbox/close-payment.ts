import { minuteMs } from '../clock'
import { db } from '../db'
import { payments } from '../payment/payment'
import { PaymentRefused } from '../payment/port'
import { done } from './outcome'
import type { Outcome } from './outcome'

const tooEarlyMs = 5 * minuteMs

/**
 * Closes the payment of an abandoned order, so that nobody can pay it any more. When it turns out
 * to be paid, the timer confirms it in this same minute.
 */
export async function closePayment(outTradeNo: string, at: number): Promise<Outcome> {
  try {
    await payments.close(outTradeNo)
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error
    // WeChat Pay's words for a refusal are not to be relied on; what it says when asked is.
    const { state } = await payments.query(outTradeNo)
    if (state === 'paid') {
      await db.payments.updateIf(outTradeNo, { state: 'pending' }, { checkAt: at })
      return done
    }
    if (state === 'unpaid') return { is: 'later', dueAt: at + tooEarlyMs }
  }
  // Closed now or before, or never opened there at all.
  await db.payments.updateIf(outTradeNo, { state: 'pending' }, { state: 'closed' })
  return done
}
