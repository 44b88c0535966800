import { jestCounts } from './check/jest-counts'
import { runCommand } from './check/run-commands'
import type { Command } from './check/run-commands'

const script = (name: string, ...options: string[]): Command => ({
  name,
  program: 'node_modules/.bin/tsx',
  options: [`scripts/${name}.ts`, ...options],
})
// All in one run, so that no core waits while the last file of one kind ends.
const slow: Command = {
  name: 'random, integration, e2e',
  program: 'node_modules/.bin/jest',
  options: ['--selectProjects', 'random', 'integration', 'e2e', '--maxWorkers', '2'],
}

/** `npm test`: everything, from types to a purchase in a browser. Stops at the first failure. */
async function main(): Promise<void> {
  const steps = [script('check'), script('build'), script('size'), slow]
  const total = { passed: 0, failed: 0 }
  for (const step of steps) {
    console.log(`\n== ${step.name}`)
    const { ok, seconds, output } = await runCommand(step)
    const counts = step.name === 'check' ? checkCounts(output) : jestCounts(output)
    total.passed += counts.passed
    total.failed += counts.failed
    console.log(output.trimEnd())
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds.toFixed(1)} s)`)
    if (!ok) {
      process.exitCode = 1
      break
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
}

function checkCounts(output: string): { passed: number; failed: number } {
  const [, passed = '0', failed = '0'] = /^check: (\d+) passed, (\d+) failed$/m.exec(output) ?? []
  return { passed: Number(passed), failed: Number(failed) }
}

void main()
