import type { Credentials } from './cloud'
import { UsageError } from './deploy-error'
import { readWords } from './read-words'

export interface DeployOptions {
  /** An environment's id, or the name of its file. */
  environment: string
  /** The file that says the rest when `environment` is an id that no file gives. */
  as: string | undefined
  isPlan: boolean
  force: boolean
  recreate: string[]
  /** The openid of the first owner, put into the staff when it is not there. */
  owner: string | undefined
  /** Whether outstanding migrations are carried out after the functions are online. */
  migrate: boolean
  /** Takes the lease also from a deploy whose time is not over. */
  isTakeOver: boolean
  timeoutMs: number
}

type ProcessVariables = Readonly<Record<string, string | undefined>>

const usage = `npm run deploy -- --env ENV_ID [--plan]
  --env ENV_ID     the cloud environment, by its id or by the name of its file in environments/
  --as NAME        the file to go by when no file gives that id
  --plan           says what would change and changes nothing
  --owner OPENID   puts the first owner into the staff
  --force          sends all code again
  --recreate NAME  may delete a function and make it anew, to change its runtime
  --no-migrate     leaves documents that are there already as they are, and says what waits
  --take-over      does not wait for the end of a deploy that was killed
  --timeout N      seconds that one call may take; 60 when left out`

const wording = {
  usage,
  options: {
    env: { type: 'string' },
    as: { type: 'string' },
    plan: { type: 'boolean' },
    force: { type: 'boolean' },
    recreate: { type: 'string', multiple: true },
    owner: { type: 'string' },
    'no-migrate': { type: 'boolean' },
    'take-over': { type: 'boolean' },
    timeout: { type: 'string' },
  },
  // Both are how `--dry` comes through, by which somebody means `--plan`.
  alsoMeant: ['dry', 'dry_run'],
} as const

/** Reads the command line of a deploy; throws a UsageError that says what to write. */
export function readDeployOptions(
  words: readonly string[],
  variables: ProcessVariables = {},
): DeployOptions {
  const { values } = readWords(words, wording, variables)
  const { env, as, plan, force, recreate, owner, timeout = '60', ...rest } = values
  if (env === undefined || env === '') throw new UsageError(`Say where to: --env.\n\n${usage}`)
  const seconds = Number(timeout)
  if (!(seconds > 0)) throw new UsageError(`--timeout takes seconds, not "${timeout}".\n\n${usage}`)
  if (owner !== undefined && !/^[\w-]{10,64}$/.test(owner))
    throw new UsageError(`"${owner}" is no openid.\n\n${usage}`)
  return {
    environment: env,
    as,
    isPlan: plan ?? false,
    force: force ?? false,
    recreate: recreate ?? [],
    owner,
    migrate: rest['no-migrate'] !== true,
    isTakeOver: rest['take-over'] ?? false,
    timeoutMs: seconds * 1000,
  }
}

/** The keys of the account, from the environment of the process and from nowhere else. */
export function readCredentials(variables: ProcessVariables): Credentials {
  const secretId = variables['TENCENT_SECRET_ID']?.trim()
  const secretKey = variables['TENCENT_SECRET_KEY']?.trim()
  const token = variables['TENCENT_TOKEN']?.trim()
  if (!secretId || !secretKey)
    throw new UsageError(
      'TENCENT_SECRET_ID and TENCENT_SECRET_KEY are not set. Make a key at ' +
        'console.cloud.tencent.com/cam/capi, with the account the environment belongs to, and set ' +
        'both in the environment of this process. They are neither written nor printed.',
    )
  return { secretId, secretKey, ...(token ? { token } : {}) }
}

/** The proxy the process is told to use, if any. */
export const readProxy = (variables: ProcessVariables): string | undefined =>
  variables['HTTPS_PROXY'] ?? variables['https_proxy'] ?? variables['http_proxy']
