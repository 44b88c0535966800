/**
 * What of a line's amount belongs to these pieces, after `alreadyRefunded` ones went back. Rounding
 * is carried along, so that refunds in any split sum to the line's amount exactly.
 */
export function refundShareFen(
  line: { payableFen: number; quantity: number },
  alreadyRefunded: number,
  quantity: number,
): number {
  return shareOfPieces(line.payableFen, line.quantity, alreadyRefunded, quantity)
}

/** The points that go back with these pieces; any split sums to the line's points exactly. */
export function refundPoints(
  line: { points: number; quantity: number },
  alreadyRefunded: number,
  quantity: number,
): number {
  return shareOfPieces(line.points, line.quantity, alreadyRefunded, quantity)
}

/**
 * What goes back of the delivery: all of it once, with the last pieces, and only when nothing was
 * shipped or the shop is at fault; nothing before that.
 */
export function refundDeliveryFen(order: {
  deliveryFen: number
  /** Pieces of the whole order, how many went back before, and how many go back now. */
  pieces: number
  alreadyRefunded: number
  quantity: number
  isShipped: boolean
  isShopAtFault: boolean
}): number {
  const { pieces, alreadyRefunded, quantity } = order
  checkPieces(pieces, alreadyRefunded, quantity)
  const isLast = quantity > 0 && alreadyRefunded + quantity === pieces
  return isLast && (!order.isShipped || order.isShopAtFault) ? order.deliveryFen : 0
}

function shareOfPieces(total: number, pieces: number, before: number, quantity: number): number {
  checkPieces(pieces, before, quantity)
  const upTo = (count: number): number => Number((BigInt(total) * BigInt(count)) / BigInt(pieces))
  return upTo(before + quantity) - upTo(before)
}

function checkPieces(pieces: number, before: number, quantity: number): void {
  const areCounts = [pieces, before, quantity].every(
    (count) => Number.isSafeInteger(count) && count >= 0,
  )
  if (!areCounts || pieces === 0 || before + quantity > pieces)
    throw new RangeError('more pieces go back than were bought')
}
