import { prorate } from '../money'
import type { Localized } from '../localized'
import type { LineRule } from './discount'
import { discountFen } from './discount'
import type { PricingAdjustmentKind } from './promotion'
import type { Pieces } from './unit-price'

/** A promotion or coupon with the pieces that may join it, from dear to cheap. */
export interface Discount {
  kind: PricingAdjustmentKind
  sourceId: string
  name: Localized
  rule: LineRule
  pieces: readonly Pieces[]
  /** What it takes off if all of them join and nothing else does. */
  mostFen: number
}

/** What is to be settled: who competes for lines, and what comes on top, in its order. */
export interface Plan {
  /** What the pieces of each line cost that may join anything. */
  openFen: readonly number[]
  exclusives: readonly Discount[]
  onTop: readonly Discount[]
}

/** For every line the exclusive discount that it joins, by its position; -1 for none. */
export type Owners = readonly number[]

export interface Step {
  discount: Discount
  /** What it takes off each line, from zero up. */
  shares: number[]
}

/** Takes an amount off lines in proportion to what is left of each, never more than is there. */
function takeOff(left: number[], lines: readonly number[], amountFen: number): number[] {
  const parts = prorate(
    amountFen,
    lines.map((line) => left[line] ?? 0),
  )
  const shares = left.map(() => 0)
  for (const [index, line] of lines.entries()) {
    const part = parts[index] ?? 0
    shares[line] = part
    left[line] = (left[line] ?? 0) - part
  }
  return shares
}

/** The lines of pieces, each once and in order. */
function linesOf(pieces: readonly Pieces[], count: number): number[] {
  const isJoined = new Uint8Array(count)
  for (const { line } of pieces) isJoined[line] = 1
  const lines: number[] = []
  for (let line = 0; line < count; line++) if (isJoined[line] === 1) lines.push(line)
  return lines
}

/** Applies everything in its order; `left` is what is still to pay for the open pieces. */
export function settle(plan: Plan, owners: Owners): { steps: Step[]; left: number[] } {
  const left = [...plan.openFen]
  const steps: Step[] = []
  const apply = (discount: Discount, pieces: readonly Pieces[]): void => {
    const lines = linesOf(pieces, left.length)
    const leftFen = lines.reduce((sum, line) => sum + (left[line] ?? 0), 0)
    const amountFen = discountFen(discount.rule, pieces, leftFen)
    if (amountFen > 0) steps.push({ discount, shares: takeOff(left, lines, amountFen) })
  }
  const joined = new Set(owners)
  for (const [index, discount] of plan.exclusives.entries()) {
    if (!joined.has(index)) continue
    apply(
      discount,
      discount.pieces.filter(({ line }) => owners[line] === index),
    )
  }
  for (const discount of plan.onTop) apply(discount, discount.pieces)
  return { steps, left }
}

/** What is still to pay for the open pieces after everything. */
export const leftFenAfter = (plan: Plan, owners: Owners): number =>
  settle(plan, owners).left.reduce((sum, fen) => sum + fen, 0)
