import { minuteMs } from '../clock'
import { db } from '../db'
import { settleRefund } from '../orders/settle-refund'
import { payments } from '../payment/payment'
import { PaymentRefused } from '../payment/port'
import type { RefundState } from '../payment/port'
import { done } from './outcome'
import type { Outcome } from './outcome'

/**
 * A refusal may pass, such as one for want of money; after so many, about half a day, it is one for
 * good, such as that of a payment more than a year old. Its words do not tell which.
 */
const mostRefusals = 20

/**
 * Gives money back. WeChat Pay is asked with a number that never changes, so its part is given
 * once however often it is asked; done when WeChat Pay says so itself. A refund that WeChat Pay has
 * given up or keeps refusing is stuck: someone has to look why, and try again.
 */
export async function giveRefund(
  outRefundNo: string,
  { envId, at, attempts }: { envId: string; at: number; attempts: number },
): Promise<Outcome> {
  const refund = await db.refunds.get(outRefundNo)
  if (!refund) return { is: 'dead', reason: `no refund ${outRefundNo}` }
  if (refund.state === 'refunded') return done
  const { outTradeNo, totalFen, wechatFen } = refund
  if (wechatFen > 0) {
    let state: RefundState = attempts === 0 ? 'unknown' : await payments.queryRefund(outRefundNo)
    if (state === 'unknown') {
      try {
        await payments.refund({ outTradeNo, outRefundNo, totalFen, refundFen: wechatFen, envId })
      } catch (error) {
        if (!(error instanceof PaymentRefused) || attempts + 1 < mostRefusals) throw error
        return stuck(outRefundNo, `WeChat Pay refuses ${outRefundNo}: ${error.message}`)
      }
      state = await payments.queryRefund(outRefundNo)
    }
    if (state === 'closed' || state === 'abnormal')
      return stuck(outRefundNo, `WeChat Pay says ${state} of ${outRefundNo}`)
    if (state !== 'refunded') return { is: 'later', dueAt: at + pauseMs(attempts) }
  }
  await settleRefund(outRefundNo, at)
  return done
}

async function stuck(outRefundNo: string, reason: string): Promise<Outcome> {
  await db.refunds.updateIf(outRefundNo, { state: 'asked' }, { state: 'stuck' })
  return { is: 'dead', reason }
}

/** Bank cards take up to three days: from a minute on, twice as long each time, an hour at most. */
const pauseMs = (attempts: number) => Math.min(60, 2 ** attempts) * minuteMs
