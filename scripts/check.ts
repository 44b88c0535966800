import { runCommands } from './check/run-commands'
import type { Command, Outcome } from './check/run-commands'
import { jestCounts } from './check/jest-counts'

const tool = (name: string, program: string, ...options: string[]): Command => ({
  name,
  program: `node_modules/.bin/${program}`,
  options,
})

/** The quick half of the tests: what can be known without starting anything. */
const quick: Command[] = [
  tool('lint', 'eslint', '.', '--cache', '--cache-location', '.cache/eslint/'),
  // TypeScript 7 finds the same mistakes several times faster; the linter still needs version 6.
  { name: 'types', program: process.execPath, options: ['node_modules/ts7/bin/tsc', '-b'] },
  tool('unit', 'jest', '--selectProjects', 'unit', '--maxWorkers', '2'),
  tool(
    'format',
    'prettier',
    '.',
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
  ),
  tool('unused', 'knip', '--no-progress'),
]

/** `npm run check`: types, lint, imports, format, unused code and unit tests. */
async function main(): Promise<void> {
  const outcomes = await runCommands(quick, 2, say)
  const { passed, failed } = jestCounts(outcomes.map(({ output }) => output).join('\n'))
  console.log(`check: ${passed} passed, ${failed} failed`)
  if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1
}

function say({ name, ok, seconds, output }: Outcome): void {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(output.trimEnd())
}

void main()
