import { logWarning } from '../_kit/log'
import { db } from '../_kit/db'
import { confirmPayment } from '../_kit/orders/confirm-payment'
import { runDue } from '../_kit/outbox/run'
import type { Run } from '../_kit/outbox/run'
import { listOrderRefunds } from '../_kit/repos/refunds'
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
    logWarning('unknownPayment', { outTradeNo: hint?.outTradeNo ?? null })
    return understood
  }
  await confirmPayment(payment, run)
  if (payment.refundCount > 0) await hastenRefunds(payment.orderId, run)
  return understood
}

/** WeChat Pay calls back about refunds too: see at once whether the money is back. */
async function hastenRefunds(orderId: string, run: Run): Promise<void> {
  const refunds = await listOrderRefunds(orderId)
  const open = refunds.filter(({ state }) => state === 'asked')
  const entries = await db.outbox.getMany(open.map(({ _id }) => `refund:${_id}`))
  const waiting = [...entries.values()].filter(
    ({ state, attempts }) => state === 'open' && attempts > 0,
  )
  await runDue(waiting, run)
}
