import { db } from '../db'
import type { OrderDocument } from '../documents/order'

/** The member's order, or undefined: other people's orders do not exist. */
export async function ownOrder(
  orderId: string,
  memberId: string,
): Promise<OrderDocument | undefined> {
  const order = await db.orders.get(orderId)
  return order?.memberId === memberId ? order : undefined
}
