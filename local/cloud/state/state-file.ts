import Database from 'libsql'
import { LocalCloudError } from '../local-cloud-error'

/** A map from key to JSON value that is on disk when a call returns; values come in order of first insertion. */
export interface StateTable<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
  values(): Value[]
  readonly size: number
}

/** The tables of one state file, as read by `restore`. */
export type StateSnapshot = Readonly<Record<string, readonly (readonly [string, string])[]>>

export interface StateFile {
  /** The same table for the same name, however often it is asked for. */
  table<Value>(name: string): StateTable<Value>
  /** Makes all writes of `work` durable together, or none of them when it throws. */
  atomically<Result>(work: () => Result): Result
  reset(): void
  snapshot(): StateSnapshot
  restore(snapshot: StateSnapshot): void
  close(): void
}

interface Row {
  table_name: string
  key: string
  value: string
}

/**
 * Opens the file and holds it for this process alone until `close`, also against a second opening
 * in the same process; the operating system lets go of it when the process is killed.
 */
export function openStateFile(file: string): StateFile {
  const database = openExclusively(file)
  const upsert = database.prepare(
    'INSERT INTO entries(table_name, key, value) VALUES (?, ?, ?) ' +
      'ON CONFLICT(table_name, key) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM entries WHERE table_name = ? AND key = ?')
  const all = database.prepare('SELECT table_name, key, value FROM entries ORDER BY position')
  const maps = new Map<string, Map<string, unknown>>()
  let depth = 0

  const mapOf = (name: string) => {
    const known = maps.get(name)
    if (known) return known
    const created = new Map<string, unknown>()
    maps.set(name, created)
    return created
  }

  const load = () => {
    for (const map of maps.values()) map.clear()
    for (const row of all.all() as Row[]) mapOf(row.table_name).set(row.key, JSON.parse(row.value))
  }

  const atomically = <Result>(work: () => Result): Result => {
    if (depth > 0) return work()
    depth += 1
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      load()
      throw error
    } finally {
      depth -= 1
    }
  }

  load()

  return {
    table<Value>(name: string): StateTable<Value> {
      const map = mapOf(name) as Map<string, Value>
      return {
        get: (key) => map.get(key),
        set(key, value) {
          upsert.run(name, key, JSON.stringify(value))
          map.set(key, value)
        },
        delete(key) {
          remove.run(name, key)
          map.delete(key)
        },
        values: () => [...map.values()],
        get size() {
          return map.size
        },
      }
    },
    atomically,
    reset() {
      database.exec('DELETE FROM entries')
      for (const map of maps.values()) map.clear()
    },
    snapshot() {
      const tables: Record<string, [string, string][]> = {}
      for (const row of all.all() as Row[]) {
        ;(tables[row.table_name] ??= []).push([row.key, row.value])
      }
      return tables
    },
    restore(snapshot) {
      atomically(() => {
        database.exec('DELETE FROM entries')
        for (const [name, rows] of Object.entries(snapshot)) {
          for (const [key, value] of rows) upsert.run(name, key, value)
        }
      })
      load()
    },
    close: () => closeAndRelease(database),
  }
}

/** The connection lives on until its statements are collected, so the lock is given up first. */
function closeAndRelease(database: Database.Database): void {
  database.pragma('journal_mode = DELETE')
  database.pragma('locking_mode = NORMAL')
  database.pragma('user_version')
  database.close()
}

function openExclusively(file: string): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    // In exclusive mode the lock taken by the first write stays until the file is closed.
    database.exec(
      'BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS entries(' +
        'position INTEGER PRIMARY KEY, table_name TEXT NOT NULL, key TEXT NOT NULL, ' +
        'value TEXT NOT NULL, UNIQUE(table_name, key)); COMMIT',
    )
    const [check] = database.pragma('quick_check') as { quick_check: string }[]
    if (check?.quick_check !== 'ok') {
      throw Object.assign(new Error(check?.quick_check), { code: 'SQLITE_CORRUPT' })
    }
    return database
  } catch (error) {
    database?.close()
    throw describeOpenFailure(file, error)
  }
}

function describeOpenFailure(file: string, error: unknown): LocalCloudError {
  const code = String((error as { code?: unknown }).code ?? '')
  const reason = error instanceof Error ? error.message : String(error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new LocalCloudError(
      'DATA_IN_USE',
      `The data folder is in use by another process (${file}).`,
      'Stop the other local cloud, or start this one with another data folder.',
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new LocalCloudError(
      'DATA_CORRUPT',
      `The data file ${file} cannot be read: ${reason}.`,
      'Nothing was changed. Put back a copy of the file, or move the data folder away and start again.',
      { cause: error },
    )
  }
  return new LocalCloudError(
    'DATA_NOT_WRITABLE',
    `The data file ${file} cannot be opened: ${reason}.`,
    'Check that the folder exists, that it may be written to and that the disk has room.',
    { cause: error },
  )
}
