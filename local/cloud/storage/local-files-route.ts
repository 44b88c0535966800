import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Call, Handler } from '../http/call'
import { requireMethod, userOf } from '../routes/local-route'
import type { Users } from '../users'
import { DEFAULT_MAX_AGE_S, linkOf } from './storage-actions'
import { StorageError } from './storage'
import type { Storage } from './storage'

const CLIENT_CODES: Readonly<Record<StorageError['code'], number>> = {
  INVALID_PARAM: -501007,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_REQUEST_FAIL: -503001,
}

/**
 * Storage as pages use it: `POST /local/files?user=NAME&path=CLOUDPATH` with the bytes,
 * `POST /local/files/links {user, fileList}` and `POST /local/files/delete {user, fileList}`. WeChat's
 * refusals come as `{errCode, errMsg}` with HTTP 200.
 */
export function localFilesRoute(storage: Storage, users: Users, origin: () => string): Handler {
  const upload = async ({ request, query }: Call) => {
    const user = users.visit(userOf(query.get('user')))
    const path = query.get('path') ?? ''
    const file = await storage.put(path, request, user.openid)
    return { fileID: storage.fileIdOf(file.path), statusCode: 200, size: file.size }
  }
  const links = async ({ request }: Call) => {
    const body = await readJsonObject(request)
    const { openid } = users.visit(userOf(body['user']))
    return { fileList: fileListOf(body).map((fileID) => linkFor(openid, fileID)) }
  }
  const linkFor = (openid: string, fileID: string) => {
    const file = storage.find(storage.pathOf(fileID) ?? '')
    return file && !storage.access.mayRead(file, openid)
      ? { code: 'STORAGE_EXCEED_AUTHORITY', fileID, tempFileURL: '' }
      : linkOf(storage, origin(), fileID, DEFAULT_MAX_AGE_S)
  }
  const remove = async ({ request }: Call) => {
    const body = await readJsonObject(request)
    const { openid } = users.visit(userOf(body['user']))
    const removed: object[] = []
    for (const fileID of fileListOf(body)) {
      const path = storage.pathOf(fileID)
      const found = path !== undefined && (await storage.remove(path, openid))
      removed.push({ fileID, code: found ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })
    }
    return { fileList: removed }
  }
  const ways: Readonly<Record<string, (call: Call) => Promise<object>>> = {
    '': upload,
    '/links': links,
    '/delete': remove,
  }

  return async (call) => {
    requireMethod(call, 'POST')
    const way = ways[call.path]
    if (!way) throw new HttpError(404, 'NOT_FOUND', `Nothing is served at ${call.path}.`)
    try {
      sendJson(call.response, await way(call))
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      call.request.resume()
      sendJson(call.response, { errCode: CLIENT_CODES[error.code], errMsg: error.message })
    }
  }
}

function fileListOf({ fileList }: Record<string, unknown>): string[] {
  if (Array.isArray(fileList) && fileList.every((item) => typeof item === 'string')) return fileList
  throw new HttpError(400, 'BAD_FILE_LIST', "'fileList' has to be a list of file IDs.")
}
