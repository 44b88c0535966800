import { unpayableAt } from '../../../shared/domain/hold'
import { minuteMs } from '../clock'
import { db } from '../db'
import { payments } from '../payment/payment'
import { PaymentRefused } from '../payment/port'
import { done } from './outcome'
import type { Outcome } from './outcome'

/** It was too early, or WeChat Pay does not say what became of it. */
const againMs = 5 * minuteMs

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
    if (state === 'unpaid' || (state === 'unknown' && (await isPayable(outTradeNo, at))))
      return { is: 'later', dueAt: at + againMs }
  }
  // Closed now or before, never opened there at all, or too old to be paid.
  await db.payments.updateIf(outTradeNo, { state: 'pending' }, { state: 'closed' })
  return done
}

async function isPayable(outTradeNo: string, at: number): Promise<boolean> {
  const payment = await db.payments.get(outTradeNo)
  return payment?.state === 'pending' && at < unpayableAt(payment)
}
