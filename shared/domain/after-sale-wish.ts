/** What may be asked for after the sale, for which pieces, and what money goes back with them. */
import type { AfterSaleKind, AfterSaleReason } from './after-sale'
import type { OrderState } from './order-state'
import { leftWithCustomer } from './parcels'
import { refundDeliveryFen, refundPoints, refundShareFen } from './promotion/refund'
import { err, ok } from './result'
import type { Result } from './result'

const dayMs = 86_400_000

/** Without a reason within seven days of receipt, when something is wrong within fifteen. */
const noReasonMs = 7 * dayMs
const faultMs = 15 * dayMs

const faults: ReadonlySet<AfterSaleReason> = new Set([
  'damaged',
  'wrongItem',
  'missing',
  'quality',
  'notAsDescribed',
])

/** Whether the shop has done something wrong, so that it also bears the cost of delivery. */
const isFault = (reason: AfterSaleReason): boolean => faults.has(reason)

/** As much of a sold line as the rule needs. */
export interface AskableLine {
  quantity: number
  payableFen: number
  points: number
  shipped: number
  refunded: number
  /** Of the refunded ones, those that had not left. */
  refundedUnsent?: number
  /** Pieces in a case that is not decided. */
  asked?: number
  isGift?: boolean
}

export interface AskableOrder {
  state: OrderState
  deliveryFen: number
  receivedAt?: number
  lines: readonly AskableLine[]
}

export interface AskedPieces {
  lineIndex: number
  quantity: number
}

/** Pieces of a line that nothing has been asked for and whose money has not gone back. */
export const askableQuantity = ({ quantity, refunded, asked = 0 }: AskableLine): number =>
  Math.max(0, quantity - refunded - asked)

/** Until when something may be asked for this reason; undefined while nothing was received. */
export const askUntil = (
  { receivedAt }: Pick<AskableOrder, 'receivedAt'>,
  reason: AfterSaleReason,
): number | undefined =>
  receivedAt === undefined ? undefined : receivedAt + (isFault(reason) ? faultMs : noReasonMs)

/** Kinds a line can be asked for now, with the pieces each is for; empty when there are none. */
export function kindsOf(order: AskableOrder, line: AskableLine): AfterSaleKind[] {
  if (askableQuantity(line) === 0) return []
  switch (order.state) {
    case 'paid':
      if (line.isGift) return []
      // What has left already can come back; what has not left only needs its money.
      return line.shipped > 0 ? ['refundOnly', 'returnRefund', 'exchange'] : ['refundOnly']
    case 'ready':
      return line.isGift ? [] : ['refundOnly']
    case 'shipped':
    case 'completed':
      // A gift has no money in it: it can only be changed for a sound one.
      return line.isGift ? ['exchange'] : ['refundOnly', 'returnRefund', 'exchange']
    default:
      return []
  }
}

/** Why something cannot be asked for. */
export type WishRefusal = 'AFTER_SALE_NOT_ALLOWED' | 'AFTER_SALE_TOO_LATE' | 'AFTER_SALE_PIECES'

export interface Wish {
  kind: AfterSaleKind
  reason: AfterSaleReason
  lines: readonly AskedPieces[]
}

/** Whether this may be asked for now: every line in its own right, no piece twice. */
export function checkWish(
  order: AskableOrder,
  { kind, reason, lines }: Wish,
  now: number,
): Result<true, WishRefusal> {
  const indexes = new Set(lines.map(({ lineIndex }) => lineIndex))
  if (lines.length === 0 || indexes.size < lines.length) return err('AFTER_SALE_PIECES')
  for (const { lineIndex, quantity } of lines) {
    const line = order.lines[lineIndex]
    if (!line || quantity < 1) return err('AFTER_SALE_PIECES')
    if (askableQuantity(line) < quantity) return err('AFTER_SALE_PIECES')
    if (!kindsOf(order, line).includes(kind)) return err('AFTER_SALE_NOT_ALLOWED')
    // Of an order that left in part, only what has left can come back.
    if (order.state === 'paid' && kind !== 'refundOnly' && leftWithCustomer(line) < quantity)
      return err('AFTER_SALE_PIECES')
    if (line.isGift && !isFault(reason)) return err('AFTER_SALE_NOT_ALLOWED')
  }
  const until = askUntil(order, reason)
  if (until !== undefined && now > until) return err('AFTER_SALE_TOO_LATE')
  return ok(true)
}

export interface RefundAmount {
  refundFen: number
  points: number
  /** Of the money, what is for delivery. */
  deliveryFen: number
}

/**
 * What goes back with these pieces, on top of what went back before: the parts of a line sum to
 * what it cost, to the fen. Delivery goes back with the last pieces of the order when none of it
 * has left the house, or when the shop is to blame.
 */
export function refundAmount(
  order: AskableOrder,
  { lines, reason }: Pick<Wish, 'lines' | 'reason'>,
): RefundAmount {
  const wanted = lines.flatMap(({ lineIndex, quantity }) => {
    const line = order.lines[lineIndex]
    return line ? [{ line, quantity }] : []
  })
  // A gift has no money in it, so delivery does not wait for it to come back.
  const paidLines = order.lines.filter(({ isGift }) => !isGift)
  const paidWanted = wanted.filter(({ line }) => !line.isGift)
  const deliveryFen = refundDeliveryFen({
    deliveryFen: order.deliveryFen,
    pieces: sumOf(paidLines, ({ quantity }) => quantity),
    alreadyRefunded: sumOf(paidLines, ({ refunded }) => refunded),
    quantity: sumOf(paidWanted, ({ quantity }) => quantity),
    isShipped: order.lines.some(({ shipped }) => shipped > 0),
    isShopAtFault: isFault(reason),
  })
  const goodsFen = sumOf(wanted, ({ line, quantity }) =>
    refundShareFen(line, line.refunded, quantity),
  )
  const points = sumOf(wanted, ({ line, quantity }) => refundPoints(line, line.refunded, quantity))
  return { refundFen: goodsFen + deliveryFen, points, deliveryFen }
}

const sumOf = <T>(parts: readonly T[], amountOf: (part: T) => number): number =>
  parts.reduce((sum, part) => sum + amountOf(part), 0)

/** The lines with these pieces spoken for (`by` 1) or free again (`by` -1). */
export const withAsked = <L extends AskableLine>(
  lines: readonly L[],
  pieces: readonly AskedPieces[],
  by: 1 | -1,
): L[] =>
  lines.map((line, index) => {
    const moved = pieces.find(({ lineIndex }) => lineIndex === index)?.quantity ?? 0
    return moved === 0 ? line : { ...line, asked: Math.max(0, (line.asked ?? 0) + by * moved) }
  })
