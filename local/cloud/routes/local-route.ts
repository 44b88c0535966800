import { HttpError } from '../http/call'
import type { Call } from '../http/call'

/** The user that a request names; refused with 400 when it names none. */
export function userOf(given: unknown): string {
  if (typeof given === 'string' && given !== '') return given
  throw new HttpError(400, 'USER_MISSING', "Say who: 'user' has to be a name.")
}

/** The decoded rest of the path after the mount, which has to be one segment. */
export function segmentOf({ path }: Call, what: string): string {
  const segment = decodeSegment(path.slice(1))
  if (segment === '' || segment.includes('/')) {
    throw new HttpError(404, 'NOT_FOUND', `The path has to end with ${what}.`)
  }
  return segment
}

export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new HttpError(400, 'BAD_PATH', `The path '${segment}' is not percent-encoded.`)
  }
}

export function requireMethod({ method }: Call, ...allowed: readonly string[]): void {
  if (allowed.includes(method)) return
  throw new HttpError(405, 'METHOD_NOT_ALLOWED', `Use ${allowed.join(' or ')}.`)
}

/** A number of the query within limits; the fallback when it is not given. */
export function numberOf(
  { query }: Call,
  name: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const text = query.get(name)
  if (text === null) return fallback
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= min && value <= max) return value
  throw new HttpError(400, 'BAD_QUERY', `'${name}' has to be a whole number from ${min} to ${max}.`)
}
