/** Calls a method if the object has it; what it throws or rejects with goes to `failed`. */
export function callMethod(
  target: Record<string, unknown>,
  name: string,
  values: unknown[],
  failed: (error: unknown) => void,
): unknown {
  const method = target[name]
  if (typeof method !== 'function') return undefined
  try {
    return (method as (...values: unknown[]) => unknown).apply(target, values)
  } catch (error) {
    failed(error)
    return undefined
  }
}
