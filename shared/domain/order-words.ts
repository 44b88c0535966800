/** What a customer may type to find one of their own orders: names of goods, or its number. */
import type { Localized } from './localized'
import { lookupWord } from './order-lookup'
import { isHan, runsOf } from './search-text'

const mostWords = 300
const mostQueryWords = 8
const shortestBeginning = 2
const longestBeginning = 10

/** The word by which an order is found that holds this product, whatever its name. */
export const productWord = (productId: string): string => `product:${productId}`

const pairsOf = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

const beginningsOf = (run: string): string[] => {
  const found: string[] = []
  for (
    let length = shortestBeginning;
    length <= Math.min(run.length, longestBeginning);
    length += 1
  )
    found.push(run.slice(0, length))
  return found
}

const wordsOf = (name: string): string[] =>
  runsOf(name).flatMap((run) =>
    isHan(run) ? [...run, ...pairsOf(run)] : [run.slice(0, longestBeginning), ...beginningsOf(run)],
  )

/** The words an order is kept under, at most 300: products and number first. */
export function orderWords({
  number,
  lines,
}: {
  number: string
  lines: readonly { productId: string; name: Localized }[]
}): string[] {
  const digits = lookupWord(number)
  const words = [
    digits,
    digits.slice(-8),
    digits.slice(-4),
    ...lines.map(({ productId }) => productWord(productId)),
    ...lines.flatMap(({ name }) => [...wordsOf(name.zh), ...wordsOf(name.en)]),
  ]
  return [...new Set(words)].slice(0, mostWords)
}

/** What all has to be among an order's words; empty when there is nothing to search for. */
export function orderQueryWords(query: string): string[] {
  const number = lookupWord(query)
  if (/^\d{4,}$/.test(number)) return [number]
  const words = runsOf(query).flatMap((run) =>
    isHan(run) && [...run].length > 1 ? pairsOf(run) : [run.slice(0, longestBeginning)],
  )
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, mostQueryWords)
}
