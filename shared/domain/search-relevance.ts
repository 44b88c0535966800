import { isHan, runsOf } from './search-text'
import { syllablesOf } from './search-tokens'
import type { Localized } from './localized'

/** A found product, as far as its place among the others depends on it. */
export interface Ranked {
  _id: string
  name: Localized
  /** The company's order. */
  rank: number
}

/**
 * The likeliest first: the name as it was typed, names that begin so, names that contain it, then
 * what was found by other words; among equals the company's order.
 */
export function byRelevance<T extends Ranked>(query: string, found: readonly T[]): T[] {
  const wanted = runsOf(query).join('')
  return found
    .map((product) => ({ product, step: stepOf(wanted, product.name) }))
    .sort(
      (a, b) =>
        a.step - b.step ||
        a.product.rank - b.product.rank ||
        (a.product._id < b.product._id ? -1 : 1),
    )
    .map(({ product }) => product)
}

function stepOf(wanted: string, { zh, en }: Localized): number {
  const steps = [zh, en].map((name) => nameStep(wanted, runsOf(name).join('')))
  // Letters may be the sound of the Chinese name.
  if (!isHan(wanted)) steps.push(nameStep(wanted, syllablesOf(zh).join('')))
  return Math.min(...steps)
}

function nameStep(wanted: string, name: string): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  return name.includes(wanted) ? 2 : 3
}
