import type { Binary, ObjectId } from './value'
import { rank, rankOf, type Doc, type Value } from './value'

/** MongoDB's order of any two values; negative, zero or positive. A missing field is null. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  const rankA = rankOf(a)
  const rankB = rankOf(b)
  if (rankA !== rankB) return rankA - rankB
  return compareWithin(rankA, a as Value, b as Value)
}

/** True if MongoDB's `$eq` takes the two values for the same. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || compareValues(a, b) === 0
}

function compareWithin(ofRank: number, a: Value, b: Value): number {
  switch (ofRank) {
    case rank.object:
      return compareDocs(a as Doc, b as Doc)
    case rank.array:
      return compareArrays(a as Value[], b as Value[])
    case rank.boolean:
      return Number(a) - Number(b)
    case rank.date:
      return (a as Date).getTime() - (b as Date).getTime()
    case rank.objectId:
      return compareStrings((a as ObjectId).hex, (b as ObjectId).hex)
    case rank.binary:
      return compareBinaries(a as Binary, b as Binary)
    case rank.regex:
      return compareRegExps(a as RegExp, b as RegExp)
    default:
      return 0
  }
}

/** NaN equals itself and sorts before every other number. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  if (a === b) return 0
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1
}

/** The order of the UTF-8 bytes, which is the order of code points. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const xHigh = x >= 0xd800 && x <= 0xdfff
    const yHigh = y >= 0xd800 && y <= 0xdfff
    if (xHigh !== yHigh) return xHigh ? 1 : -1
    return x - y
  }
  return a.length - b.length
}

/** Field by field in stored order: the value's type, then the name, then the value. */
function compareDocs(a: Doc, b: Doc): number {
  const namesA = Object.keys(a)
  const namesB = Object.keys(b)
  const length = Math.min(namesA.length, namesB.length)
  for (let i = 0; i < length; i++) {
    const nameA = namesA[i] as string
    const nameB = namesB[i] as string
    const order =
      rankOf(a[nameA]) - rankOf(b[nameB]) ||
      compareStrings(nameA, nameB) ||
      compareValues(a[nameA], b[nameB])
    if (order !== 0) return order
  }
  return namesA.length - namesB.length
}

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareBinaries(a: Binary, b: Binary): number {
  const bytesA = Buffer.from(a.base64, 'base64')
  const bytesB = Buffer.from(b.base64, 'base64')
  return (
    bytesA.length - bytesB.length ||
    compareStrings(a.subType, b.subType) ||
    Buffer.compare(bytesA, bytesB)
  )
}

function compareRegExps(a: RegExp, b: RegExp): number {
  return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags)
}
