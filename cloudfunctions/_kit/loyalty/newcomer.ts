import type { Promotion } from '../../../shared/domain/promotion/promotion'
import { db } from '../db'
import type { OrderDocument } from '../documents/order'
import { hasPaidOrder } from '../repos/orders'
import type { Transaction } from '../transaction'

/** Whether a promotion is for first orders only. */
export const isForNewcomers = ({ audience, rule }: Promotion): boolean =>
  audience === 'newcomer' || rule.kind === 'newcomer'

/**
 * Whether this would be the member's first order: none is paid and kept, and none has had a
 * newcomer's price. An order that was paid and refunded before it left does not count.
 */
export async function isNewcomer(memberId: string): Promise<boolean> {
  const [taken, isPaid] = await Promise.all([db.newcomers.get(memberId), hasPaidOrder(memberId)])
  return !taken?.orderId && !isPaid
}

/** Gives the member's one newcomer price to this order; false when another one has it. */
export async function takeNewcomer(
  tx: Transaction,
  { _id: orderId, memberId }: Pick<OrderDocument, '_id' | 'memberId'>,
): Promise<boolean> {
  const taken = await tx.newcomers.get(memberId)
  if (taken?.orderId && taken.orderId !== orderId) return false
  await tx.newcomers.put({ _id: memberId, orderId })
  return true
}

/** The order came to nothing: the next one may be the first. */
export async function giveBackNewcomer(tx: Transaction, order: OrderDocument): Promise<void> {
  const taken = await tx.newcomers.get(order.memberId)
  if (taken?.orderId === order._id) await tx.newcomers.put({ _id: order.memberId, orderId: null })
}
