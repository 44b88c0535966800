import fs from 'node:fs'
import path from 'node:path'
import { collections } from '../../cloudfunctions/_kit/collections'
import { DataFileError } from '../../local/cloud/database/data-file'
import { openDatabase } from '../../local/cloud/database/database-service'
import type { DatabaseService } from '../../local/cloud/database/database-service'
import { parseStored } from '../../local/cloud/database/ejson'
import { BackupError } from './backup-error'
import type { BackupSource } from './backup-folder'
import { documentsOf } from './documents-in'
import type { RestoreTarget } from './restore-backup'

const atOnce = 1000

const fileIn = (dataDirectory: string): string => path.join(dataDirectory, 'documents.sqlite')

/** Throws a BackupError when there is no local data. */
export function assertLocalData(dataDirectory: string): void {
  if (!fs.existsSync(fileIn(dataDirectory)))
    throw new BackupError(`${dataDirectory} holds no local data. npm run seed makes some.`)
}

/** Opens the documents of a data directory, which nobody else may be using, for `work`. */
export async function withLocalDatabase<T>(
  dataDirectory: string,
  work: (database: DatabaseService) => Promise<T>,
): Promise<T> {
  fs.mkdirSync(dataDirectory, { recursive: true })
  const database = open(fileIn(dataDirectory))
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

function open(file: string): DatabaseService {
  try {
    return openDatabase({ file, now: Date.now })
  } catch (error) {
    if (error instanceof DataFileError && error.problem === 'in-use')
      throw new BackupError(`${file} is in use: stop npm start first.`)
    throw error
  }
}

export const localSource = (database: DatabaseService): BackupSource => ({
  envId: 'local',
  collections: () => Promise.resolve(database.collections().map(({ name }) => name)),
  async *documents(collection) {
    for (let after: string | undefined; ;) {
      const page = database.list(collection, {
        limit: atOnce,
        ...(after === undefined ? {} : { after }),
      }) as { _id: string }[]
      for (const document of page) yield JSON.stringify(document)
      if (page.length < atOnce) return
      after = page.at(-1)!._id
    }
  },
})

export const localTarget = (database: DatabaseService): RestoreTarget => ({
  envId: 'local',
  counts: () =>
    Promise.resolve(
      Object.fromEntries(database.collections().map(({ name, count }) => [name, count])),
    ),
  // Nobody else has its file open.
  assertQuiet: () => Promise.resolve(),
  isFromDeploy: () => false,
  clear(collection) {
    database.dropCollection(collection)
    return Promise.resolve()
  },
  async load(collection, file) {
    database.ensureCollection(collection)
    for (const index of collections.find(({ name }) => name === collection)?.indexes ?? [])
      database.ensureIndex(collection, index)
    let batch: ReturnType<typeof parseStored>[] = []
    for await (const text of documentsOf(file)) {
      batch.push(parseStored(text))
      if (batch.length < atOnce) continue
      database.load(collection, batch)
      batch = []
    }
    database.load(collection, batch)
  },
})
