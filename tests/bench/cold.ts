import { measureSize } from '../../scripts/size/measure-size'

/** What one function may cost a customer who meets it asleep. */
const budget = { requireMs: 150, gzipKB: 250 } as const

/**
 * Loading each function's bundle in a fresh process, as a cold start does, and what is uploaded of
 * it; `over` names those beyond the budget.
 */
export async function measureCold() {
  const { functions } = await measureSize()
  const over = Object.entries(functions)
    .filter(([, { requireMs, gzipKB }]) => requireMs > budget.requireMs || gzipKB > budget.gzipKB)
    .map(([name]) => name)
  return { budget, functions, over }
}
