import { setTimeout as sleep } from 'node:timers/promises'
import CloudBase from '@cloudbase/manager-node'
import { CallError, DeployError } from './deploy-error'

/** Keys of a Tencent Cloud account; they are held in memory only. */
export interface Credentials {
  secretId: string
  secretKey: string
  token?: string
}

export interface CloudOptions {
  envId: string
  region: string
  credentials: Credentials
  /** The mini program's AppID; WeChat's environments ask for it where rules are read. */
  appId?: string
  /** How long one call may take. */
  timeoutMs: number
  /** How long to wait before asking again whether something is ready. */
  pauseMs: number
  proxy?: string
}

/** What an environment is made of, as Tencent Cloud names it. */
interface EnvironmentInfo {
  EnvId: string
  Status: string
  PackageName?: string
  Functions?: { Namespace: string }[] | null
  Databases?: { InstanceId: string }[] | null
  Storages?: { Bucket: string }[] | null
  LogServices?: { LogsetId: string; TopicId: string }[] | null
}

/** One cloud environment as it is online. */
export interface Cloud {
  readonly envId: string
  readonly appId: string | undefined
  readonly info: EnvironmentInfo
  readonly timeoutMs: number
  readonly pauseMs: number
  /** Throws a CallError when the call was refused, took too long or was not answered. */
  call<T>(service: Service, action: string, parameters: object): Promise<T>
}

/** `tcb`: database, rules, storage; `scf`: cloud functions. */
type Service = 'tcb' | 'scf'

/**
 * Opens an environment that exists and works. Only the signed calls of manager-node are used: its
 * convenience methods take any failure for "does not exist" and swallow failing triggers.
 */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const call = caller(options)
  const { EnvList = [] } = await call<{ EnvList?: EnvironmentInfo[] }>('tcb', 'DescribeEnvs', {
    EnvId: options.envId,
  })
  const info = EnvList.find(({ EnvId }) => EnvId === options.envId)
  if (!info) {
    throw new DeployError(
      `The account has no environment ${options.envId}. Compare the id with the one in the Cloud ` +
        'Development console, and the keys with the account it belongs to.',
    )
  }
  if (info.Status !== 'NORMAL') {
    throw new DeployError(
      `The environment ${options.envId} is ${info.Status}, not NORMAL. See the console: it may ` +
        'still be made, or be isolated because a bill is open.',
    )
  }
  const { envId, appId, timeoutMs, pauseMs } = options
  return { envId, appId, info, timeoutMs, pauseMs, call }
}

function caller(options: CloudOptions): Cloud['call'] {
  const { envId, region, credentials, timeoutMs, pauseMs, proxy } = options
  const manager = new CloudBase({
    envId,
    region,
    ...credentials,
    ...(proxy === undefined ? {} : { proxy }),
  })
  const services = { tcb: manager.commonService('tcb'), scf: manager.commonService('scf') }
  const once = (service: Service, action: string, parameters: object): Promise<unknown> =>
    within(services[service].call({ Action: action, Param: parameters }), timeoutMs, action)
  return async <T>(service: Service, action: string, parameters: object): Promise<T> => {
    for (let refusals = 0; ; refusals += 1) {
      try {
        return (await once(service, action, parameters)) as T
      } catch (error) {
        // Asked too fast is the one refusal that says by itself that nothing was done.
        if (!isTooFast(error) || refusals === mostRefusals) throw error
        await sleep(pauseMs)
      }
    }
  }
}

const mostRefusals = 5
const isTooFast = (error: unknown) =>
  error instanceof CallError && error.code.startsWith('RequestLimitExceeded')

async function within<T>(answer: Promise<T>, timeoutMs: number, action: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CallError(action, '', `no answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([answer, late])
  } catch (error) {
    throw error instanceof CallError ? error : asCallError(error, action)
  } finally {
    clearTimeout(timer)
  }
}

function asCallError(error: unknown, action: string): CallError {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const text = String(message ?? error)
  const words = text.startsWith(`[${action}] `) ? text.slice(action.length + 3) : text
  // A broken connection has no code of Tencent Cloud's.
  const known = typeof code === 'string' && /^[A-Z]\w+(\.|$)/.test(code) ? code : ''
  return new CallError(action, known, words)
}
