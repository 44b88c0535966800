import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Call, Handler } from '../http/call'
import { decodeSegment, requireMethod } from '../routes/local-route'
import type { Users } from '../users'
import { parseRange } from './byte-range'
import { contentTypeOf } from './content-type'
import type { Storage } from './storage'
import type { StoredFile } from './stored-file'

const NO_SUCH_KEY =
  "<?xml version='1.0' encoding='utf-8' ?><Error><Code>NoSuchKey</Code>" +
  '<Message>The specified key does not exist.</Message></Error>'

const ACCESS_DENIED =
  "<?xml version='1.0' encoding='utf-8' ?><Error><Code>AccessDenied</Code>" +
  '<Message>Access Denied.</Message></Error>'

/**
 * `GET /files/PATH`: a stored file, with its type, ranges and an entity tag to ask again with. One
 * that not everybody may read needs a link's signature, or `?user=NAME`, which is how a phone asks
 * for what a page shows by its file ID.
 */
export function filesRoute(storage: Storage, users: Users): Handler {
  return async (call) => {
    requireMethod(call, 'GET', 'HEAD')
    const file = storage.find(decodeSegment(call.path.slice(1)))
    if (!file) {
      call.response.writeHead(404, { 'content-type': 'application/xml' }).end(NO_SUCH_KEY)
      return
    }
    const name = call.query.get('user')
    const openid = name === null ? undefined : users.visit(name).openid
    const { access } = storage
    if (!access.mayRead(file, openid) && !access.isSigned(file.path, call.query)) {
      call.response.writeHead(403, { 'content-type': 'application/xml' }).end(ACCESS_DENIED)
      return
    }
    await sendFile(call, file, storage.diskPathOf(file))
  }
}

async function sendFile({ request, response, method }: Call, file: StoredFile, diskPath: string) {
  const tag = `"${file.digest}"`
  const headers = {
    'content-type': contentTypeOf(file.path),
    'accept-ranges': 'bytes',
    etag: tag,
    'last-modified': new Date(file.at).toUTCString(),
    'cache-control': 'public, no-cache',
    // What a user uploads must not run as a page beside the desk.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  }
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end()
    return
  }
  const range = parseRange(request.headers.range, file.size)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.size}` }).end()
    return
  }
  const first = range?.first ?? 0
  const last = range?.last ?? file.size - 1
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': last - first + 1,
    ...(range && { 'content-range': `bytes ${first}-${last}/${file.size}` }),
  })
  if (method === 'HEAD' || file.size === 0) response.end()
  else await pipeline(createReadStream(diskPath, { start: first, end: last }), response)
}
