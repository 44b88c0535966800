import { earnedPoints, unearnedPoints } from '../../../shared/domain/earned-points'
import type { PointsRule } from '../../../shared/domain/earned-points'
import { nextOrderState } from '../../../shared/domain/order-state'
import type { OrderState } from '../../../shared/domain/order-state'
import type { OrderDocument } from '../documents/order'
import { accountIdOf, post } from '../ledger'
import type { Transaction } from '../transaction'
import { applyEvent } from './apply-event'
import type { EventDetails } from './apply-event'

/**
 * Ends an order that has reached its customer, and gives the points it earns. Undefined, and
 * nothing is written, when its state does not allow it.
 */
export async function completeOrder(
  tx: Transaction,
  order: OrderDocument,
  event: 'receive' | 'handOver',
  details: EventDetails,
  rule: PointsRule | undefined,
  change: Partial<Pick<OrderDocument, 'lines'>> = {},
): Promise<OrderState | undefined> {
  if (nextOrderState(order.state, event, details.by) === undefined) return undefined
  const points = rule ? earnedPoints(rule, keptGoodsFen(order)) : 0
  if (points > 0)
    await post(
      tx,
      {
        kind: 'points',
        owner: order.memberId,
        memberId: order.memberId,
        change: points,
        cause: 'earn',
        reference: order._id,
      },
      details.at,
    )
  return applyEvent(tx, order, event, details, {
    ...change,
    receivedAt: details.at,
    ...(points > 0 ? { earned: points } : {}),
  })
}

/**
 * Takes off the points that go with a refund; of a customer who has spent them, what is left.
 * Returns what the order still counts as earned.
 */
export async function takeOffEarned(
  tx: Transaction,
  order: OrderDocument,
  { refundFen, outRefundNo }: { refundFen: number; outRefundNo: string },
  at: number,
): Promise<Pick<OrderDocument, 'earned'>> {
  const { earned = 0, memberId } = order
  const gone = earned === 0 ? 0 : unearnedPoints(earned, keptGoodsFen(order), refundFen)
  if (gone === 0) return {}
  const account = await tx.accounts.get(accountIdOf('points', memberId))
  const taken = Math.min(gone, account?.amount ?? 0)
  if (taken > 0)
    await post(
      tx,
      {
        kind: 'points',
        owner: memberId,
        memberId,
        change: -taken,
        cause: 'unearn',
        reference: outRefundNo,
      },
      at,
    )
  return { earned: earned - gone }
}

/** What was paid for goods and has not gone back; delivery goes back last. */
const keptGoodsFen = ({ totalFen, deliveryFen, refundedFen }: OrderDocument): number =>
  Math.max(0, totalFen - deliveryFen - refundedFen)
