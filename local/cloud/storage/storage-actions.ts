import { WireRefusal, stringField } from '../gateway/wire'
import type { WireAction, WireRequest } from '../gateway/wire'
import { StorageError } from './storage'
import type { Storage } from './storage'
import type { UploadTickets } from './upload-tickets'

/** WeChat takes at most 50 files in one request for temporary links or deletion. */
const MAX_BATCH = 50
export const DEFAULT_MAX_AGE_S = 86_400

/** The storage calls of the SDK. Links are left un-encoded: the SDK encodes them itself. */
export function storageActions(
  storage: Storage,
  tickets: UploadTickets,
  origin: () => string,
): Record<string, WireAction> {
  return {
    'storage.getUploadMetadata': (request) => {
      const path = stringField(request, 'path')
      const fileId = storage.fileIdOf(path)
      return {
        json: {
          data: {
            url: `${origin()}/upload/${issue(tickets, path)}`,
            token: 'local',
            authorization: 'local',
            fileId,
            // The SDK sends it back as a header, which takes no characters outside of ASCII.
            cosFileId: Buffer.from(fileId).toString('base64'),
          },
        },
      }
    },
    'storage.batchGetDownloadUrl': (request) => ({
      json: {
        data: {
          download_list: listField(request, 'file_list').map((entry) => {
            const { fileid, max_age } = entry as { fileid?: string; max_age?: number }
            const maxAge = max_age ?? DEFAULT_MAX_AGE_S
            return { ...linkOf(storage, origin(), String(fileid), maxAge), maxAge }
          }),
        },
      },
    }),
    'storage.batchDeleteFile': async (request) => {
      const deleted: object[] = []
      for (const entry of listField(request, 'fileid_list')) {
        const fileID = String(entry)
        const path = storage.pathOf(fileID)
        const found = path !== undefined && (await storage.remove(path))
        deleted.push({ fileID, code: found ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })
      }
      return { json: { data: { delete_list: deleted } } }
    },
  }
}

/**
 * The link to a file, which ends after a while unless everybody may read it; or the code for a file
 * that is not there.
 */
export function linkOf(storage: Storage, origin: string, fileID: string, maxAgeSeconds: number) {
  const path = storage.pathOf(fileID)
  const file = path === undefined ? undefined : storage.find(path)
  if (!file) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
  const signature = storage.access.signature(file, maxAgeSeconds)
  return { code: 'SUCCESS', fileID, tempFileURL: `${origin}/files/${path}${signature}` }
}

function issue(tickets: UploadTickets, path: string): string {
  try {
    return tickets.issue(path)
  } catch (error) {
    if (error instanceof StorageError) throw new WireRefusal(error.code, error.message)
    throw error
  }
}

function listField(request: WireRequest, field: string): unknown[] {
  const list = request[field]
  if (Array.isArray(list) && list.length > 0 && list.length <= MAX_BATCH) return list
  throw new WireRefusal('INVALID_PARAM', `'${field}' has to hold 1 to ${MAX_BATCH} files`)
}
