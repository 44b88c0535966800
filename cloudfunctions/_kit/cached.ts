import { now } from './clock'

/**
 * Keeps what `load` brings in this instance's memory for a while. Callers at the same time share
 * one load; a failed one is not kept.
 */
export function cached<T>(keepMs: number, load: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | undefined
  return () => {
    const at = now()
    // A clock that was put back must not keep a value for ever.
    if (kept && at < kept.until && kept.until - at <= keepMs) return kept.value
    const value = load()
    const mine = { value, until: at + keepMs }
    kept = mine
    value.catch(() => {
      if (kept === mine) kept = undefined
    })
    return value
  }
}
