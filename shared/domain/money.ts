/** Money is integer fen everywhere; these are the only places where it is split or written out. */

/**
 * Splits `totalFen` in proportion to `weights`. The parts are integers, sum to the total exactly,
 * and each is within one fen of its exact share; the largest remainders get the odd fen.
 */
export function prorate(totalFen: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalFen)) throw new RangeError('totalFen must be an integer')
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('weights must be integers from zero up')
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) {
    if (totalFen === 0) return weights.map(() => 0)
    throw new RangeError('nothing to split over: all weights are zero')
  }
  const sign = Math.sign(totalFen)
  const whole = BigInt(Math.abs(totalFen))
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight)
    return { index, part: Number(product / BigInt(sum)), remainder: product % BigInt(sum) }
  })
  const left = Math.abs(totalFen) - shares.reduce((total, share) => total + share.part, 0)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  )
  for (const share of byRemainder.slice(0, left)) share.part += 1
  return shares.map(({ part }) => (part === 0 ? 0 : sign * part))
}

/** "128.00": yuan with two decimals, without a sign for the currency. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
