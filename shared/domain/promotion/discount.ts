import type { AmountOff, BundlePrice, Newcomer, NthItem, PercentOff } from './promotion'
import type { Pieces } from './unit-price'

/** The rules that take money off lines that join them. */
export type LineRule = AmountOff | PercentOff | NthItem | BundlePrice | Newcomer

export const amountFenOf = (pieces: readonly Pieces[]): number =>
  sumOver(pieces, ({ quantity, unitFen }) => quantity * unitFen)

export const countOf = (pieces: readonly Pieces[]): number =>
  sumOver(pieces, ({ quantity }) => quantity)

function sumOver(pieces: readonly Pieces[], of: (each: Pieces) => number): number {
  let sum = 0
  for (const each of pieces) sum += of(each)
  return sum
}

/**
 * What a rule takes off pieces that are ordered from dear to cheap and of which `leftFen` is still
 * to pay. More pieces never make it less.
 */
export function discountFen(
  rule: LineRule,
  pieces: readonly Pieces[],
  leftFen = amountFenOf(pieces),
): number {
  return Math.min(leftFen, offFen(rule, pieces, leftFen))
}

function offFen(rule: LineRule, pieces: readonly Pieces[], leftFen: number): number {
  switch (rule.kind) {
    case 'amountOff':
      return amountOff(rule, amountFenOf(pieces))
    case 'percentOff':
      return percentOff(rule, pieces, leftFen)
    case 'nthItem':
      return nthItemOff(rule, pieces)
    case 'bundlePrice':
      return bundleOff(rule, pieces)
    case 'newcomer':
      return amountFenOf(pieces) >= rule.fromFen ? rule.offFen : 0
  }
}

function amountOff(rule: AmountOff, sumFen: number): number {
  let best = 0
  for (const { fromFen, offFen } of rule.tiers) {
    if (sumFen < fromFen) continue
    const times = rule.repeats && fromFen > 0 ? Math.floor(sumFen / fromFen) : 1
    best = Math.max(best, offFen * times)
  }
  return best
}

function percentOff(rule: PercentOff, pieces: readonly Pieces[], leftFen: number): number {
  const percent = percentReached(rule, pieces)
  return Math.min(rule.mostFen ?? Infinity, Math.floor((leftFen * percent) / 100))
}

function percentReached(rule: PercentOff, pieces: readonly Pieces[]): number {
  const sumFen = amountFenOf(pieces)
  const count = countOf(pieces)
  let best = 0
  for (const tier of rule.tiers) {
    if (sumFen >= (tier.fromFen ?? 0) && count >= (tier.fromCount ?? 0))
      best = Math.max(best, tier.percentOff)
  }
  return best
}

function nthItemOff({ nth, percentOff: percent }: NthItem, pieces: readonly Pieces[]): number {
  let position = 0
  let off = 0
  for (const { quantity, unitFen } of pieces) {
    const times = Math.floor((position + quantity) / nth) - Math.floor(position / nth)
    off += times * Math.floor((unitFen * percent) / 100)
    position += quantity
  }
  return off
}

function bundleOff({ count, priceFen }: BundlePrice, pieces: readonly Pieces[]): number {
  let off = 0
  let filled = 0
  let bundleFen = 0
  for (const { quantity, unitFen } of pieces) {
    let left = quantity
    while (left > 0) {
      const isWhole = filled === 0 && left >= count
      const bundles = isWhole ? Math.floor(left / count) : 1
      const added = isWhole ? count : Math.min(left, count - filled)
      filled += added
      bundleFen += added * unitFen
      left -= added * bundles
      if (filled < count) continue
      if (bundleFen <= priceFen) return off
      off += (bundleFen - priceFen) * bundles
      filled = 0
      bundleFen = 0
    }
  }
  return off
}
