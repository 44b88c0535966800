import { takeCaller } from './cloud'
import type { Caller } from './cloud'
import { now } from './clock'
import { newId } from './ids'
import { record, writeDownIfDue } from './health/record'
import { beginInvocation, logError, logInvocation, msSince } from './log'
import type { CloudContext } from './serve'

export type Forbidden = { ok: false; error: { code: 'FORBIDDEN' }; requestId: string }

const clientSources = new Set(['wx_client', 'wx_devtools', 'wx_http', 'wx_unknown'])

/**
 * Whether a person's device stands behind a call. Any user of the mini program can call any
 * function, also through another one (`wx_client,scf`). An openid without a word on the source is
 * taken for a client.
 */
export function isClient({ source, openId }: Caller): boolean {
  const sources = source.split(',').map((part) => part.trim())
  return sources.some((part) => clientSources.has(part)) || (source === '' && openId !== undefined)
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
export function servePlatform<T>(name: string, handler: PlatformHandler<T>) {
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
    if (isClient(caller)) {
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
