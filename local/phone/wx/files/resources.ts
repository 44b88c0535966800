import { cloudFileUrl } from '../../runtime/resources'
import type { PhoneHost } from '../../runtime/types'
import { ApiFailure } from '../define-api'
import { type StoredFile, typeOfPath } from './file-store'
import { filesOf } from './phone-files'

/** Where the phone's server gives out the files of the mini program's package. */
const PACKAGE_FILES = '/phone/package/'

/**
 * An address the browser can load for a path as the wx APIs take it: `wxfile://`, `cloud://`,
 * `http(s)://`, `data:`, or a file of the package. `undefined` when a local file is not there.
 */
export function resourceUrl(host: PhoneHost, path: string): string | undefined {
  if (path.startsWith('wxfile://')) return filesOf(host).urlOf(path)
  if (/^(https?:|data:|blob:)/.test(path)) return path
  if (/^cloud:\/\/[^/]+\/.+$/.test(path)) return cloudFileUrl(path, host.user)
  return PACKAGE_FILES + encodePath(path.replace(/^\.?\//, ''))
}

/** Loads a picture; fails with WeChat's words when it cannot be read. */
export async function loadPicture(host: PhoneHost, path: string): Promise<HTMLImageElement> {
  const url = resourceUrl(host, path)
  if (!url) throw new ApiFailure(`file not found`)
  const picture = host.document.createElement('img')
  picture.crossOrigin = 'anonymous'
  picture.src = url
  try {
    await picture.decode()
  } catch (error) {
    throw new ApiFailure('invalid image', { cause: error })
  }
  return picture
}

/** The bytes behind a path of the mini program, from its files or its package. */
export async function loadFile(host: PhoneHost, path: string): Promise<StoredFile> {
  const known = filesOf(host).get(path)
  if (known) return known
  const url = path.startsWith('wxfile://') ? undefined : resourceUrl(host, path)
  if (!url) throw new ApiFailure(`file not found`)
  const answer = await fetch(url)
  if (!answer.ok) throw new ApiFailure(`file not found`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type')?.split(';')[0] ?? typeOfPath(path)
  return { bytes, type, createdAt: host.now() }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
