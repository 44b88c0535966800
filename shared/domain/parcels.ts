import { err, ok } from './result'
import type { Result } from './result'

/** How many pieces of a line there are, and have left in parcels. */
export interface SentLine {
  quantity: number
  shipped: number
  /** Pieces whose money went back before they left: they never will. */
  refundedUnsent?: number
  /** Pieces the customer asks something for that is not decided. */
  asked?: number
}

/** Some pieces of an order, by the line's place in it. */
export interface Pieces {
  lineIndex: number
  quantity: number
}

/** WeChat takes so many parcels of one order. */
export const mostParcels = 15

/** Pieces that may still leave. */
export const leftToSend = ({ quantity, shipped, refundedUnsent = 0 }: SentLine): number =>
  Math.max(0, quantity - shipped - refundedUnsent)

/** Pieces that left and whose money has not gone back. */
export const leftWithCustomer = ({
  shipped,
  refunded,
  refundedUnsent = 0,
}: SentLine & { refunded: number }): number => Math.max(0, shipped - (refunded - refundedUnsent))

/** All that may still leave. */
export const allLeft = (lines: readonly SentLine[]): Pieces[] =>
  lines
    .map((line, lineIndex) => ({ lineIndex, quantity: leftToSend(line) }))
    .filter(({ quantity }) => quantity > 0)

/** Pieces that may still leave while their customer waits for an answer about them. */
export const askedUnsent = (line: SentLine): number => Math.min(line.asked ?? 0, leftToSend(line))

/** Whether one of these pieces is such a one: what nobody asks about leaves first. */
export const holdsAsked = (lines: readonly SentLine[], pieces: readonly Pieces[]): boolean =>
  pieces.some(({ lineIndex, quantity }) => {
    const line = lines[lineIndex]
    return line !== undefined && quantity > leftToSend(line) - askedUnsent(line)
  })

/** Whether nothing more will leave. */
export const isAllSent = (lines: readonly SentLine[]): boolean =>
  lines.every((line) => leftToSend(line) === 0)

/**
 * Puts pieces into a parcel: the lines as they are then, and what is in it. Refused when a line is
 * named twice or has not got so many left, and when nothing would be in the parcel.
 */
export function packParcel<L extends SentLine>(
  lines: readonly L[],
  wanted: readonly Pieces[] = allLeft(lines),
): Result<{ lines: L[]; pieces: Pieces[] }, 'PIECES_WRONG'> {
  const packed = [...lines]
  const seen = new Set<number>()
  for (const { lineIndex, quantity } of wanted) {
    const line = packed[lineIndex]
    if (!line || seen.has(lineIndex) || quantity < 1 || quantity > leftToSend(line))
      return err('PIECES_WRONG')
    seen.add(lineIndex)
    packed[lineIndex] = { ...line, shipped: line.shipped + quantity }
  }
  if (seen.size === 0) return err('PIECES_WRONG')
  return ok({ lines: packed, pieces: wanted.map((piece) => ({ ...piece })) })
}
