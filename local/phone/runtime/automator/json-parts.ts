/**
 * What of a value can travel as JSON. The client of a test driver gets plain data: of an object
 * with live parts, such as the event channel of `navigateTo`, only the plain ones are told.
 */
export function jsonParts(value: unknown): unknown {
  if (isJson(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(value).filter(([, part]) => isJson(part)))
}

function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return true
  } catch {
    return false
  }
}
