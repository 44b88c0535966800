import { db } from '../_kit/db'
import { confirmPayment } from '../_kit/orders/confirm-payment'
import { runDue } from '../_kit/outbox/run'
import { outRefundNoOf } from '../_kit/ids'
import { payments } from '../_kit/payment/payment'
import type { PlatformHandler } from '../_kit/platform'

/** What WeChat Pay takes for "understood"; without it the callback comes again for two days. */
export interface Acknowledgement {
  errcode: 0
  errmsg: ''
}
const understood: Acknowledgement = { errcode: 0, errmsg: '' }

/**
 * A callback says that something happened to a payment; what, is asked. Payments we do not know
 * and callbacks we do not understand are acknowledged: they would never become ours.
 */
export const takeNotification: PlatformHandler<Acknowledgement> = async (event, run) => {
  const hint = payments.parseNotification(event)
  const payment = hint && (await db.payments.get(hint.outTradeNo))
  if (!payment) {
    console.warn(JSON.stringify({ event: 'unknownPayment', outTradeNo: hint?.outTradeNo ?? null }))
    return understood
  }
  const outcome = await confirmPayment(payment, run)
  if (outcome === 'refunding') await hastenRefund(payment._id, run)
  return understood
}

/** WeChat Pay calls back about refunds too: see at once whether the money is back. */
async function hastenRefund(outTradeNo: string, run: { envId: string; now: number }) {
  const entry = await db.outbox.get(`refund:${outRefundNoOf(outTradeNo)}`)
  if (entry?.state === 'open' && entry.attempts > 0) await runDue([entry], run)
}
