import { takeCaller } from './cloud'
import type { Caller } from './cloud'
import { now } from './clock'
import { newId } from './ids'
import { record, writeDownIfDue } from './health/record'
import { beginInvocation, logError, logInvocation, msSince } from './log'
import type { CloudContext } from './serve'

export type Forbidden = { ok: false; error: { code: 'FORBIDDEN' }; requestId: string }

/** Sources that WeChat documents for people's devices, for developers and for calls over HTTP. */
const deviceSources = new Set([
  'wx_client',
  'wx_devtools',
  'wx_localdebug',
  'wx_crawler',
  'wx_http',
])
/** Those it documents for itself; `timer` is our own word for a timer that names no source. */
const platformSources = new Set(['wx_trigger', 'wx_paycallback', 'timer'])
/** A function called another one: says nothing of who called the first. */
const nested = 'scf'

const partsOf = ({ source }: Caller): string[] =>
  source
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Whether WeChat says that a device, a developer or a crawler made the call, however indirectly. */
export const isDevice = (caller: Caller): boolean =>
  partsOf(caller).some((part) => deviceSources.has(part))

/**
 * Whether a person may stand behind a call. Any user of the mini program can call any function,
 * also through another one (`wx_client,scf`). Whoever comes with an openid is a person unless
 * WeChat names the call as its own; a source that nobody has heard of is no excuse.
 */
export function isClient(caller: Caller): boolean {
  const parts = partsOf(caller)
  if (isDevice(caller) || parts.includes('wx_unknown')) return true
  if (caller.openId === undefined) return false
  const origins = parts.filter((part) => part !== nested)
  return origins.length === 0 || !origins.every((part) => platformSources.has(part))
}

/** What a platform function does, and when and for which invocation. */
export type PlatformHandler<T> = (
  event: Record<string, unknown>,
  invocation: { now: number; requestId: string; envId: string },
) => Promise<T>

/**
 * The `main` of a function that only WeChat's platform may call: a client gets FORBIDDEN and
 * nothing happens. An error is thrown on, so that the platform sees it and comes again.
 */
export function servePlatform<T>(
  name: string,
  handler: PlatformHandler<T>,
  isRefused: (caller: Caller) => boolean = isClient,
) {
  return async (event: unknown, context?: CloudContext): Promise<T | Forbidden> => {
    const caller = takeCaller()
    const startedAt = performance.now()
    const { isCold } = beginInvocation(caller.openId)
    writeDownIfDue()
    const at = now()
    const requestId = context?.request_id ?? newId(at)
    const finish = (outcome: string) => {
      const done = { action: name, outcome, durationMs: msSince(startedAt), isCold }
      logInvocation({ ...done, requestId, memberId: caller.openId })
      return record(done)
    }
    if (isRefused(caller)) {
      await finish('FORBIDDEN')
      return { ok: false, error: { code: 'FORBIDDEN' }, requestId }
    }
    try {
      const fields = typeof event === 'object' && event !== null ? event : {}
      const answer = await handler(fields as Record<string, unknown>, {
        now: at,
        requestId,
        envId: caller.envId,
      })
      await finish('ok')
      return answer
    } catch (error) {
      logError('internal', error, { action: name, requestId })
      await finish('INTERNAL')
      throw error
    }
  }
}
