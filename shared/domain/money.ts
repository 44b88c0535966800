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
  const whole = Math.abs(totalFen)
  const parts: number[] = []
  const remainders: number[] = []
  let left = whole
  for (const weight of weights) {
    const { part, remainder } = divide(whole, weight, sum)
    parts.push(part)
    remainders.push(remainder)
    left -= part
  }
  if (left > 0) {
    const byRemainder = [...remainders.keys()].sort(
      (a, b) => remainders[b]! - remainders[a]! || a - b,
    )
    for (const index of byRemainder.slice(0, left)) parts[index]! += 1
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part))
}

/** The whole part and the remainder of `a * b / by`; large products need more than a number. */
function divide(a: number, b: number, by: number): { part: number; remainder: number } {
  const product = a * b
  if (product <= Number.MAX_SAFE_INTEGER)
    return { part: Math.floor(product / by), remainder: product % by }
  const exact = BigInt(a) * BigInt(b)
  return { part: Number(exact / BigInt(by)), remainder: Number(exact % BigInt(by)) }
}

/** "128.00": yuan with two decimals, without a sign for the currency. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
