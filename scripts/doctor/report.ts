import { assumptions, estimateCost } from './estimate-cost'
import type { Expectation } from './estimate-cost'
import type { Finding, Group } from './finding'

type Level = Finding['level']
type Say = (line: string) => void

const signs: Readonly<Record<Level, string>> = {
  ok: 'ok     ',
  warning: 'look   ',
  error: 'WRONG  ',
  byHand: 'by hand',
}

/** How many findings there are of each level. */
export function countFindings(groups: readonly Group[]): Record<Level, number> {
  const counts = { ok: 0, warning: 0, error: 0, byHand: 0 }
  for (const { findings } of groups) for (const { level } of findings) counts[level] += 1
  return counts
}

/** What was found group by group, what a month costs, and a last line that says how it stands. */
export function printReport(groups: readonly Group[], expected: Expectation, say: Say): void {
  for (const { title, findings } of groups) {
    say(`\n${title}`)
    for (const { level, says, todo } of findings) {
      say(`  ${signs[level]} ${says}`)
      if (todo !== undefined) say(`          → ${todo}`)
    }
  }
  printCost(expected, say)
  say(`\n${summaryOf(countFindings(groups))}`)
}

function printCost({ users, orders }: Expectation, say: Say): void {
  const lines = estimateCost({ users, orders })
  const total = lines.reduce((sum, { yuan }) => sum + yuan, 0)
  say(`\nA month with ${users} users and ${orders} orders, about ${total.toFixed(0)} yuan`)
  for (const { says, yuan } of lines) say(`  ${yuan.toFixed(2).padStart(9)}  ${says}`)
  for (const assumption of assumptions()) say(`             (${assumption})`)
}

function summaryOf({ error, warning, byHand }: Record<Level, number>): string {
  const rest = `${warning} to look at, ${byHand} only a person can see.`
  return error === 0 ? `Nothing has to be put right; ${rest}` : `${error} to put right; ${rest}`
}
