import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import type { Clock } from '../clock'
import type { Service } from '../service'
import type { StateFile } from '../state/state-file'
import { cloudPathComplaint, fileIdPrefix } from './cloud-path'
import type { StorageAccess } from './storage-access'
import type { StoredFile } from './stored-file'

/** A refusal with the code of the gateway and the errCode of the client. */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  constructor(
    readonly code: 'INVALID_PARAM' | 'STORAGE_EXCEED_AUTHORITY' | 'STORAGE_REQUEST_FAIL',
    message: string,
  ) {
    super(message)
  }
}

export interface Storage extends Service {
  fileIdOf(path: string): string
  /** The path in a file ID of this environment; undefined for any other text. */
  pathOf(fileId: string): string | undefined
  /** Who may do what with the files. */
  readonly access: StorageAccess
  /** Keeps the bytes under the path; with an owner, only where that one may write. */
  put(path: string, bytes: Readable, owner?: string): Promise<StoredFile>
  find(path: string): StoredFile | undefined
  /** Where the bytes of a stored file are. */
  diskPathOf(file: StoredFile): string
  /** True when there was such a file; with an owner, only where that one may write. */
  remove(path: string, owner?: string): Promise<boolean>
  list(): StoredFile[]
  /** Copies the bytes of all files aside; the name of the copy is for `restore`. */
  snapshot(): Promise<string>
  restore(copy: string): Promise<void>
}

const MAX_FILE_BYTES = 200 * 1024 * 1024

/**
 * Cloud storage in a folder. Bytes are kept under the digest of their content, so that any path is
 * possible on any file system, and a file is listed only once its bytes are whole.
 */
export function createStorage(
  directory: string,
  envId: string,
  state: StateFile,
  clock: Clock,
  access: StorageAccess,
): Storage {
  const table = state.table<StoredFile>('files')
  const prefix = fileIdPrefix(envId)
  const diskPath = (digest: string) => join(directory, digest.slice(0, 2), digest)

  const checkOwner = (path: string, owner: string | undefined) => {
    if (owner === undefined || access.mayWrite(path, table.get(path), owner)) return
    throw new StorageError('STORAGE_EXCEED_AUTHORITY', `${path} is not that user's to write`)
  }

  const receive = async (bytes: Readable) => {
    const incoming = join(directory, `incoming-${randomUUID()}`)
    const hash = createHash('sha1')
    let size = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        hash.update(chunk)
        const tooLarge = size > MAX_FILE_BYTES
        done(
          tooLarge ? new StorageError('STORAGE_REQUEST_FAIL', 'the file is over 200 MB') : null,
          chunk,
        )
      },
    })
    try {
      await pipeline(bytes, measure, createWriteStream(incoming, { flush: true }))
    } catch (error) {
      await rm(incoming, { force: true })
      throw error
    }
    const digest = hash.digest('hex')
    await mkdir(dirname(diskPath(digest)), { recursive: true })
    await rename(incoming, diskPath(digest))
    return { digest, size }
  }

  const dropUnused = async (digest: string) => {
    if (table.values().some((file) => file.digest === digest)) return
    await rm(diskPath(digest), { force: true })
  }

  return {
    access,
    fileIdOf: (path) => prefix + path,
    pathOf: (fileId) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined),
    find: (path) => table.get(path),
    diskPathOf: ({ digest }) => diskPath(digest),
    list: () => table.values(),
    async put(path, bytes, owner) {
      const complaint = cloudPathComplaint(path)
      if (complaint) throw new StorageError('INVALID_PARAM', complaint)
      checkOwner(path, owner)
      const received = await receive(bytes)
      const replaced = table.get(path)
      const file: StoredFile = { path, ...received, owner, at: clock.now() }
      table.set(path, file)
      if (replaced) await dropUnused(replaced.digest)
      return file
    },
    async remove(path, owner) {
      const file = table.get(path)
      if (!file) return false
      checkOwner(path, owner)
      table.delete(path)
      await dropUnused(file.digest)
      return true
    },
    start: () => void mkdirSync(directory, { recursive: true }),
    reset() {
      rmSync(directory, { recursive: true, force: true })
      mkdirSync(directory, { recursive: true })
    },
    async snapshot() {
      const copy = `${directory}-as-of-${randomUUID()}`
      await cp(directory, copy, { recursive: true })
      return copy
    },
    async restore(copy) {
      rmSync(directory, { recursive: true, force: true })
      await cp(copy, directory, { recursive: true })
    },
  }
}
