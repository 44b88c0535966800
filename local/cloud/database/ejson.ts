import { Binary, ObjectId, isDoc, type Doc, type Value } from './value'
import { invalidParam } from './wire-error'

/**
 * Reads MongoDB Extended JSON, canonical or relaxed. `now` (epoch ms) resolves the server dates
 * of `db.serverDate()`. Throws INVALID_PARAM for text that is not JSON or for a type the cloud's
 * SDK cannot send.
 */
export function parseEjson(text: string, now: number): Value {
  let parsed: Value
  try {
    parsed = JSON.parse(text) as Value
  } catch {
    throw invalidParam(`not JSON: ${text.slice(0, 80)}`)
  }
  return text.includes('"$') ? revive(parsed, now) : parsed
}

/** Reads one document or query object; anything but an object is INVALID_PARAM. */
export function parseEjsonObject(text: string, now: number): Doc {
  const value = parseEjson(text, now)
  if (!isDoc(value)) throw invalidParam(`an object is expected, not ${text.slice(0, 80)}`)
  return value
}

/** Reads a stored document; storage only ever holds what `stringifyEjson` wrote. */
export function parseStored(text: string): Doc {
  const parsed = JSON.parse(text) as Doc
  return text.includes('{"$') ? (revive(parsed, 0) as Doc) : parsed
}

/** Writes relaxed Extended JSON, which the SDK reads back to the same values. */
export function stringifyEjson(value: Value): string {
  return JSON.stringify(plain(value))
}

function revive(value: Value, now: number): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i] as Value, now)
    return value
  }
  const doc = value as Doc
  for (const name of Object.keys(doc)) {
    if (name.charCodeAt(0) === 36) {
      const special = reviveSpecial(name, doc[name] as Value, now)
      if (special !== undefined) return special
    }
    if (name === '__proto__') throw invalidParam('a field cannot be named __proto__')
    doc[name] = revive(doc[name] as Value, now)
  }
  return doc
}

function reviveSpecial(name: string, inner: Value, now: number): Value | undefined {
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return reviveNumber(inner)
    case '$date':
      return reviveDate(revive(inner, now))
    case '$oid':
      return reviveObjectId(inner)
    case '$tcb_server_date':
      return new Date(now + serverDateOffset(revive(inner, now)))
    case '$regularExpression':
      return reviveRegExp(inner)
    case '$undefined':
      return null
    case '$binary':
      return reviveBinary(inner)
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$code':
    case '$symbol':
      throw invalidParam(`${name} is a type that documents here cannot hold`)
    default:
      return undefined
  }
}

function reviveNumber(inner: Value): number {
  const number = typeof inner === 'string' ? Number(inner) : inner
  if (typeof number !== 'number' || (Number.isNaN(number) && inner !== 'NaN'))
    throw invalidParam(`not a number: ${JSON.stringify(inner)}`)
  return number === 0 ? 0 : number
}

function reviveDate(inner: Value): Date {
  const date = new Date(typeof inner === 'number' || typeof inner === 'string' ? inner : NaN)
  if (Number.isNaN(date.getTime())) throw invalidParam(`not a date: ${JSON.stringify(inner)}`)
  return date
}

function reviveObjectId(inner: Value): ObjectId {
  if (typeof inner !== 'string' || !/^[0-9a-f]{24}$/i.test(inner))
    throw invalidParam('an ObjectId has 24 hex digits')
  return new ObjectId(inner.toLowerCase())
}

function serverDateOffset(inner: Value): number {
  const offset = isDoc(inner) ? (inner['offset'] ?? 0) : NaN
  if (typeof offset !== 'number' || !Number.isFinite(offset))
    throw invalidParam('serverDate takes {offset} in milliseconds')
  return offset
}

function reviveRegExp(inner: Value): RegExp {
  if (!isDoc(inner) || typeof inner['pattern'] !== 'string')
    throw invalidParam('a regular expression needs a pattern')
  const options = inner['options'] ?? ''
  return toRegExp(inner['pattern'], typeof options === 'string' ? options : '?')
}

/** Builds a regular expression with MongoDB's options `i m s`; others are INVALID_PARAM. */
export function toRegExp(pattern: string, options: string): RegExp {
  // JavaScript's g, u and y say how to iterate, not what to match: MongoDB drops them too.
  const flags = options.replace(/[guy]/g, '')
  if (/[^ims]/.test(flags)) throw invalidParam(`invalid flag in regex options: ${options}`)
  try {
    return new RegExp(pattern, flags)
  } catch {
    throw invalidParam(`regular expression is invalid: ${pattern}`)
  }
}

function reviveBinary(inner: Value): Binary {
  if (isDoc(inner) && typeof inner['base64'] === 'string')
    return new Binary(inner['base64'], String(inner['subType'] ?? '00'))
  throw invalidParam('a binary needs base64')
}

/** The JSON form of a value: the value itself where it already is plain JSON. */
function plain(value: Value): Value {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return plainArray(value)
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof ObjectId) return value.toJSON()
  if (value instanceof Binary) return value.toJSON()
  if (value instanceof RegExp)
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  return plainDoc(value)
}

function plainArray(array: Value[]): Value[] {
  let copy: Value[] | undefined
  for (let i = 0; i < array.length; i++) {
    const item = array[i] as Value
    const json = plain(item)
    if (json !== item) (copy ??= array.slice())[i] = json
  }
  return copy ?? array
}

function plainDoc(doc: Doc): Doc {
  let copy: Doc | undefined
  for (const name in doc) {
    const item = doc[name] as Value
    const json = plain(item)
    if (json !== item) (copy ??= { ...doc })[name] = json
  }
  return copy ?? doc
}
