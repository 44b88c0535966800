import type { Promotion } from '../../../shared/domain/promotion/promotion'
import { command } from '../cloud'
import { db } from '../db'
import type { OrderDocument } from '../documents/order'
import type { Transaction } from '../transaction'
import { flashStockId } from './flash-ids'
import {
  flashPiecesOf,
  giveBackFlashPieces,
  retakeFlashPieces,
  takeFlashPieces,
} from './flash-stock'
import { giveBackNewcomer, isForNewcomers, takeNewcomer } from './newcomer'

/**
 * What an order holds beside its goods: coupons, pieces of flash sales, the newcomer's price. All
 * of it is taken when the order is placed, used when it is paid, and given back when it comes to
 * nothing: abandoned before payment, or refunded as a whole before anything left. A coupon that is
 * given back keeps its time; if that is over it counts as expired. What goes back after the sale
 * does not bring a coupon back.
 *
 * Of an order without any of these the functions cost no call to the database.
 */

const byCoupon = (order: OrderDocument) => [...order.couponIds].sort()

/** Whether the order's price comes from promotions, so that it may be a first order's. */
const isPromoted = ({ adjustments }: OrderDocument) =>
  adjustments.some(({ kind, sourceId }) => sourceId !== undefined && kind !== 'coupon')

/**
 * Takes what the order's price promises, in the transaction that inserts it. `promotions` are
 * those it was priced with. False when something is gone meanwhile: the caller rolls back, and
 * answers PRICE_CHANGED with a price made of fresh offers.
 */
export async function holdOffers(
  tx: Transaction,
  order: OrderDocument,
  promotions: readonly Promotion[],
  at: number,
): Promise<boolean> {
  for (const couponId of byCoupon(order)) {
    const coupon = await tx.membercoupons.get(couponId)
    if (
      coupon?.memberId !== order.memberId ||
      coupon.state !== 'open' ||
      coupon.giftToken !== undefined ||
      coupon.validFrom > at ||
      coupon.validUntil <= at
    )
      return false
    await tx.membercoupons.update(couponId, { state: 'held', orderId: order._id })
  }
  for (const pieces of flashPiecesOf(order, promotions))
    if (!(await takeFlashPieces(tx, pieces, order))) return false
  return !hasNewcomerPrice(order, promotions) || takeNewcomer(tx, order)
}

/** The order is paid: its coupons are used. Also for one that is paid by its own placing. */
export async function useOffers(tx: Transaction, order: OrderDocument, at: number): Promise<void> {
  for (const couponId of byCoupon(order)) {
    const coupon = await tx.membercoupons.get(couponId)
    if (coupon?.orderId === order._id && coupon.state === 'held')
      await tx.membercoupons.update(couponId, { state: 'used', usedAt: at })
  }
}

/**
 * Gives everything back, unpaid or paid; whatever the order does not have any more stays as it
 * is. For `abandonOrder`, for `cancelPaid`, and for a group that failed.
 */
export async function releaseOffers(tx: Transaction, order: OrderDocument): Promise<void> {
  for (const couponId of byCoupon(order)) {
    const coupon = await tx.membercoupons.get(couponId)
    if (coupon?.orderId === order._id && (coupon.state === 'held' || coupon.state === 'used'))
      await tx.membercoupons.update(couponId, {
        state: 'open',
        orderId: command.remove(),
        usedAt: command.remove(),
      })
  }
  await giveBackFlashPieces(tx, order)
  if (isPromoted(order)) await giveBackNewcomer(tx, order)
}

/**
 * Takes and uses again what an abandoned order had, because its payment came late. False when
 * something is gone: the caller rolls back and the money goes back. An order of a group is never
 * revived: its place is somebody else's.
 */
export async function retakeOffers(
  tx: Transaction,
  order: OrderDocument,
  promotions: readonly Promotion[],
  at: number,
): Promise<boolean> {
  for (const couponId of byCoupon(order)) {
    const coupon = await tx.membercoupons.get(couponId)
    if (coupon?.memberId !== order.memberId || coupon.state !== 'open' || coupon.giftToken)
      return false
    await tx.membercoupons.update(couponId, { state: 'used', orderId: order._id, usedAt: at })
  }
  if (!(await retakeFlashPieces(tx, order, promotions))) return false
  return !hasNewcomerPrice(order, promotions) || takeNewcomer(tx, order)
}

/**
 * A plain read before another attempt at the transaction: false when the sale has fewer pieces
 * left than the order wants, so that whoever is too late does not stand in the others' way.
 */
export async function isFlashStockThere(
  order: Pick<OrderDocument, 'lines' | 'adjustments'>,
  promotions: readonly Promotion[],
): Promise<boolean> {
  const pieces = flashPiecesOf(order, promotions)
  const stocks = await db.flashstocks.getMany(
    pieces.map(({ promotionId, skuId }) => flashStockId(promotionId, skuId)),
  )
  return pieces.every(
    ({ promotionId, skuId, quantity }) =>
      (stocks.get(flashStockId(promotionId, skuId))?.left ?? 0) >= quantity,
  )
}

const hasNewcomerPrice = ({ adjustments }: OrderDocument, promotions: readonly Promotion[]) =>
  adjustments.some(
    ({ kind, sourceId }) =>
      kind === 'newcomer' ||
      (sourceId !== undefined &&
        promotions.some((promotion) => promotion.id === sourceId && isForNewcomers(promotion))),
  )
