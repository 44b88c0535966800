import type { Options } from 'mingo/types'
import { mingo } from './mingo'
import { requestFailed } from './wire-error'

type Operator = (doc: unknown, expression: unknown, options: Options) => unknown

/** Expression operators that mingo lacks, or that it answers otherwise than MongoDB. */
export const expressionOperators: Readonly<Record<`$${string}`, Operator>> = {
  $indexOfCP,
  $substr: $substrBytes,
  $substrBytes,
  $trunc,
  $week,
}

function $indexOfCP(doc: unknown, expression: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = argumentsOf(doc, expression, options)
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string')
    throw requestFailed('$indexOfCP requires a string as the first and second argument')
  const points = [...text]
  const within = points.slice(Number(start), end === undefined ? undefined : Number(end)).join('')
  const found = within.indexOf(part)
  return found < 0 ? -1 : Number(start) + [...within.slice(0, found)].length
}

/** A negative count means up to the end. */
function $substrBytes(doc: unknown, expression: unknown, options: Options): string {
  const [value, start, count] = argumentsOf(doc, expression, options)
  if (typeof start !== 'number' || typeof count !== 'number')
    throw requestFailed('$substrBytes: start and length must be numbers')
  const bytes = Buffer.from(textOf(value))
  if (start < 0 || start > bytes.length) return ''
  const part = bytes.subarray(start, count < 0 ? undefined : start + count)
  const text = part.toString()
  if (!Buffer.from(text).equals(part))
    throw requestFailed(
      '$substrBytes: Invalid range, starting or ending in the middle of a UTF-8 character',
    )
  return text
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString() : String(value)
}

/** The number of places may be left out. */
function $trunc(doc: unknown, expression: unknown, options: Options): unknown {
  const pair = Array.isArray(expression) ? expression : [expression]
  return mingo().operators.expression.$trunc(
    doc as never,
    pair.length === 1 ? [...pair, 0] : pair,
    options,
  )
}

/** Weeks begin on Sundays; the days before the first Sunday of a year are week 0. */
function $week(doc: unknown, expression: unknown, options: Options): number | null {
  const year = mingo().core.evalExpr(doc, { $dayOfYear: expression }, options)
  const day = mingo().core.evalExpr(doc, { $dayOfWeek: expression }, options)
  if (typeof year !== 'number' || typeof day !== 'number') return null
  return Math.floor((year - day + 7) / 7)
}

function argumentsOf(doc: unknown, expression: unknown, options: Options): unknown[] {
  const values = mingo().core.evalExpr(doc, expression, options)
  return Array.isArray(values) ? values : [values]
}
