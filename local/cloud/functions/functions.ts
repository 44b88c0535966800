import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock'
import type { Service } from '../service'
import { FunctionWorker } from './function-worker'
import type { WorkerSpec } from './function-worker'
import { createDeployedFunctions } from './deployed-functions'
import type { DeployedFunction } from './deployed-functions'
import type { FunctionSettings } from './function-settings'
import { checkDirectory, checkSettings, limitsIn } from './function-settings'
import { functionVersion, listFunctions, readFunctionConfig } from './function-folder'
import type { FunctionConfig } from './function-folder'
import { identityOf, sourceOf } from './invocation'
import type { Caller, Invocation, InvocationResult } from './invocation'
import {
  clientDataTooLarge,
  configUnreadable,
  failureOf,
  functionNotFound,
} from './invocation-failure'
import type { InvocationFailure } from './invocation-failure'
import { createLineCollector } from './invocation-log'
import type { InvocationLogs } from './invocation-log'
import {
  functionEnvironment,
  invocationContext,
  invocationEnvironment,
  wireUrlOf,
} from './run-environment'
import type { Platform } from './run-environment'
import { pruneCodeCache } from './prune-code-cache'
import type { RunRequest } from './runtime/protocol'
import { workerSource } from './runtime/worker-source'
import { WorkerPool } from './worker-pool'

export interface FunctionsOptions {
  readonly directory: string
  readonly codeCacheDirectory: string
  readonly settings: Readonly<Record<string, FunctionSettings>>
  readonly workersPerFunction: number
  readonly clock: Clock
  readonly logs: InvocationLogs
  /** Read at each start of a worker: the port is known only once the server listens. */
  readonly platform: () => Platform
  /** Answers what a function asks of the gateway. */
  readonly onWire: WorkerSpec['onWire']
  /** Told when an invocation is over, however it ended. */
  readonly onEnded: (invocation: Invocation) => Promise<void> | void
  readonly log: (line: string) => void
}

export interface Functions extends Service {
  /** Runs a function as WeChat does. Never rejects: failures come as WeChat's codes. */
  invoke(name: string, data: object, caller: Caller): Promise<InvocationResult>
  /** The invocation that carries this token, while it is running. */
  running(token: string): Invocation | undefined
  exists(name: string): boolean
  names(): string[]
  config(name: string): FunctionConfig
  /** Resolves when the function, as it is on disk now, has a worker, so that its next call is warm. */
  warm(name: string): Promise<void>
}

export function createFunctions(options: FunctionsOptions): Functions {
  const { directory, clock, logs } = options
  const limitsOf = (name: string) => limitsIn(options.settings[name])
  const deployed = createDeployedFunctions(directory, (name) => {
    const platform = options.platform()
    return new WorkerPool({
      limit: options.workersPerFunction,
      createWorker: () =>
        new FunctionWorker({
          source,
          start: {
            entry: join(directory, name, 'index.js'),
            sharedOffset: clock.sharedOffset,
            wireUrl: wireUrlOf(platform.url),
            codeCacheDirectory: options.codeCacheDirectory,
          },
          environment: functionEnvironment(name, options.settings[name] ?? {}, platform),
          memoryMb: limitsOf(name).memoryMb,
          onWire: options.onWire,
          onStrayCrash: (reason) => options.log(`function ${name} crashed while idle: ${reason}`),
        }),
    })
  })
  const invocations = new Map<string, Invocation>()
  const underway = new Set<Promise<unknown>>()
  let stopped = false
  let source = ''

  const eventOf = (data: object, { openid }: Invocation): string => {
    const { appId } = options.platform()
    return JSON.stringify(openid ? { ...data, userInfo: { appId, openId: openid } } : data)
  }

  const run = async (
    invocation: Invocation,
    caller: Caller,
    data: object,
    pool: WorkerPool,
    onLine: Parameters<FunctionWorker['run']>[2],
  ) => {
    const { appId, envId } = options.platform()
    const limits = limitsOf(invocation.functionName)
    const environment = invocationEnvironment(invocation, caller, appId)
    const request: RunRequest = {
      kind: 'run',
      event: eventOf(data, invocation),
      context: invocationContext(invocation, environment, limits, envId),
      environment,
    }
    invocations.set(invocation.id, invocation)
    try {
      const limitMs = limits.timeoutSeconds * 1000
      return await pool.submit({ request, limitMs, onLine })
    } finally {
      invocations.delete(invocation.id)
      await options.onEnded(invocation)
    }
  }

  const invoke = async (name: string, data: object, caller: Caller): Promise<InvocationResult> => {
    const requestId = randomUUID()
    const at = clock.now()
    const asked = performance.now()
    const lines = createLineCollector()
    const source = sourceOf(caller)
    const who = identityOf(caller)

    const finish = (
      result: { json: string } | InvocationFailure,
      ran: { cold: boolean; ranMs: number } = { cold: false, ranMs: performance.now() - asked },
    ): InvocationResult => {
      const ok = 'json' in result
      const { action } = data as { action?: unknown }
      logs.add({
        at,
        function: name,
        user: who.user,
        source,
        requestId,
        action: typeof action === 'string' ? action : undefined,
        durationMs: Math.round(ran.ranMs * 100) / 100,
        cold: ran.cold,
        ok,
        error: ok ? undefined : result.message,
        lines: lines.lines,
      })
      return ok ? { ok, requestId, json: result.json } : { ok, requestId, ...result }
    }

    const tooLarge = caller.kind === 'client' && clientDataTooLarge(JSON.stringify(data))
    if (tooLarge) return finish(tooLarge)
    let found: DeployedFunction | undefined
    try {
      found = await deployed.current(name)
    } catch (error) {
      return finish(configUnreadable(error))
    }
    if (!found) return finish(functionNotFound(name))
    if (stopped) return finish(failureOf({ kind: 'exited', code: 0 }, limitsOf(name)))
    const invocation: Invocation = {
      id: requestId,
      functionName: name,
      ...who,
      source,
      openapi: found.config.openapi,
    }
    const ran = await run(invocation, caller, data, found.pool, lines.add)
    if (ran.outcome.kind === 'returned') return finish(ran.outcome, ran)
    return finish(failureOf(ran.outcome, limitsOf(name)), ran)
  }

  return {
    invoke(name, data, caller) {
      const result = invoke(name, data, caller)
      underway.add(result)
      void result.then(() => underway.delete(result))
      return result
    },
    running: (token) => invocations.get(token),
    exists: (name) => functionVersion(directory, name) !== undefined,
    names: () => listFunctions(directory),
    config: (name) => readFunctionConfig(directory, name),
    async warm(name) {
      const found = await deployed.current(name)
      await found?.pool.warm()
    },
    async start() {
      checkDirectory(directory)
      checkSettings(options.settings)
      pruneCodeCache(options.codeCacheDirectory)
      // WeChat runs functions in UTC, and a thread has the time zone of its process.
      process.env['TZ'] = 'UTC'
      source = await workerSource()
    },
    async stop() {
      stopped = true
      await deployed.close()
      await Promise.all(underway)
    },
    reset: () => deployed.close(),
  }
}
