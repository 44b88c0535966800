import type { OrderDocument, RefundDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { outRefundNoOf } from '../ids'
import { newEntry } from '../outbox/entry'
import type { Transaction } from '../transaction'

/**
 * Books the refund of all that was paid, in the transaction that moves the order to `refunding`.
 * The returned entry asks WeChat Pay for it.
 */
export async function startRefund(
  tx: Transaction,
  order: OrderDocument,
  cause: RefundDocument['cause'],
  at: number,
): Promise<OutboxDocument> {
  const outRefundNo = outRefundNoOf(order.outTradeNo)
  await tx.refunds.insert({
    _id: outRefundNo,
    outTradeNo: order.outTradeNo,
    orderId: order._id,
    memberId: order.memberId,
    refundFen: order.totalFen,
    totalFen: order.totalFen,
    cause,
    state: 'asked',
    createdAt: at,
  })
  await tx.payments.update(order.outTradeNo, { state: 'refunding' })
  return newEntry({ kind: 'refund', outRefundNo }, order.memberId, at)
}
