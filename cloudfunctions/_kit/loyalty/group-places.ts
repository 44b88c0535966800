import { isOpen, join, joinProblem, leave, payPlace } from '../../../shared/domain/group'
import type { GroupProblem } from '../../../shared/domain/group'
import type { Promotion } from '../../../shared/domain/promotion/promotion'
import { db } from '../db'
import type { GroupDocument } from '../documents/loyalty'
import type { OrderDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { applyEvent } from '../orders/apply-event'
import { startRefund } from '../orders/start-refund'
import { newEntry } from '../outbox/entry'
import type { Transaction } from '../transaction'
import { releaseOffers } from './order-offers'

/**
 * An order of a group carries `promotionId` and `groupId`; the one that starts a group has its own
 * id as `groupId`. It buys one product. Its life beside that of other orders:
 * - `order.place`: `takeGroupPlace` before the order is inserted.
 * - abandoned, or given up while `grouping`: `leaveGroup`, beside `releaseOffers`.
 * - paid: `payIntoGroup` instead of the event `pay`, after the payment is marked as paid. It either
 *   waits in the group, or has lost its place and its money is on the way back.
 * - paid after it was abandoned: never revived; the money goes back.
 */

/**
 * Why `order.quote` should say no already: the group is over, full, or has this member. Answers
 * nothing for an order that starts one.
 */
export async function readGroupProblem(
  groupId: string,
  {
    memberId,
    promotionId,
    productId,
  }: { memberId: string; promotionId: string; productId: string },
  at: number,
): Promise<GroupProblem | undefined> {
  const group = await db.groups.get(groupId)
  return isAbout(group, { promotionId, productId })
    ? joinProblem(group, memberId, at)
    : 'GROUP_ENDED'
}

/**
 * Starts a group with this order or takes a place in it, in the transaction that inserts the
 * order; the place is kept as long as the order. Answers why not; then the caller rolls back.
 */
export async function takeGroupPlace(
  tx: Transaction,
  order: OrderDocument,
  promotion: Promotion | undefined,
  at: number,
): Promise<GroupProblem | undefined> {
  const { _id: orderId, memberId, groupId, lines, adjustments } = order
  const productId = lines[0]?.productId
  const isAtGroupPrice = adjustments.some(
    ({ kind, sourceId }) => kind === 'groupBuy' && sourceId === promotion?.id,
  )
  if (!groupId || !productId || lines.length !== 1 || promotion?.rule.kind !== 'groupBuy')
    return 'GROUP_ENDED'
  if (!isAtGroupPrice || order.promotionId !== promotion.id) return 'GROUP_ENDED'
  const place = { memberId, orderId, heldUntil: order.expiresAt }
  if (groupId === orderId) {
    const { size, lastsMs } = promotion.rule
    await tx.groups.insert({
      _id: groupId,
      promotionId: promotion.id,
      productId,
      size,
      lastsMs,
      endsAt: promotion.endsAt,
      state: 'starting',
      members: [{ ...place, joinedAt: at, isPaid: false }],
      startedAt: at,
      expiresAt: Math.min(at + lastsMs, promotion.endsAt),
    })
    return undefined
  }
  const group = await tx.groups.get(groupId)
  if (!isAbout(group, { promotionId: promotion.id, productId })) return 'GROUP_ENDED'
  const joined = join(group, place, at)
  if (!joined.ok) return joined.code
  await tx.groups.put(joined.value)
  return undefined
}

/** Frees the place of an order that is abandoned or given up; a group that is over stays. */
export async function leaveGroup(tx: Transaction, order: OrderDocument): Promise<void> {
  if (order.groupId === undefined) return
  const group = await tx.groups.get(order.groupId)
  if (!group) return
  const left = leave(group, order._id)
  if (left !== group) await tx.groups.put(left)
}

/** What became of a paid order of a group. */
export interface PaidPlace {
  state: 'grouping' | 'refunding'
  /** Written already; for the writer to do right after the commit. */
  entries: OutboxDocument[]
}

/**
 * Moves a paid order into its group, and the group on when it is complete. When there is no place
 * for it any more, all of it goes back: goods, money and what else it held.
 */
export async function payIntoGroup(
  tx: Transaction,
  order: OrderDocument,
  at: number,
): Promise<PaidPlace> {
  const group = order.groupId === undefined ? undefined : await tx.groups.get(order.groupId)
  if (!group) throw new Error(`order ${order._id} has no group`)
  const paid = payPlace(group, { memberId: order.memberId, orderId: order._id }, at)
  const dueAt = paid?.expiresAt ?? at
  await applyEvent(tx, order, 'payIntoGroup', { at, by: 'system' }, { paidAt: at, dueAt })
  if (!paid) return { state: 'refunding', entries: await failPlace(tx, order._id, at) }
  await tx.groups.put(paid)
  const entries = entriesOf(paid, paid.state === 'complete' ? 'isOver' : 'goesOn', at)
  if (entries.length > 0) await tx.outbox.insert(...entries)
  return { state: 'grouping', entries }
}

/**
 * Ends a group whose time ran out; nothing when it is not (any more) one of those. The returned
 * entries, written already, give everybody's money back.
 */
export async function failGroup(
  tx: Transaction,
  groupId: string,
  at: number,
): Promise<OutboxDocument[]> {
  const group = await tx.groups.get(groupId)
  if (group?.state !== 'open' || isOpen(group, at)) return []
  await tx.groups.update(groupId, { state: 'failed' })
  const entries = entriesOf(group, 'isOver', at)
  await tx.outbox.insert(...entries)
  return entries
}

/** Gives all of a `grouping` order back; nothing when it is not one any more. */
export async function failPlace(
  tx: Transaction,
  orderId: string,
  at: number,
): Promise<OutboxDocument[]> {
  const order = await tx.orders.get(orderId)
  if (!order || !(await applyEvent(tx, order, 'failGroup', { at, by: 'system' }))) return []
  await releaseOffers(tx, order)
  const wish = { cause: 'failGroup', what: 'rest', isStockBack: true } as const
  return (await startRefund(tx, order, wish, at)).entries
}

/** What follows from a change of a group: its orders go on when it is over, its card says so. */
function entriesOf(
  { _id: groupId, members, activityId }: GroupDocument,
  what: 'isOver' | 'goesOn',
  at: number,
): OutboxDocument[] {
  const starterId = members[0]?.memberId ?? ''
  const entries: OutboxDocument[] = []
  if (what === 'isOver') entries.push(newEntry({ kind: 'settleGroup', groupId }, starterId, at))
  if (activityId !== undefined)
    entries.push(newEntry({ kind: 'updateGroupCard', groupId }, starterId, at))
  return entries
}

const isAbout = (
  group: GroupDocument | undefined,
  { promotionId, productId }: { promotionId: string; productId: string },
): group is GroupDocument => group?.promotionId === promotionId && group.productId === productId
