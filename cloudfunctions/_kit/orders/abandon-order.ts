import type { CancelReason } from '../../../shared/contract/order'
import { closePaymentAt, isHeld } from '../../../shared/domain/hold'
import type { OrderDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { leaveGroup } from '../loyalty/group-places'
import { releaseOffers } from '../loyalty/order-offers'
import { newEntry } from '../outbox/entry'
import { runFresh } from '../outbox/run'
import type { Run } from '../outbox/run'
import { listExpiredHolders } from '../repos/orders'
import { transaction } from '../transaction'
import type { Transaction } from '../transaction'
import { applyEvent } from './apply-event'
import { releaseSpent } from './spend'
import { giveBackStock } from './stock'

/**
 * Ends an unpaid order inside a transaction: the goods go back on sale, coupons, places in groups
 * and the company's own money to whom they belong, and the payment is closed at WeChat Pay as soon
 * as that is allowed. Returns what the writer does after the commit.
 */
export async function abandonOrder(
  tx: Transaction,
  order: OrderDocument,
  by: 'member' | 'system',
  at: number,
  reason?: CancelReason,
): Promise<OutboxDocument[]> {
  const event = by === 'member' ? 'cancel' : 'expire'
  const turned = await giveBackStock(tx, order.lines)
  await releaseOffers(tx, order)
  await leaveGroup(tx, order)
  await releaseSpent(tx, order, at)
  await applyEvent(
    tx,
    order,
    event,
    { at, by },
    { cancelledBy: by, ...(reason === undefined ? {} : { cancelReason: reason }) },
  )
  // `order.pay` reads the payment only: from now on it says that the time is over.
  if (isHeld(order, at)) await tx.payments.update(order.outTradeNo, { expiresAt: at })
  const refreshes = turned.map((productId) =>
    newEntry({ kind: 'refreshOffer', productId }, order.memberId, at),
  )
  const closing = newEntry(
    { kind: 'closePayment', outTradeNo: order.outTradeNo },
    order.memberId,
    at,
    closePaymentAt(order, at),
  )
  await tx.outbox.insert(...refreshes, closing)
  return refreshes
}

/** Ends an order whose time to pay ran out; false when it is not (any more) one of those. */
export async function expireOrder(orderId: string, run: Run): Promise<boolean> {
  const refreshes = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.state !== 'pendingPayment' || isHeld(order, run.now)) return undefined
    return abandonOrder(tx, order, 'system', run.now)
  })
  if (refreshes) await runFresh(refreshes, run)
  return refreshes !== undefined
}

const mostReleases = 20

/**
 * Ends expired orders that still keep pieces of these SKUs, so that a sweep that is late never
 * costs a sale. Says how many gave something back.
 */
export async function releaseExpired(skuIds: readonly string[], run: Run): Promise<number> {
  const holders = await listExpiredHolders(skuIds, run.now, mostReleases)
  let released = 0
  for (const orderId of holders) if (await expireOrder(orderId, run)) released += 1
  return released
}
