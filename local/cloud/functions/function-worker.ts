import { Worker } from 'node:worker_threads'
import type {
  LogLine,
  RunRequest,
  WireReply,
  WireSend,
  WorkerReport,
  WorkerStart,
} from './runtime/protocol'

/** How an invocation ended inside its worker, or with it. */
export type WorkerOutcome =
  | { kind: 'returned'; json: string }
  | { kind: 'threw'; error: string }
  | { kind: 'tooLarge'; bytes: number }
  | { kind: 'timedOut' }
  | { kind: 'outOfMemory' }
  | { kind: 'exited'; code: number }

interface WireAnswerBody {
  readonly body: string | Uint8Array
  readonly contentType: string
}

export interface WorkerSpec {
  readonly source: string
  readonly start: WorkerStart
  readonly environment: Readonly<Record<string, string>>
  readonly memoryMb: number
  /** Answers what the SDK asks of the gateway. */
  readonly onWire: (body: string | Uint8Array, contentType: string) => Promise<WireAnswerBody>
  /** Told of a crash that happens while no invocation is running. */
  readonly onStrayCrash: (reason: string) => void
}

const LOAD_LIMIT_MS = 30_000

/** One thread with one function loaded, which runs one invocation at a time. */
export class FunctionWorker {
  private readonly thread: Worker
  private readonly loading: Promise<WorkerOutcome | undefined>
  private finish: ((outcome: WorkerOutcome) => void) | undefined
  private readonly earlyLines: LogLine[] = []
  private onLine: ((line: LogLine) => void) | undefined = (line) => this.earlyLines.push(line)
  private ended = false
  /** How many invocations were given to this worker so far. */
  runs = 0

  constructor(private readonly spec: WorkerSpec) {
    this.thread = new Worker(spec.source, {
      eval: true,
      workerData: spec.start,
      env: { ...spec.environment },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
    })
    this.thread.stdout.on('data', (text: Buffer) => this.onLine?.(lineOf('log', text)))
    this.thread.stderr.on('data', (text: Buffer) => this.onLine?.(lineOf('error', text)))
    this.loading = this.load()
  }

  get alive(): boolean {
    return !this.ended
  }

  /** Resolves when the function is loaded, or to the outcome that every invocation of it has. */
  loaded(): Promise<WorkerOutcome | undefined> {
    return this.loading
  }

  /** Runs one invocation; after `limitMs` the thread is ended. Never rejects. */
  run(request: RunRequest, limitMs: number, onLine: (line: LogLine) => void) {
    this.runs += 1
    this.onLine = onLine
    this.earlyLines.splice(0).forEach(onLine)
    return new Promise<WorkerOutcome>((resolve) => {
      const limit = setTimeout(() => this.settle({ kind: 'timedOut' }), limitMs)
      this.finish = (outcome) => {
        clearTimeout(limit)
        resolve(outcome)
      }
      if (this.ended) this.settle({ kind: 'exited', code: 1 })
      else this.thread.postMessage(request)
    })
  }

  /** Ends the thread at once, whatever it is doing. */
  async end(): Promise<void> {
    this.ended = true
    await this.thread.terminate()
  }

  private load(): Promise<WorkerOutcome | undefined> {
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        resolve({ kind: 'timedOut' })
        void this.end()
      }, LOAD_LIMIT_MS)
      const done = (outcome?: WorkerOutcome) => {
        clearTimeout(limit)
        this.finish = undefined
        if (outcome) void this.end()
        resolve(outcome)
      }
      this.finish = done
      this.thread.on('message', (report: WorkerReport) => this.receive(report, done))
      this.thread.on('error', (error: unknown) => this.crash(error))
      this.thread.on('exit', (code) => this.settle({ kind: 'exited', code }))
    })
  }

  private receive(report: WorkerReport, loaded: (outcome?: WorkerOutcome) => void) {
    if (report.kind === 'line') this.onLine?.({ level: report.level, text: report.text })
    else if (report.kind === 'wire') void this.answer(report)
    else if (report.kind === 'loaded') loaded()
    else if (report.kind === 'loadFailed') loaded({ kind: 'threw', error: report.error })
    else this.settle(report)
  }

  private async answer({ id, body, contentType }: WireSend) {
    const answer = await this.spec.onWire(body, contentType)
    this.thread.postMessage({ kind: 'wireReply', id, ...answer } satisfies WireReply)
  }

  private crash(error: unknown) {
    const { code, stack } = (error ?? {}) as NodeJS.ErrnoException
    const text = stack ?? String(error)
    if (!this.finish) this.spec.onStrayCrash(text)
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') this.settle({ kind: 'outOfMemory' })
    else this.settle({ kind: 'threw', error: text })
    this.ended = true
  }

  private settle(outcome: WorkerOutcome) {
    const finish = this.finish
    this.finish = undefined
    this.onLine = undefined
    if (outcome.kind === 'exited' || outcome.kind === 'outOfMemory') this.ended = true
    if (outcome.kind === 'timedOut') void this.end()
    finish?.(outcome)
  }
}

function lineOf(level: LogLine['level'], text: Buffer): LogLine {
  return { level, text: text.toString('utf8').replace(/\n$/, '') }
}
