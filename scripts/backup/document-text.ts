import { createHash } from 'node:crypto'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** A document as one line that both the local cloud and Tencent's import take. */
export const lineOf = (text: string): string => JSON.stringify(withDates(JSON.parse(text) as Json))

/** Dates as the documentation of the import writes them; exports have other forms too. */
function withDates(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withDates)
  const date = dateOf(value)
  if (date !== undefined) return { $date: date }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withDates(part)]))
}

function dateOf(value: Record<string, Json>): string | undefined {
  if (!('$date' in value)) return undefined
  const inner = plainNumber(value['$date'] ?? null)
  if (typeof inner !== 'string' && typeof inner !== 'number') return undefined
  const date = new Date(inner)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** A number that is written with its type, as one without. */
function plainNumber(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const [name = '', inner] = Object.entries(value)[0] ?? []
  return /^\$number(Int|Long|Double)$/.test(name) && typeof inner !== 'object'
    ? Number(inner)
    : value
}

/** The same text for the same document, in whatever order and form its fields are written. */
function canonical(value: Json): string {
  const plain = plainNumber(value)
  if (Array.isArray(plain)) return `[${plain.map(canonical).join(',')}]`
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain)
  const fields = Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

export interface Digest {
  count: number
  /** The sum of the documents' own hashes, so that their order does not matter. */
  sha256: string
}

const size = 1n << 256n

/** Counts documents and adds up their hashes, in the same memory for however many. */
export async function digestOf(documents: AsyncIterable<string>): Promise<Digest> {
  let count = 0
  let sum = 0n
  for await (const text of documents) {
    const own = canonical(withDates(JSON.parse(text) as Json))
    sum = (sum + BigInt(`0x${createHash('sha256').update(own).digest('hex')}`)) % size
    count += 1
  }
  return { count, sha256: sum.toString(16).padStart(64, '0') }
}

/**
 * The name of a field that Tencent's import takes for a path, so that it would come back as
 * another one; undefined when there is none.
 */
export function fieldWithDot(text: string): string | undefined {
  const find = (value: Json): string | undefined => {
    if (typeof value !== 'object' || value === null) return undefined
    for (const [name, part] of Object.entries(value)) {
      const found = !Array.isArray(value) && name.includes('.') ? name : find(part)
      if (found !== undefined) return found
    }
    return undefined
  }
  return find(JSON.parse(text) as Json)
}
