import { parseStored } from './database/ejson'
import type { DatabaseService } from './database/database-service'
import type { Clock } from './clock'
import type { Functions } from './functions/functions'
import type { StateFile, StateSnapshot } from './state/state-file'
import type { Storage } from './storage/storage'
import type { Timers } from './timers/timers'

/** Everything a local cloud keeps, as it was at one moment; good for the cloud that took it. */
export interface LocalCloudSnapshot {
  readonly state: StateSnapshot
  readonly collections: Readonly<Record<string, readonly unknown[]>>
  readonly files: string
}

interface Parts {
  readonly state: StateFile
  readonly database: DatabaseService
  readonly storage: Storage
  readonly functions: Functions
  readonly clock: Clock
  readonly timers: Timers
}

export async function takeSnapshot({
  state,
  database,
  storage,
}: Parts): Promise<LocalCloudSnapshot> {
  const collections = database
    .collections()
    .map(({ name, count }) => [name, database.list(name, { limit: Math.max(count, 1) })] as const)
  return {
    state: state.snapshot(),
    collections: Object.fromEntries(collections),
    files: await storage.snapshot(),
  }
}

/** Puts everything back; workers are ended, since they may remember what is no longer so. */
export async function restoreSnapshot(parts: Parts, snapshot: LocalCloudSnapshot): Promise<void> {
  const { state, database, storage, functions, clock, timers } = parts
  await functions.reset?.()
  database.reset()
  for (const [name, documents] of Object.entries(snapshot.collections)) {
    database.ensureCollection(name)
    if (documents.length > 0) database.load(name, documents.map(revive))
  }
  state.restore(snapshot.state)
  await storage.restore(snapshot.files)
  clock.restore()
  timers.restore()
}

const revive = (document: unknown) => parseStored(JSON.stringify(document))
