import { prorate } from './money'
import { err, ok } from './result'
import type { Result } from './result'

interface DiscountedLine {
  payableFen: number
}

interface Discounting {
  kind: string
  amountFen: number
  shares?: number[]
}

/** An unpaid order as far as its price can still change. */
export interface OpenPrice<L extends DiscountedLine, A extends Discounting> {
  lines: readonly L[]
  adjustments: readonly A[]
  totalFen: number
  means: { wechatFen: number }
}

const isStaffDiscount = ({ kind }: Discounting) => kind === 'staffDiscount'

/** What staff have taken off so far. */
export const staffDiscountOf = (adjustments: readonly Discounting[]): number =>
  adjustments.filter(isStaffDiscount).reduce((sum, { amountFen }) => sum - amountFen, 0)

/**
 * The most staff may take off in all: no more than the goods cost, and one fen is left to be paid
 * at WeChat Pay, which takes no less. What was paid by other means stays paid.
 */
export function mostStaffDiscount<L extends DiscountedLine, A extends Discounting>({
  lines,
  adjustments,
  means,
}: OpenPrice<L, A>): number {
  const before = staffDiscountOf(adjustments)
  const goodsFen = before + lines.reduce((sum, { payableFen }) => sum + payableFen, 0)
  return Math.max(0, Math.min(goodsFen, before + means.wechatFen - 1))
}

/**
 * The order's price with this discount in place of the one before, apportioned to the lines so
 * that every part can be refunded to the fen.
 */
export function discountByStaff<L extends DiscountedLine, A extends Discounting>(
  price: OpenPrice<L, A>,
  discountFen: number,
): Result<
  {
    lines: L[]
    adjustments: (A | { kind: 'staffDiscount'; amountFen: number; shares: number[] })[]
    totalFen: number
    wechatFen: number
  },
  'DISCOUNT_TOO_MUCH',
  { mostFen: number }
> {
  const before = staffDiscountOf(price.adjustments)
  const restored = withoutStaffDiscount(price)
  const mostFen = mostStaffDiscount(price)
  if (discountFen > mostFen) return err('DISCOUNT_TOO_MUCH', { mostFen })
  const shares =
    discountFen === 0
      ? restored.map(() => 0)
      : prorate(
          -discountFen,
          restored.map(({ payableFen }) => payableFen),
        )
  const others = price.adjustments.filter((adjustment) => !isStaffDiscount(adjustment))
  return ok({
    lines: restored.map((line, index) => ({
      ...line,
      payableFen: line.payableFen + (shares[index] ?? 0),
    })),
    adjustments:
      discountFen === 0
        ? others
        : [...others, { kind: 'staffDiscount' as const, amountFen: -discountFen, shares }],
    totalFen: price.totalFen + before - discountFen,
    wechatFen: price.means.wechatFen + before - discountFen,
  })
}

function withoutStaffDiscount<L extends DiscountedLine, A extends Discounting>({
  lines,
  adjustments,
}: OpenPrice<L, A>): L[] {
  const given = adjustments.filter(isStaffDiscount)
  return lines.map((line, index) => ({
    ...line,
    payableFen: given.reduce((sum, { shares }) => sum - (shares?.[index] ?? 0), line.payableFen),
  }))
}
