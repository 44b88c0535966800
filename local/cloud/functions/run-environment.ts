import type { FunctionLimits, FunctionSettings } from './function-settings'
import type { Caller, Invocation } from './invocation'

export interface Platform {
  readonly appId: string
  readonly envId: string
  /** Where the local cloud listens. */
  readonly url: string
}

const REGION = 'ap-shanghai'
const CONTEXT_KEYS = ['WX_CLIENTIP', 'WX_CLIENTIPV6', 'WX_APPID', 'WX_OPENID', 'WX_API_TOKEN']

/** The variables that every invocation of the function sees; nothing of this machine's environment. */
export function functionEnvironment(
  name: string,
  settings: FunctionSettings,
  { envId, url }: Platform,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    ...withUrl(settings.envVariables ?? {}, url),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: envId,
    SCF_FUNCTIONNAME: name,
    SCF_FUNCTIONVERSION: '$LATEST',
    TCB_ENV: envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: wireUrlOf(url) }),
  }
}

/** Where the functions find the gateway. */
export const wireUrlOf = (url: string): string => `${url}/wire`

const withUrl = (variables: Readonly<Record<string, string>>, url: string) =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value.replaceAll('{{url}}', url)]),
  )

/** The variables of one invocation, from which `getWXContext()` is made. */
export function invocationEnvironment(
  invocation: Invocation,
  caller: Caller,
  appId: string,
): Record<string, string> {
  const environment: Record<string, string> = {
    WX_CONTEXT_KEYS: CONTEXT_KEYS.join(','),
    WX_APPID: appId,
    WX_API_TOKEN: invocation.id,
  }
  if (invocation.source) environment['TCB_SOURCE'] = invocation.source
  if (invocation.openid) {
    environment['WX_OPENID'] = invocation.openid
    environment['WX_CLIENTIP'] = '127.0.0.1'
  }
  if (caller.kind === 'timer') {
    environment['TRIGGER_SRC'] = 'timer'
    environment['WX_TRIGGER_API_TOKEN_V0'] = invocation.id
  }
  return environment
}

/** The second argument of the handler. */
export function invocationContext(
  invocation: Invocation,
  environment: Readonly<Record<string, string>>,
  limits: FunctionLimits,
  envId: string,
): Record<string, unknown> {
  const pairs = Object.entries(environment)
  return {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: limits.memoryMb,
    time_limit_in_ms: limits.timeoutSeconds * 1000,
    request_id: invocation.id,
    function_name: invocation.functionName,
    function_version: '$LATEST',
    namespace: envId,
    environ: pairs.map(([key, value]) => `${key}=${value}`).join(';'),
    environment: JSON.stringify(environment),
  }
}
