import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { UsageError } from './deploy-error'
import { keptByNpm } from './kept-by-npm'

type Options = NonNullable<ParseArgsConfig['options']>

interface Wording<T extends Options> {
  options: T
  /** What every refusal ends with. */
  usage: string
  takesPositionals?: boolean
  /** Options that it does not have and that somebody writes for one that it has. */
  alsoMeant?: readonly string[]
}

type Read<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: boolean }>
>
type ProcessVariables = Readonly<Record<string, string | undefined>>

/** Reads a script's command line by its options; throws a UsageError that says what to write. */
export function readWords<const T extends Options>(
  words: readonly string[],
  { options, usage, takesPositionals = false, alsoMeant = [] }: Wording<T>,
  variables: ProcessVariables,
): Pick<Read<T>, 'values' | 'positionals'> {
  const lost = keptByNpm([...Object.keys(options).flatMap(asNpmKeeps), ...alsoMeant], variables)
  if (lost.length > 0)
    throw new UsageError(
      `npm has kept --${lost.join(', --')} for itself: write -- before the options.\n\n${usage}`,
    )
  try {
    return parseArgs({ args: [...words], options, allowPositionals: takesPositionals })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}

/** Settings of npm's own that a person may have in their `.npmrc`, and that say nothing of these words. */
const npmsOwn = ['json', 'version']

/** npm hands `--take-over` on as `take_over`, and `--no-migrate` as a `migrate` that is empty. */
const asNpmKeeps = (option: string): string[] =>
  npmsOwn.includes(option) ? [] : [option.replace(/^no-/, '').replaceAll('-', '_')]
