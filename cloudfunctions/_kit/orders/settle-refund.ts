import { moveCase } from '../care/move-case'
import type { AccountKind } from '../documents/ledger'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../documents/order'
import { outRefundNoOf } from '../ids'
import { post } from '../ledger'
import { transaction } from '../transaction'
import type { Transaction } from '../transaction'
import { applyEvent } from './apply-event'

/**
 * Does what follows when WeChat Pay has given its part of a refund back: the balance, gift cards
 * and points get theirs, the after-sale case is closed, and an order of which nothing is left is
 * refunded. Once, however often it is asked.
 */
export const settleRefund = (outRefundNo: string, at: number): Promise<void> =>
  transaction(async (tx) => {
    const refund = await tx.refunds.get(outRefundNo)
    if (!refund || refund.state === 'refunded') return
    const [payment, order] = [
      await tx.payments.get(refund.outTradeNo),
      await tx.orders.get(refund.orderId),
    ]
    if (!payment || !order) throw new Error(`refund ${outRefundNo} has no payment or order`)
    await tx.refunds.update(outRefundNo, { state: 'refunded', refundedAt: at })
    await returnOwnMoney(tx, refund, at)
    if (order.outTradeNo !== payment._id) {
      await tx.payments.update(payment._id, { state: 'refunded' })
      return
    }
    if (refund.afterSaleId !== undefined) await closeCase(tx, refund.afterSaleId, at)
    if (isAllBack(order) && (await areAllSettled(tx, payment, outRefundNo)))
      await endOrder(tx, order, at)
  })

async function returnOwnMoney(tx: Transaction, refund: RefundDocument, at: number): Promise<void> {
  const { _id: reference, memberId, balanceFen, giftcards, points } = refund
  const parts: { kind: AccountKind; owner: string; change: number }[] = [
    { kind: 'balance', owner: memberId, change: balanceFen },
    ...[...giftcards]
      .sort((a, b) => (a.cardId < b.cardId ? -1 : 1))
      .map(({ cardId, fen }) => ({ kind: 'giftcard' as const, owner: cardId, change: fen })),
    { kind: 'points', owner: memberId, change: points },
  ]
  for (const part of parts)
    if (part.change > 0) await post(tx, { ...part, memberId, cause: 'refund', reference }, at)
}

async function closeCase(tx: Transaction, afterSaleId: string, at: number): Promise<void> {
  const kase = await tx.aftersales.get(afterSaleId)
  if (kase) await moveCase(tx, kase, { event: 'refund', by: 'system', at })
}

/** Whether every piece that was paid for has gone back; gifts have cost nothing. */
const isAllBack = ({ state, lines }: OrderDocument): boolean =>
  state === 'refunding' ||
  lines.every(({ isGift, refunded, quantity }) => isGift === true || refunded >= quantity)

/** Whether all refunds of a payment but this one are settled. */
async function areAllSettled(
  tx: Transaction,
  { _id: outTradeNo, refundCount }: PaymentDocument,
  but: string,
): Promise<boolean> {
  for (let part = 1; part <= refundCount; part += 1) {
    const outRefundNo = outRefundNoOf(outTradeNo, part)
    if (outRefundNo === but || but === outRefundNoOf(outTradeNo)) continue
    const other = await tx.refunds.get(outRefundNo)
    if (other && other.state !== 'refunded') return false
  }
  return true
}

/** Nothing is left of it: an order that was not given up as a whole goes there now. */
async function endOrder(tx: Transaction, order: OrderDocument, at: number): Promise<void> {
  const details = { at, by: 'system' } as const
  let timeline = order.timeline
  let { state } = order
  if (state !== 'refunding') {
    const next = await applyEvent(tx, order, 'refundRest', details)
    if (next === undefined) return
    state = next
    timeline = [...timeline, { ...details, event: 'refundRest' }]
  }
  await applyEvent(tx, { ...order, state, timeline }, 'refund', details)
  await tx.payments.update(order.outTradeNo, { state: 'refunded' })
}
