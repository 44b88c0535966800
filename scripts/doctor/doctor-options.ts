import { UsageError } from '../deploy/deploy-error'
import { readWords } from '../deploy/read-words'

export interface DoctorOptions {
  /** An environment's id or the name of its file; nothing online is looked at without. */
  env: string | undefined
  /** The file that says the rest when `env` is an id that no file gives. */
  as: string | undefined
  users: number
  orders: number
  sizes: boolean
  /** Leaves out what the code alone says, which does not change by looking again. */
  onlyOnline: boolean
  json: boolean
}

const usage = `npm run doctor -- [--env ENV_ID [--as NAME]] [--users N] [--orders N]
  --env ENV_ID  looks online too, with TENCENT_SECRET_ID and TENCENT_SECRET_KEY set
  --as NAME     the file to go by when no file gives that id
  --users N     users a month, for the estimate of the cost; 1000 when left out
  --orders N    orders a month; 300 when left out
  --no-sizes    does not build, to be quick
  --only-online leaves out what is known from the code alone
  --json        all of it as one JSON object`

const wording = {
  usage,
  options: {
    env: { type: 'string' },
    as: { type: 'string' },
    users: { type: 'string' },
    orders: { type: 'string' },
    'no-sizes': { type: 'boolean' },
    'only-online': { type: 'boolean' },
    json: { type: 'boolean' },
  },
} as const

/** Reads the command line of a doctor; throws a UsageError that says what to write. */
export function readDoctorOptions(
  words: readonly string[],
  variables: Readonly<Record<string, string | undefined>> = {},
): DoctorOptions {
  const { values } = readWords(words, wording, variables)
  const { env, as, users, orders, json = false, ...rest } = values
  const onlyOnline = rest['only-online'] ?? false
  const sizes = rest['no-sizes'] !== true && !onlyOnline
  const count = (value: string | undefined, otherwise: number) => {
    if (value === undefined) return otherwise
    if (!/^\d{1,9}$/.test(value)) throw new UsageError(`"${value}" is no number.\n\n${usage}`)
    return Number(value)
  }
  if (env === '') throw new UsageError(`--env takes an environment.\n\n${usage}`)
  if (as !== undefined && env === undefined) throw new UsageError(`--as needs --env.\n\n${usage}`)
  if (onlyOnline && env === undefined)
    throw new UsageError(`--only-online needs --env.\n\n${usage}`)
  return { env, as, users: count(users, 1000), orders: count(orders, 300), sizes, onlyOnline, json }
}
