import { refundPoints } from '../../../shared/domain/promotion/refund'
import { leftToSend, leftWithCustomer } from '../../../shared/domain/parcels'
import { mostRefunds, refundMeans } from '../../../shared/domain/refund'
import type { OrderDocument, RefundDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { outRefundNoOf } from '../ids'
import { newEntry } from '../outbox/entry'
import type { Transaction } from '../transaction'
import { takeOffEarned } from './complete-order'
import { giveBackStock } from './stock'

/** Some pieces of an order, by place in its lines. */
type OrderPieces = RefundDocument['lines'][number]

/** What goes back of an order and why. */
export interface RefundWish {
  cause: RefundDocument['cause']
  afterSaleId?: string
  /** Some pieces with their money and points, or all that has not gone back yet. */
  what: 'rest' | { lines: OrderPieces[]; refundFen: number; points: number }
  /** Whether the customer sends the pieces back; else those that have not left go first. */
  areReturned?: boolean
  /** The goods never left, or came back: they are for sale again; or only those that never left. */
  isStockBack: boolean | 'unsent'
}

export interface StartedRefund {
  outRefundNo: string
  /** Written already; for the writer to do right after the commit. */
  entries: OutboxDocument[]
}

/**
 * Books a refund in the transaction that decides it: what goes back by which means, and in the
 * order what is gone. `order` is as this transaction has read it; the order's state is the
 * caller's. Throws when more would go back than was paid or there is.
 */
export async function startRefund(
  tx: Transaction,
  order: OrderDocument,
  { cause, afterSaleId, what, areReturned = false, isStockBack }: RefundWish,
  at: number,
): Promise<StartedRefund> {
  const payment = await tx.payments.get(order.outTradeNo)
  if (!payment) throw new Error(`order ${order._id} has no payment`)
  const { lines, refundFen, points } = what === 'rest' ? restOf(order, cause) : what
  const means = refundMeans(order.means, order.refundedFen, refundFen)
  if (!means) throw new Error(`order ${order._id} cannot give back ${refundFen}`)
  const count = payment.refundCount + 1
  if (count > mostRefunds) throw new Error(`order ${order._id} had ${mostRefunds} refunds`)

  const gone = lines.map((pieces) => goneOf(order, pieces, areReturned))
  const isWhole = what === 'rest' && payment.refundCount === 0
  const outRefundNo = outRefundNoOf(order.outTradeNo, isWhole ? undefined : count)
  await tx.refunds.insert({
    _id: outRefundNo,
    outTradeNo: order.outTradeNo,
    orderId: order._id,
    memberId: order.memberId,
    refundFen,
    ...means,
    points,
    totalFen: order.means.wechatFen,
    cause,
    ...(afterSaleId === undefined ? {} : { afterSaleId }),
    lines: what === 'rest' ? [] : lines,
    state: 'asked',
    createdAt: at,
  })
  await tx.payments.update(order.outTradeNo, {
    ...(what === 'rest' ? { state: 'refunding' as const } : {}),
    refundCount: count,
    refundedFen: payment.refundedFen + means.wechatFen,
  })
  await tx.orders.update(order._id, {
    lines: withRefunded(order, gone),
    refundedFen: order.refundedFen + refundFen,
    ...(await takeOffEarned(tx, order, { refundFen, outRefundNo }, at)),
  })
  const turned = await giveBackStock(tx, stockBackOf(order, gone, isStockBack))
  const entries = [
    newEntry({ kind: 'refund', outRefundNo }, order.memberId, at),
    ...turned.map((productId) => newEntry({ kind: 'refreshOffer', productId }, order.memberId, at)),
  ]
  await tx.outbox.insert(...entries)
  return { outRefundNo, entries }
}

/**
 * All that has not gone back. Of an order that was given up before its payment came, the company's
 * own money and points have been given back then: only what came late goes back.
 */
function restOf(order: OrderDocument, cause: RefundWish['cause']) {
  const lines = order.lines
    .map(({ quantity, refunded }, lineIndex) => ({ lineIndex, quantity: quantity - refunded }))
    .filter(({ quantity }) => quantity > 0)
  if (cause === 'returnLatePayment') return { lines, refundFen: order.means.wechatFen, points: 0 }
  const refundFen = order.totalFen - order.refundedFen
  return { lines, refundFen, points: pointsLeft(order) }
}

/** The points of pieces that have not gone back. */
const pointsLeft = ({ lines }: OrderDocument): number =>
  lines.reduce(
    (sum, line) => sum + refundPoints(line, line.refunded, line.quantity - line.refunded),
    0,
  )

/** Pieces that go, and how many of them have not left. */
interface GonePieces extends OrderPieces {
  unsent: number
}

/** Which pieces go: as long as there are any, those that are meant. Throws when there are not so many. */
function goneOf(
  order: OrderDocument,
  { lineIndex, quantity }: OrderPieces,
  areReturned: boolean,
): GonePieces {
  const line = order.lines[lineIndex]
  if (!line || quantity < 1 || line.refunded + quantity > line.quantity)
    throw new Error(`order ${order._id} has no ${quantity} pieces left in line ${lineIndex}`)
  const unsent = areReturned
    ? Math.max(0, quantity - leftWithCustomer(line))
    : Math.min(quantity, leftToSend(line))
  return { lineIndex, quantity, unsent }
}

function withRefunded(order: OrderDocument, pieces: readonly GonePieces[]) {
  const lines = [...order.lines]
  for (const { lineIndex, quantity, unsent } of pieces) {
    const line = lines[lineIndex]!
    const refundedUnsent = (line.refundedUnsent ?? 0) + unsent
    lines[lineIndex] = {
      ...line,
      refunded: line.refunded + quantity,
      ...(refundedUnsent > 0 ? { refundedUnsent } : {}),
    }
  }
  return lines
}

const stockBackOf = (
  order: OrderDocument,
  pieces: readonly GonePieces[],
  which: RefundWish['isStockBack'],
) =>
  which === false
    ? []
    : pieces
        .map(({ lineIndex, quantity, unsent }) => ({
          skuId: order.lines[lineIndex]!.skuId,
          quantity: which === 'unsent' ? unsent : quantity,
        }))
        .filter(({ quantity }) => quantity > 0)
