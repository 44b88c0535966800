import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock'
import { LocalCloudError } from '../local-cloud-error'
import { RuleError, readRule } from './storage-rule'
import type { RuleExpression } from './storage-rule'
import type { StoredFile } from './stored-file'

/** Who may read and write which file, as WeChat's rules of the storage say it. */
export interface StorageRule {
  readonly read: RuleExpression
  readonly write: RuleExpression
}

/** What pages may do with files; functions may do everything. */
export interface StorageAccess {
  /** Without an openid: whether everybody may. */
  mayRead(file: StoredFile, openid?: string): boolean
  /** Whether that user may put, replace or remove what is at the path. */
  mayWrite(path: string, present: StoredFile | undefined, openid: string): boolean
  /** What makes an address of the file good for so many seconds; nothing where everybody may read. */
  signature(file: StoredFile, maxAgeSeconds: number): string
  isSigned(path: string, query: URLSearchParams): boolean
}

/** What a new environment of WeChat's begins with: everybody reads, the creator writes. */
const presetRule: StorageRule = { read: true, write: 'resource.openid == auth.openid' }

export function createStorageAccess(
  { read, write }: StorageRule = presetRule,
  clock: Clock,
): StorageAccess {
  const reads = compile(read)
  const writes = compile(write)
  const key = randomBytes(32)
  const signed = (path: string, until: string) =>
    createHmac('sha256', key).update(`${until}\n${path}`).digest('hex')
  const mayRead: StorageAccess['mayRead'] = ({ path, owner }, openid) =>
    reads({ auth: openid === undefined ? null : { openid }, resource: { openid: owner, path } })
  return {
    mayRead,
    mayWrite: (path, present, openid) =>
      writes({
        auth: { openid },
        // Who puts a new file there is its creator.
        resource: { openid: present ? present.owner : openid, path },
      }),
    signature(file, maxAgeSeconds) {
      if (mayRead(file)) return ''
      const until = String(Math.floor(clock.now() / 1000) + maxAgeSeconds)
      return `?sign=${signed(file.path, until)}&t=${until}`
    },
    isSigned(path, query) {
      const until = query.get('t') ?? ''
      if (!(Number(until) * 1000 >= clock.now())) return false
      const wanted = Buffer.from(signed(path, until))
      const given = Buffer.from(query.get('sign') ?? '')
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
  }
}

function compile(rule: RuleExpression) {
  try {
    return readRule(rule)
  } catch (error) {
    if (!(error instanceof RuleError || error instanceof SyntaxError)) throw error
    throw new LocalCloudError(
      'BAD_OPTION',
      `The rule of the storage cannot be: ${error.message}`,
      `It says '${rule}'.`,
      { cause: error },
    )
  }
}
