import { db } from '../db'
import type { RefundDocument } from '../documents/order'

/** The refunds of an order, the oldest first; WeChat Pay allows fifty. */
export async function listOrderRefunds(orderId: string): Promise<RefundDocument[]> {
  const refunds = await db.refunds.find({ index: 'order', where: { orderId }, limit: 100 })
  return refunds.sort((a, b) => a.createdAt - b.createdAt)
}
