import { availableParallelism } from 'node:os'
import type { FunctionWorker, WorkerOutcome } from './function-worker'
import type { LogLine, RunRequest } from './runtime/protocol'

export interface Job {
  readonly request: RunRequest
  readonly limitMs: number
  readonly onLine: (line: LogLine) => void
}

export interface JobResult {
  readonly outcome: WorkerOutcome
  /** True when the worker was started for this job. */
  readonly cold: boolean
  /** How long the handler ran, without the time spent waiting for a worker. */
  readonly ranMs: number
}

export interface PoolSpec {
  readonly limit: number
  readonly createWorker: () => FunctionWorker
}

interface Waiting {
  readonly job: Job
  readonly resolve: (result: JobResult) => void
  readonly since: number
}

/**
 * How long a job waits for a busy worker before another one is started. Beyond one worker a core it is
 * long: there, more workers take the cores from the ones that work and from the database.
 */
const GROW_AFTER_MS = { withinCores: 10, beyondCores: 250 }
const CORES = availableParallelism()
const SWEEP_EVERY_MS = 30_000
const SPARE_IDLE_MS = 60_000
const LAST_IDLE_MS = 15 * 60_000

/** The workers of one version of one function: started on demand, one at a time, ended when idle. */
export class WorkerPool {
  private readonly workers = new Set<FunctionWorker>()
  private readonly idle: { worker: FunctionWorker; since: number }[] = []
  private readonly queue: Waiting[] = []
  private starting = false
  private retired = false
  private growTimer: NodeJS.Timeout | undefined
  private readonly sweeper: NodeJS.Timeout

  constructor(private readonly spec: PoolSpec) {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_EVERY_MS)
    this.sweeper.unref()
  }

  get size(): number {
    return this.workers.size
  }

  submit(job: Job): Promise<JobResult> {
    return new Promise((resolve) => {
      this.queue.push({ job, resolve, since: performance.now() })
      this.dispatch()
    })
  }

  /** Starts a first worker, when there is none, so that the next job finds it loaded. */
  async warm(): Promise<void> {
    if (this.workers.size === 0) await this.grow()
  }

  /** Lets the jobs it has finish, on the version they were sent to, and ends the workers after them. */
  retire(): void {
    this.retired = true
    if (this.queue.length > 0) return
    for (const { worker } of this.idle.splice(0)) void this.dismiss(worker)
    if (this.workers.size === 0) clearInterval(this.sweeper)
  }

  /** Ends all workers at once; running and waiting jobs end as exited. */
  async close(): Promise<void> {
    this.retired = true
    clearInterval(this.sweeper)
    clearTimeout(this.growTimer)
    for (const { resolve } of this.queue.splice(0)) {
      resolve({ outcome: { kind: 'exited', code: 1 }, cold: false, ranMs: 0 })
    }
    await Promise.all([...this.workers].map((worker) => this.dismiss(worker)))
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const free = this.idle.pop()
      if (!free) break
      if (free.worker.alive) void this.run(free.worker, this.queue.shift()!)
      else this.workers.delete(free.worker)
    }
    const head = this.queue[0]
    if (!head || this.starting || this.workers.size >= this.spec.limit) return
    if (this.workers.size === 0) {
      void this.grow()
      return
    }
    clearTimeout(this.growTimer)
    const waited = performance.now() - head.since
    const wait = Math.max(this.growAfterMs - waited, 0)
    this.growTimer = setTimeout(() => this.growForWaiting(), wait)
  }

  private get growAfterMs(): number {
    return this.workers.size < CORES ? GROW_AFTER_MS.withinCores : GROW_AFTER_MS.beyondCores
  }

  private growForWaiting(): void {
    const head = this.queue[0]
    if (!head || this.starting || this.workers.size >= this.spec.limit) return
    if (performance.now() - head.since < this.growAfterMs) this.dispatch()
    else void this.grow()
  }

  private async grow(): Promise<void> {
    this.starting = true
    const worker = this.spec.createWorker()
    this.workers.add(worker)
    const failure = await worker.loaded()
    this.starting = false
    if (failure) {
      this.workers.delete(worker)
      if (this.workers.size === 0) this.failWaiting(failure)
    } else if (this.retired && this.queue.length === 0) {
      void this.dismiss(worker)
    } else {
      this.idle.push({ worker, since: performance.now() })
    }
    this.dispatch()
  }

  private failWaiting(outcome: WorkerOutcome): void {
    for (const { resolve } of this.queue.splice(0)) resolve({ outcome, cold: true, ranMs: 0 })
  }

  private async run(worker: FunctionWorker, { job, resolve }: Waiting): Promise<void> {
    const cold = worker.runs === 0
    const from = performance.now()
    const outcome = await worker.run(job.request, job.limitMs, job.onLine)
    resolve({ outcome, cold, ranMs: performance.now() - from })
    if (!worker.alive) this.workers.delete(worker)
    else this.idle.push({ worker, since: performance.now() })
    if (this.retired) this.retire()
    this.dispatch()
  }

  private sweep(): void {
    const now = performance.now()
    while (this.idle.length > 0) {
      const oldest = this.idle[0]!
      const limit = this.workers.size > 1 ? SPARE_IDLE_MS : LAST_IDLE_MS
      if (oldest.worker.alive && now - oldest.since < limit) break
      this.idle.shift()
      void this.dismiss(oldest.worker)
    }
  }

  private async dismiss(worker: FunctionWorker): Promise<void> {
    this.workers.delete(worker)
    await worker.end()
  }
}
