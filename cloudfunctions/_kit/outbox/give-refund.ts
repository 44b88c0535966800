import { applyEvent } from '../orders/apply-event'
import { minuteMs } from '../clock'
import { db } from '../db'
import type { RefundDocument } from '../documents/order'
import { payments } from '../payment/payment'
import { transaction } from '../transaction'
import { done } from './outcome'
import type { Outcome } from './outcome'

/**
 * Gives the money of a payment back. Asked with a number of its own that never changes, so it is
 * given once however often it is asked; done when WeChat Pay says so itself.
 */
export async function giveRefund(
  outRefundNo: string,
  { envId, at, attempts }: { envId: string; at: number; attempts: number },
): Promise<Outcome> {
  const refund = await db.refunds.get(outRefundNo)
  if (!refund) return { is: 'dead', reason: `no refund ${outRefundNo}` }
  if (refund.state === 'refunded') return done
  let state = attempts === 0 ? 'unknown' : await payments.queryRefund(outRefundNo)
  if (state === 'unknown') {
    const { outTradeNo, totalFen, refundFen } = refund
    await payments.refund({ outTradeNo, outRefundNo, totalFen, refundFen, envId })
    state = await payments.queryRefund(outRefundNo)
  }
  if (state !== 'refunded') return { is: 'later', dueAt: at + pauseMs(attempts) }
  await settle(refund, at)
  return done
}

/** Bank cards take up to three days: from a minute on, twice as long each time, an hour at most. */
const pauseMs = (attempts: number) => Math.min(60, 2 ** attempts) * minuteMs

const settle = (refund: RefundDocument, at: number): Promise<void> =>
  transaction(async (tx) => {
    const order = await tx.orders.get(refund.orderId)
    if (order?.state === 'refunding') await applyEvent(tx, order, 'refund', { at, by: 'system' })
    await tx.payments.update(refund.outTradeNo, { state: 'refunded' })
    await tx.refunds.update(refund._id, { state: 'refunded', refundedAt: at })
  })
