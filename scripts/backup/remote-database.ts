import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BackupError } from './backup-error'
import type { BackupSource } from './backup-folder'
import { fieldWithDot } from './document-text'
import { documentsIn, documentsOf } from './documents-in'
import type { RestoreTarget } from './restore-backup'

/** What a job of Tencent Cloud's database is, as its status tells. */
export interface Job {
  Status: string
  ErrorMsg?: string
  /** Where what was exported can be fetched. */
  FileUrl?: string
  RecordSuccess?: number
  RecordFail?: number
}

/** The calls of an environment that a backup needs. */
export interface RemoteDatabase {
  envId: string
  collections(): Promise<{ name: string; count: number }[]>
  /** Begin to export to, or import from, a file of the environment's storage; answer the job's id. */
  export(collection: string, cloudPath: string): Promise<number>
  import(collection: string, cloudPath: string): Promise<number>
  job(id: number): Promise<Job>
  clear(collection: string): Promise<void>
  upload(localFile: string, cloudPath: string): Promise<void>
  /** Takes a file out of the storage; it is no mistake when it is not there. */
  remove(cloudPath: string): Promise<void>
  /** The text behind a link that `job` gave. */
  fetch(url: string): AsyncIterable<string>
  /** The timers that start functions. */
  timers(): Promise<string[]>
}

export interface RemoteOptions {
  /** How long one job may take. */
  patienceMs: number
  /** The first pause before a job is asked for again; each is longer than the one before. */
  pauseMs?: number
}

const longestPauseMs = 5_000
/** A connection may break while a job is waited for: it is only a question. */
const mostBroken = 5
/** Of one import; a collection goes in as many as it needs. */
const mostBytes = 32 * 1024 * 1024

/** Nobody guesses it, for everybody may read what is in the storage. */
const newPlace = (collection: string) => `backup/${randomUUID()}/${collection}.json`

/** Documents of an environment, through the database's own export. */
export const remoteSource = (remote: RemoteDatabase, options: RemoteOptions): BackupSource => ({
  envId: remote.envId,
  collections: async () => (await remote.collections()).map(({ name }) => name),
  async *documents(collection) {
    const found = (await remote.collections()).find(({ name }) => name === collection)
    // Nobody documents what an export of nothing is.
    if (!found?.count) return
    const cloudPath = newPlace(collection)
    let isDone = false
    try {
      const job = await finished(remote, await remote.export(collection, cloudPath), options)
      if (!job.FileUrl) throw new BackupError(`The export of ${collection} has no file.`)
      const wanted = job.RecordSuccess ?? found.count
      let count = 0
      for await (const text of documentsIn(
        remote.fetch(job.FileUrl),
        `the export of ${collection}`,
      )) {
        yield text
        count += 1
      }
      if (count < wanted)
        throw new BackupError(`Of ${collection} came ${count} documents of ${wanted}.`)
      isDone = true
    } finally {
      await takeAway(remote, cloudPath, isDone)
    }
  },
})

/** What a deploy and the timer write into a new environment. */
const fromDeploy: Partial<Record<string, number>> = {
  settings: 1,
  staff: 1,
  migrations: Infinity,
  timers: Infinity,
  health: Infinity,
  moneydays: Infinity,
}

/** An environment whose collections the deploy has made and nobody has filled. */
export const remoteTarget = (remote: RemoteDatabase, options: RemoteOptions): RestoreTarget => ({
  envId: remote.envId,
  counts: async () =>
    Object.fromEntries((await remote.collections()).map(({ name, count }) => [name, count])),
  async assertQuiet() {
    const timers = await remote.timers()
    if (timers.length > 0)
      throw new BackupError(
        `The timer ${timers.join(', ')} runs: it would send messages and close payments while ` +
          'documents are half there. Take it away (Cloud Development console, 云函数, 触发器) and ' +
          'run this again; the next deploy puts it back.',
      )
  },
  isFromDeploy: (collection, count) => count <= (fromDeploy[collection] ?? 0),
  clear: (collection) => remote.clear(collection),
  async load(collection, file) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'restore-'))
    try {
      const part = path.join(folder, `${collection}.json`)
      for await (const count of partsOf(file, part))
        await loadPart(remote, collection, { part, count }, options)
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
})

async function loadPart(
  remote: RemoteDatabase,
  collection: string,
  { part, count }: { part: string; count: number },
  options: RemoteOptions,
): Promise<void> {
  const cloudPath = newPlace(collection)
  let isDone = false
  try {
    await remote.upload(part, cloudPath)
    const job = await finished(remote, await remote.import(collection, cloudPath), options)
    const failed = job.RecordFail ?? count - (job.RecordSuccess ?? count)
    if (failed > 0)
      throw new BackupError(`${failed} documents of ${collection} did not go in: ${job.ErrorMsg}`)
    isDone = true
  } finally {
    await takeAway(remote, cloudPath, isDone)
  }
}

/** What it is about is personal: it does not stay in the storage. */
async function takeAway(remote: RemoteDatabase, cloudPath: string, isDone: boolean) {
  try {
    await remote.remove(cloudPath)
  } catch (error) {
    // After a failure that one is told: it is what has to be put right first.
    if (isDone)
      throw new BackupError(
        `${cloudPath} is still in the storage, where everybody may read it: delete it in the ` +
          `console. ${(error as Error).message}`,
      )
  }
}

/** Writes the documents of a file into `part`, as many at a time as one import takes. */
async function* partsOf(file: string, part: string): AsyncGenerator<number> {
  let lines: string[] = []
  let bytes = 0
  for await (const text of documentsOf(file)) {
    const name = fieldWithDot(text)
    if (name !== undefined)
      throw new BackupError(
        `${file} holds a field "${name}", which the import would take for a path: it would come ` +
          'back as another field.',
      )
    lines.push(text)
    bytes += Buffer.byteLength(text)
    if (bytes < mostBytes) continue
    yield write(part, lines)
    lines = []
    bytes = 0
  }
  if (lines.length > 0) yield write(part, lines)
}

function write(part: string, lines: readonly string[]): number {
  fs.writeFileSync(part, `${lines.join('\n')}\n`, { mode: 0o600 })
  return lines.length
}

async function finished(
  remote: RemoteDatabase,
  id: number,
  { patienceMs, pauseMs = 200 }: RemoteOptions,
): Promise<Job> {
  const startedAt = performance.now()
  let broken = 0
  for (let pause = pauseMs; performance.now() - startedAt < patienceMs;) {
    try {
      const job = await remote.job(id)
      broken = 0
      if (job.Status === 'success') return job
      if (job.Status === 'fail')
        throw new BackupError(
          `Tencent Cloud gave up job ${id}: ${job.ErrorMsg ?? 'it says no why'}`,
        )
    } catch (error) {
      broken += 1
      if (error instanceof BackupError || broken === mostBroken) throw error
    }
    await sleep(pause)
    pause = Math.min(pause * 2, longestPauseMs)
  }
  throw new BackupError(
    `Job ${id} is not done after ${patienceMs / 60_000} minutes. See it in the console; --timeout waits longer.`,
  )
}
