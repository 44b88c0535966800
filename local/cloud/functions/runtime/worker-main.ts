import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { loadFunction } from './load-function'
import { moveDate } from './movable-date'
import type { LineLevel, RunRequest, WireReply, WorkerReport, WorkerStart } from './protocol'
import { takeWireRequests } from './wire-transport'

type Handler = (event: unknown, context: unknown) => unknown

const MAX_RESULT_BYTES = 1024 * 1024
/** What the first calls compile is kept too. */
const KEEP_CODE_AFTER_MS = 1_000
const LEVELS: readonly LineLevel[] = ['debug', 'log', 'info', 'warn', 'error']

const start = workerData as WorkerStart
const host = parentPort!
const report = (message: WorkerReport) => host.postMessage(message)
let invocationKeys: readonly string[] = []

/** An error as WeChat shows it: its name, message and stack. */
function describe(error: unknown): string {
  if (typeof error === 'string') return error
  if (!(error instanceof Error)) {
    return (JSON.stringify(error) as string | undefined) ?? String(error)
  }
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

function loadHandler(): { handler: Handler; keepCode: () => void } {
  const { exports, keepCode } = loadFunction(start.entry, start.codeCacheDirectory)
  if (typeof exports.main !== 'function') {
    throw new Error(`handler 'main' is not exported by ${start.entry}`)
  }
  return { handler: exports.main as Handler, keepCode }
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

// The SDK reads some hundred variables a call, and a thread's own `process.env` is slow to read.
process.env = { ...process.env }
moveDate(start.sharedOffset)
captureConsole()
const wire = takeWireRequests(start.wireUrl, report)
try {
  const { handler, keepCode } = loadHandler()
  host.on('message', (message: RunRequest | WireReply) => {
    if (message.kind === 'wireReply') wire.receive(message)
    else void run(handler, message).then(report)
  })
  host.once('message', () => setTimeout(keepCode, KEEP_CODE_AFTER_MS).unref())
  report({ kind: 'loaded' })
} catch (error) {
  report({ kind: 'loadFailed', error: describe(error) })
}
