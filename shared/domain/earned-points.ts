/** What points are worth, and how they are earned. */
export interface PointsRule {
  /** Points worth one yuan. */
  perYuan: number
  /** Of what the goods cost, at most so many percent are paid in points. */
  mostPercent: number
  /** Points for each yuan that was paid for goods. */
  earnPerYuan: number
}

/** The points an order brings for what was paid for its goods and kept. */
export const earnedPoints = (rule: PointsRule, paidGoodsFen: number): number =>
  Math.floor((Math.max(0, paidGoodsFen) * rule.earnPerYuan) / 100)

/**
 * The points that go when `refundFen` more goes back of `keptFen` that was paid for goods and not
 * given back yet: their share, and all of them with the last fen.
 */
export function unearnedPoints(earned: number, keptFen: number, refundFen: number): number {
  if (keptFen <= 0) return earned
  return Number((BigInt(earned) * BigInt(Math.min(refundFen, keptFen))) / BigInt(keptFen))
}
