import { db } from '../_kit/db'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { leaveGroup } from '../_kit/loyalty/group-places'
import { releaseOffers } from '../_kit/loyalty/order-offers'
import { logError } from '../_kit/log'
import { abandonOrder } from '../_kit/orders/abandon-order'
import { applyEvent } from '../_kit/orders/apply-event'
import { confirmPayment } from '../_kit/orders/confirm-payment'
import { ownOrder } from '../_kit/orders/own-order'
import { startRefund } from '../_kit/orders/start-refund'
import { runFresh } from '../_kit/outbox/run'

export const cancel: HandlerOf<'order.cancel'> = async ({ orderId, reason }, context) => {
  const { memberId, now, fail, transaction } = context
  const run = { envId: context.caller.envId, now }
  const before = await ownOrder(orderId, memberId)
  if (!before) return fail('ORDER_NOT_FOUND')
  if (before.state === 'pendingPayment' && (await isPaidMeanwhile(before.outTradeNo, run)))
    return fail('ORDER_ALREADY_PAID', { orderId })

  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (!order) return fail('ORDER_NOT_FOUND')
    // Somebody who gives up an unpaid order does not mean to give up one that was just paid.
    if (order.state !== before.state) fail('ORDER_STATE_CHANGED', { state: order.state })
    if (order.state === 'pendingPayment') {
      entries = await abandonOrder(tx, order, 'member', now, reason)
      return { state: 'cancelled' as const }
    }
    if (order.lines.some(({ asked = 0 }) => asked > 0)) fail('AFTER_SALE_OPEN')
    if (order.lines.some(({ shipped }) => shipped > 0))
      fail('ORDER_STATE_CHANGED', { state: order.state })
    const state = await applyEvent(
      tx,
      order,
      'cancelPaid',
      { at: now, by: 'member' },
      { cancelReason: reason, cancelledBy: 'member' },
    )
    if (!state) return fail('ORDER_STATE_CHANGED', { state: order.state })
    await releaseOffers(tx, order)
    await leaveGroup(tx, order)
    const wish = { cause: 'cancelPaid', what: 'rest', isStockBack: true } as const
    entries = (await startRefund(tx, order, wish, now)).entries
    return { state }
  })
  await runFresh(entries, run)
  return answer
}

/**
 * Whether WeChat Pay has the money already. When it does not answer the order is cancelled all
 * the same: money that comes in later goes back by itself.
 */
async function isPaidMeanwhile(outTradeNo: string, run: { envId: string; now: number }) {
  const payment = await db.payments.get(outTradeNo)
  if (!payment) return false
  try {
    return (await confirmPayment(payment, run)) === 'paid'
  } catch (error) {
    logError('queryBeforeCancel', error, { outTradeNo })
    return false
  }
}
