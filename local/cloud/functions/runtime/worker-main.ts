import { createRequire } from 'node:module'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { moveDate } from './movable-date'
import type { LineLevel, RunRequest, WorkerReport, WorkerStart } from './protocol'

type Handler = (event: unknown, context: unknown) => unknown

const MAX_RESULT_BYTES = 1024 * 1024
const LEVELS: readonly LineLevel[] = ['debug', 'log', 'info', 'warn', 'error']

const start = workerData as WorkerStart
const host = parentPort!
const report = (message: WorkerReport) => host.postMessage(message)
let invocationKeys: readonly string[] = []

/** An error as WeChat shows it: its name, message and stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : JSON.stringify(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [String(error), ...frames].join('\n')
}

function captureConsole(): void {
  for (const level of LEVELS) {
    console[level] = (...values: unknown[]) =>
      report({ kind: 'line', level, text: format(...values) })
  }
}

function setEnvironment(environment: RunRequest['environment']): void {
  for (const key of invocationKeys) delete process.env[key]
  invocationKeys = Object.keys(environment)
  Object.assign(process.env, environment)
}

function loadHandler(): Handler {
  const loaded = createRequire(start.entry)(start.entry) as { main?: unknown }
  if (typeof loaded.main !== 'function') {
    throw new Error(`handler 'main' is not exported by ${start.entry}`)
  }
  return loaded.main as Handler
}

async function run(handler: Handler, request: RunRequest): Promise<WorkerReport> {
  setEnvironment(request.environment)
  try {
    const value = await handler(JSON.parse(request.event), request.context)
    const json = (JSON.stringify(value) as string | undefined) ?? 'null'
    const bytes = json.length * 3 > MAX_RESULT_BYTES ? Buffer.byteLength(json) : json.length
    return bytes > MAX_RESULT_BYTES ? { kind: 'tooLarge', bytes } : { kind: 'returned', json }
  } catch (error) {
    return { kind: 'threw', error: describe(error) }
  }
}

moveDate(start.sharedOffset)
captureConsole()
try {
  const handler = loadHandler()
  host.on('message', (request: RunRequest) => void run(handler, request).then(report))
  report({ kind: 'loaded' })
} catch (error) {
  report({ kind: 'loadFailed', error: describe(error) })
}
