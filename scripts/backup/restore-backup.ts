import fs from 'node:fs'
import path from 'node:path'
import { BackupError } from './backup-error'
import { checkBackup, fileOf } from './backup-folder'
import type { Manifest } from './backup-folder'

/** Where a backup is put back. */
export interface RestoreTarget {
  /** Its name, by which a restore that was stopped is known again. */
  envId: string
  /** How many documents there are, by collection; absent is one that is not there. */
  counts(): Promise<Record<string, number>>
  /** Makes sure that nobody works with documents that are half there; throws a BackupError. */
  assertQuiet(): Promise<void>
  /** Whether so many documents are what a deploy leaves behind, not a company at work. */
  isFromDeploy(collection: string, count: number): boolean
  /** Takes away all documents of a collection. */
  clear(collection: string): Promise<void>
  /** Puts in all documents of one file; one that is there already is replaced. */
  load(collection: string, file: string): Promise<void>
}

/** How far a restore has come; kept beside the backup until it is done. */
interface Progress {
  envId: string
  /** Collections that are back, and as the last one what is being put back. */
  begun: string[]
}

/** Whoever opens the mini program meanwhile is counted there. */
const neverStill = 'health'

/**
 * Puts a checked backup into an environment in which nothing stands but what a deploy puts there.
 * One that was stopped goes on when it is called again with the same folder.
 */
export async function restoreBackup(folder: string, target: RestoreTarget): Promise<Manifest> {
  const manifest = await checkBackup(folder)
  await target.assertQuiet()
  const progress = progressOf(folder, target.envId)
  const before = await target.counts()
  assertReady(manifest, before, target, progress.begun)
  const done = progress.begun.slice(0, -1)
  for (const { name, count } of manifest.collections) {
    if (done.includes(name) && before[name] === count) continue
    if (!progress.begun.includes(name)) {
      progress.begun.push(name)
      keep(folder, progress)
      if ((before[name] ?? 0) > 0) await target.clear(name)
    }
    await target.load(name, fileOf(folder, name))
  }
  assertAllBack(manifest, await target.counts())
  fs.rmSync(placeOf(folder, target.envId), { force: true })
  return manifest
}

function assertReady(
  manifest: Manifest,
  counts: Record<string, number>,
  target: RestoreTarget,
  begun: readonly string[],
): void {
  const full = manifest.collections.filter(({ name }) => {
    const found = counts[name] ?? 0
    return found > 0 && !begun.includes(name) && !target.isFromDeploy(name, found)
  })
  if (full.length > 0)
    throw new BackupError(
      `${full.map(({ name }) => name).join(', ')} hold documents. A backup is restored into an ` +
        'empty environment only, so that nothing is lost or mixed.',
    )
}

function assertAllBack(manifest: Manifest, counts: Record<string, number>): void {
  const wrong = manifest.collections.filter(
    ({ name, count }) => name !== neverStill && (counts[name] ?? 0) !== count,
  )
  if (wrong.length > 0)
    throw new BackupError(
      `Not all came back: ${wrong.map(({ name, count }) => `${name} ${counts[name] ?? 0} of ${count}`).join(', ')}. Run it again.`,
    )
}

const placeOf = (folder: string, envId: string): string =>
  path.join(folder, `restoring-${envId.replace(/[^\w-]/g, '_')}.json`)

function progressOf(folder: string, envId: string): Progress {
  const place = placeOf(folder, envId)
  if (!fs.existsSync(place)) return { envId, begun: [] }
  return JSON.parse(fs.readFileSync(place, 'utf8')) as Progress
}

const keep = (folder: string, progress: Progress): void =>
  fs.writeFileSync(placeOf(folder, progress.envId), `${JSON.stringify(progress)}\n`)
