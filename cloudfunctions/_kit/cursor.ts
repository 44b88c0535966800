/** Where a list goes on: after the document with this sort value and this id. */
export interface Place {
  value: number
  id: string
}

/** The place as the opaque text a client sends back. */
export const writeCursor = ({ value, id }: Place): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** The place a client sent, or undefined when it is none of ours. */
export function readCursor(text: string): Place | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    // Not JSON, so not a cursor: the caller answers INVALID_INPUT.
    return undefined
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) return undefined
  const [value, id] = parsed as unknown[]
  return typeof value === 'number' && typeof id === 'string' && /^[A-Za-z0-9._:#-]{1,120}$/.test(id)
    ? { value, id }
    : undefined
}
