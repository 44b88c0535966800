import path from 'node:path'
import { UsageError } from '../deploy/deploy-error'
import { readWords } from '../deploy/read-words'
import { projectRoot } from '../paths'

/** Where an operator's script works: an environment that is online, or a folder of local data. */
type Place =
  { kind: 'remote'; env: string; as: string | undefined } | { kind: 'local'; dataDirectory: string }

export interface OperateOptions {
  place: Place
  isDry: boolean
  /** The folder a backup is written to or read from. */
  folder: string | undefined
  /** How long one job of the database may take. */
  patienceMs: number
}

/** What a script takes beside `--env X | --local [--data DIR]`. */
type Extra = 'dry' | 'timeout' | 'folder'

const options = {
  env: { type: 'string' },
  as: { type: 'string' },
  local: { type: 'boolean' },
  data: { type: 'string' },
  dry: { type: 'boolean' },
  timeout: { type: 'string' },
} as const

const minuteMs = 60_000

/** Reads the command line of a script that takes these; throws a UsageError for anything else. */
export function readOperateOptions(
  words: readonly string[],
  { usage, takes }: { usage: string; takes: readonly Extra[] },
  variables: Readonly<Record<string, string | undefined>> = process.env,
): OperateOptions {
  const refuse = (why: string) => new UsageError(`${why}\n\n${usage}`)
  // npm makes `dry_run` of `--dry`.
  const wording = { options, usage, takesPositionals: true, alsoMeant: ['dry_run'] }
  const { values, positionals } = readWords(words, wording, variables)
  const { env, as, local = false, data, dry, timeout = '30' } = values
  for (const name of ['dry', 'timeout'] as const)
    if (values[name] !== undefined && !takes.includes(name))
      throw refuse(`There is no --${name} here.`)
  if (env === '' || (env === undefined) === !local) throw refuse('Say where: --env or --local.')
  if (as !== undefined && local) throw refuse('--as is about --env only.')
  if (data !== undefined && !local) throw refuse('--data is about --local only.')
  if (positionals.length > 1) throw refuse('One folder, please.')
  if (positionals.length > 0 && !takes.includes('folder'))
    throw refuse(`What is ${positionals[0]}?`)
  const minutes = Number(timeout)
  if (!(minutes > 0)) throw refuse(`--timeout takes minutes, not "${timeout}".`)
  return {
    place:
      env === undefined
        ? { kind: 'local', dataDirectory: path.resolve(data ?? path.join(projectRoot, '.local')) }
        : { kind: 'remote', env, as },
    isDry: dry ?? false,
    folder: positionals[0],
    patienceMs: minutes * minuteMs,
  }
}
