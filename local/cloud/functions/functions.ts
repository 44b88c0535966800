import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock'
import { LocalCloudError } from '../local-cloud-error'
import type { Service } from '../service'
import { FunctionWorker } from './function-worker'
import type { WorkerSpec } from './function-worker'
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
import { functionEnvironment, invocationContext, invocationEnvironment } from './run-environment'
import type { FunctionSettings, Platform } from './run-environment'
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

interface Loaded {
  readonly version: string
  readonly config: FunctionConfig
  readonly pool: WorkerPool
  checkedAt: number
}

interface Limits {
  readonly timeoutSeconds: number
  readonly memoryMb: number
}

/** A file that was written less than this ago may still be being written. */
const SETTLE_MS = 50
const CHECK_EVERY_MS = 100

export function createFunctions(options: FunctionsOptions): Functions {
  const { directory, clock, logs } = options
  const loaded = new Map<string, Loaded>()
  const retired = new Set<WorkerPool>()
  const invocations = new Map<string, Invocation>()
  let source = ''

  const limitsOf = (name: string): Limits => ({
    timeoutSeconds: options.settings[name]?.timeout ?? 3,
    memoryMb: options.settings[name]?.memorySize ?? 256,
  })

  const load = (name: string, version: string): Loaded => {
    const settings = options.settings[name] ?? {}
    const pool = new WorkerPool({
      limit: options.workersPerFunction,
      createWorker: () =>
        new FunctionWorker({
          source,
          start: {
            entry: join(directory, name, 'index.js'),
            sharedOffset: clock.sharedOffset,
            wireUrl: options.platform().wireUrl,
            codeCacheDirectory: options.codeCacheDirectory,
          },
          environment: functionEnvironment(name, settings, options.platform()),
          memoryMb: limitsOf(name).memoryMb,
          onWire: options.onWire,
          onStrayCrash: (reason) => options.log(`function ${name} crashed while idle: ${reason}`),
        }),
    })
    const config = readFunctionConfig(directory, name)
    return { version, config, pool, checkedAt: performance.now() }
  }

  /** The function as it is on disk now; running invocations of an older version are left to finish. */
  const current = async (name: string): Promise<Loaded | undefined> => {
    const known = loaded.get(name)
    if (known && performance.now() - known.checkedAt < CHECK_EVERY_MS) return known
    for (;;) {
      const found = functionVersion(directory, name)
      if (!found) return undefined
      const latest = loaded.get(name)
      if (latest?.version === found.version) {
        latest.checkedAt = performance.now()
        return latest
      }
      const age = Date.now() - found.changedAt
      if (latest && age >= 0 && age < SETTLE_MS) {
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS - age))
        continue
      }
      const fresh = load(name, found.version)
      loaded.set(name, fresh)
      if (latest) {
        latest.pool.retire()
        for (const pool of retired) if (pool.size === 0) retired.delete(pool)
        retired.add(latest.pool)
      }
      return fresh
    }
  }

  const eventOf = (data: object, { openid }: Invocation): string => {
    const { appId } = options.platform()
    return JSON.stringify(openid ? { ...data, userInfo: { appId, openId: openid } } : data)
  }

  const run = async (
    invocation: Invocation,
    caller: Caller,
    data: object,
    found: Loaded,
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
      return await found.pool.submit({ request, limitMs, onLine })
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
    let found: Loaded | undefined
    try {
      found = await current(name)
    } catch (error) {
      return finish(configUnreadable(error))
    }
    if (!found) return finish(functionNotFound(name))
    const invocation: Invocation = {
      id: requestId,
      functionName: name,
      ...who,
      source,
      openapi: found.config.openapi,
    }
    const ran = await run(invocation, caller, data, found, lines.add)
    if (ran.outcome.kind === 'returned') return finish(ran.outcome, ran)
    return finish(failureOf(ran.outcome, limitsOf(name)), ran)
  }

  const closePools = async () => {
    const pools = [...retired, ...[...loaded.values()].map(({ pool }) => pool)]
    retired.clear()
    loaded.clear()
    await Promise.all(pools.map((pool) => pool.close()))
  }

  return {
    invoke,
    running: (token) => invocations.get(token),
    exists: (name) => functionVersion(directory, name) !== undefined,
    names: () => listFunctions(directory),
    config: (name) => readFunctionConfig(directory, name),
    async warm(name) {
      const found = await current(name)
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
    stop: closePools,
    reset: closePools,
  }
}

function checkDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return
  throw new LocalCloudError(
    'FUNCTIONS_MISSING',
    `There is no folder of built functions at ${directory}.`,
    'Build the functions first, then start the local cloud.',
  )
}

function checkSettings(settings: FunctionsOptions['settings']): void {
  for (const [name, { timeout = 3, memorySize = 256 }] of Object.entries(settings)) {
    if (timeout >= 1 && timeout <= 60 && memorySize >= 64 && memorySize <= 3072) continue
    throw new LocalCloudError(
      'BAD_OPTION',
      `Function '${name}' asks for ${timeout} s and ${memorySize} MB.`,
      'WeChat takes a timeout of 1 to 60 seconds and a memory size of 64 to 3072 MB.',
    )
  }
}
