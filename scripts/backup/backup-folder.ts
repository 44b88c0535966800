import fs from 'node:fs'
import path from 'node:path'
import { BackupError } from './backup-error'
import { digestOf, lineOf } from './document-text'
import type { Digest } from './document-text'
import { documentsOf } from './documents-in'

/** What is backed up. */
export interface BackupSource {
  envId: string
  collections(): Promise<string[]>
  /** Every document as JSON. */
  documents(collection: string): AsyncIterable<string>
}

interface ManifestEntry extends Digest {
  name: string
}

/** What a backup holds; written last, so that a folder without one is none. */
export interface Manifest {
  format: 1
  envId: string
  at: string
  /** The migrations that were done. */
  migrations: string[]
  collections: ManifestEntry[]
}

const manifestFile = 'manifest.json'

export const fileOf = (folder: string, collection: string): string =>
  path.join(folder, `${collection}.jsonl`)

/** Writes a backup into a new folder; it is complete when its manifest is there. */
export async function writeBackup(
  source: BackupSource,
  folder: string,
  at: number,
): Promise<Manifest> {
  const names = (await source.collections()).sort()
  if (names.length === 0)
    throw new BackupError(`${source.envId} holds no collections: there is nothing to back up.`)
  makeEmpty(folder)
  const collections: ManifestEntry[] = []
  for (const name of names) {
    const file = fileOf(folder, name)
    const output = fs.openSync(file, 'wx', 0o600)
    try {
      for await (const text of source.documents(name)) fs.writeSync(output, `${lineOf(text)}\n`)
      fs.fsyncSync(output)
    } finally {
      fs.closeSync(output)
    }
    collections.push({ name, ...(await digestOf(documentsOf(file))) })
  }
  const manifest: Manifest = {
    format: 1,
    envId: source.envId,
    at: new Date(at).toISOString(),
    migrations: await migrationsIn(folder, collections),
    collections,
  }
  fs.writeFileSync(path.join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  })
  return manifest
}

/** A new folder for nobody else: what is in it is personal. */
function makeEmpty(folder: string): void {
  const there = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  if (there.includes(manifestFile))
    throw new BackupError(`${folder} holds a backup. One is never written over another.`)
  if (there.length > 0)
    throw new BackupError(`${folder} is not empty: a backup that was not finished? Delete it.`)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** The manifest of a backup whose files are all there and as they were written. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const place = path.join(folder, manifestFile)
  if (!fs.existsSync(place))
    throw new BackupError(`${folder} has no ${manifestFile}: it is no backup, or not a whole one.`)
  const manifest = JSON.parse(fs.readFileSync(place, 'utf8')) as Manifest
  for (const { name, count, sha256 } of manifest.collections) {
    const file = fileOf(folder, name)
    if (!fs.existsSync(file)) throw new BackupError(`${file} is missing.`)
    const found = await digestOf(documentsOf(file))
    if (found.count !== count || found.sha256 !== sha256)
      throw new BackupError(`${file} is not as it was written: ${found.count} of ${count} lines.`)
  }
  return manifest
}

/** Which collections of two backups are not the same. */
export const differences = (one: Manifest, other: Manifest): string[] => {
  const names = new Set([...one.collections, ...other.collections].map(({ name }) => name))
  const of = (manifest: Manifest, name: string) =>
    manifest.collections.find((entry) => entry.name === name)
  return [...names].filter((name) => {
    const [a, b] = [of(one, name), of(other, name)]
    return (a?.count ?? 0) !== (b?.count ?? 0) || (a && b && a.sha256 !== b.sha256)
  })
}

async function migrationsIn(
  folder: string,
  collections: readonly ManifestEntry[],
): Promise<string[]> {
  if (!collections.some(({ name }) => name === 'migrations')) return []
  const done: string[] = []
  for await (const text of documentsOf(fileOf(folder, 'migrations'))) {
    const { _id, state } = JSON.parse(text) as { _id: string; state: string }
    if (state === 'done') done.push(_id)
  }
  return done.sort()
}
