const LIMIT_BYTES = 1024 * 1024

/**
 * WeChat's rules for `setData`: no functions, a warning for undefined and for more than 1 MB.
 * Returns the data that may be set.
 */
export function checkSetData(
  component: string,
  data: unknown,
  warn: (message: string) => void,
): Record<string, unknown> {
  if (typeof data !== 'object' || data === null) {
    throw new TypeError(`setData of "${component}" needs an object, not ${String(data)}`)
  }
  const allowed: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(data)) {
    if (typeof value === 'function') {
      throw new TypeError(`setData of "${component}": "${path}" is a function`)
    }
    if (value === undefined) {
      warn(`Setting data field "${path}" to undefined is invalid. (${component})`)
    }
    allowed[path] = value
  }
  const bytes = roughSize(allowed, LIMIT_BYTES)
  if (bytes > LIMIT_BYTES) {
    const kilobytes = Math.round(bytes / 1024)
    warn(`setData of "${component}" sends more than 1024 KB (${kilobytes} KB or more): it is slow`)
  }
  return allowed
}

/** Length of the value as JSON, about; counting stops soon after the limit. */
function roughSize(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 5
  let size = 2
  for (const [name, each] of Object.entries(value)) {
    size += name.length + 3 + roughSize(each, limit - size)
    if (size > limit) return size
  }
  return size
}
