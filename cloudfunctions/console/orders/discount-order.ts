import { closePaymentAt, holdMs, isHeld } from '../../../shared/domain/hold'
import { discountByStaff } from '../../../shared/domain/staff-discount'
import { minuteMs } from '../../_kit/clock'
import { db } from '../../_kit/db'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { newOutTradeNo } from '../../_kit/ids'
import { logError } from '../../_kit/log'
import { confirmPayment } from '../../_kit/orders/confirm-payment'
import { newEntry } from '../../_kit/outbox/entry'
import type { Run } from '../../_kit/outbox/run'

/** When the timer first asks about the new payment if its callback does not come. */
const firstCheckMs = 2 * minuteMs

/** As long as `console.noteOrder` takes it. */
const longestNote = 200

/**
 * WeChat Pay keeps the amount of a payment for ever, so another price needs another payment. The
 * old one can be paid until WeChat Pay closes it; money that arrives there goes back by itself,
 * because the order no longer names it.
 */
export const discountOrder: HandlerOf<'console.discountOrder'> = async (
  { orderId, discountFen, reason },
  { caller, now, fail, must, transaction },
) => {
  const before = await db.orders.get(orderId)
  if (!before) return fail('ORDER_NOT_FOUND')
  if (before.state === 'pendingPayment') {
    const run = { envId: caller.envId, now }
    if (await isPaidMeanwhile(before.outTradeNo, run))
      return fail('ORDER_ALREADY_PAID', { orderId })
  }
  const outTradeNo = newOutTradeNo(now)
  return transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (!order) return fail('ORDER_NOT_FOUND')
    if (order.state !== 'pendingPayment' || !isHeld(order, now))
      return fail('ORDER_STATE_CHANGED', {
        state: order.state === 'pendingPayment' ? 'cancelled' : order.state,
      })
    const old = await tx.payments.get(order.outTradeNo)
    if (!old) throw new Error(`order ${orderId} has no payment`)
    const { lines, adjustments, totalFen, wechatFen } = must(discountByStaff(order, discountFen))
    const expiresAt = now + holdMs
    await tx.orders.update(orderId, {
      lines,
      adjustments,
      totalFen,
      means: { ...order.means, wechatFen },
      outTradeNo,
      expiresAt,
      dueAt: expiresAt,
      staffNote: noteWith(order.staffNote ?? '', reason),
    })
    await tx.payments.insert({
      ...old,
      _id: outTradeNo,
      totalFen: wechatFen,
      createdAt: now,
      expiresAt,
      checkAt: now + firstCheckMs,
    })
    // From now on `order.pay` says of the old one that its time is over.
    await tx.payments.update(old._id, { expiresAt: Math.min(old.expiresAt, now) })
    const closing: OutboxDocument = newEntry(
      { kind: 'closePayment', outTradeNo: old._id },
      order.memberId,
      now,
      closePaymentAt(old, now),
    )
    await tx.outbox.insert(closing)
    return { totalFen, outTradeNo, expiresAt }
  })
}

/** What staff wrote before, cut so far that all of it stays within what they can write there. */
function noteWith(before: string, reason: string): string {
  if (before === '') return reason
  const whole = `${before}；${reason}`
  if (whole.length <= longestNote) return whole
  const kept = before.slice(0, longestNote - reason.length - 2)
  // Not half of a character that takes two places.
  return `${kept.replace(/[\ud800-\udbff]$/, '')}…；${reason}`
}

/** Whether WeChat Pay has the money already; when it does not answer, it is asked again later. */
async function isPaidMeanwhile(outTradeNo: string, run: Run): Promise<boolean> {
  const payment = await db.payments.get(outTradeNo)
  if (!payment) return false
  try {
    return (await confirmPayment(payment, run)) === 'paid'
  } catch (error) {
    logError('queryBeforeDiscount', error, { outTradeNo })
    return false
  }
}
