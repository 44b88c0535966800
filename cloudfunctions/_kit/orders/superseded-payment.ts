import type { PaymentFact } from '../../../shared/domain/payment'
import type { OrderDocument, PaymentDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { outRefundNoOf } from '../ids'
import { newEntry } from '../outbox/entry'
import type { Transaction } from '../transaction'

/** Whether the order has gone on to another payment because its price was changed. */
export const isSuperseded = (payment: PaymentDocument, order: OrderDocument): boolean =>
  order.outTradeNo !== payment._id

/**
 * Gives back money that was paid for the price before: all of it, whatever became of the order.
 * Nothing of the order changes. Returns what the writer does after the commit.
 */
export async function returnSuperseded(
  tx: Transaction,
  payment: PaymentDocument,
  fact: PaymentFact,
  at: number,
): Promise<OutboxDocument[]> {
  const outRefundNo = outRefundNoOf(payment._id)
  // Somebody else has seen the same money before.
  if (await tx.refunds.get(outRefundNo)) return []
  const paidFen = fact.totalFen ?? payment.totalFen
  await tx.refunds.insert({
    _id: outRefundNo,
    outTradeNo: payment._id,
    orderId: payment.orderId,
    memberId: payment.memberId,
    refundFen: paidFen,
    wechatFen: paidFen,
    balanceFen: 0,
    giftcards: [],
    points: 0,
    totalFen: paidFen,
    cause: 'returnLatePayment',
    lines: [],
    state: 'asked',
    createdAt: at,
  })
  await tx.payments.update(payment._id, {
    state: 'refunding',
    refundCount: 1,
    refundedFen: paidFen,
    ...(fact.transactionId === undefined ? {} : { transactionId: fact.transactionId }),
    paidAt: fact.paidAt ?? at,
    returnedAt: at,
  })
  const entry = newEntry({ kind: 'refund', outRefundNo }, payment.memberId, at)
  await tx.outbox.insert(entry)
  return [entry]
}
