import { kindOf } from './check-options'
import { ApiFailure } from './define-api'

/** The most characters of key and value together that WeChat keeps for one key. */
const ENTRY_LIMIT = 1024 * 1024
/** The most characters WeChat keeps for one mini program and user. */
const TOTAL_LIMIT = 10 * 1024 * 1024

interface StoredEntry {
  type: string
  text: string
}

/** The local storage of one user in one mini program, kept by the browser. */
export interface StorageArea {
  set(key: string, value: unknown): void
  /** The value; `undefined` when there is none. */
  get(key: string): { value: unknown } | undefined
  remove(key: string): void
  clear(): void
  info(): { keys: string[]; currentSize: number; limitSize: number }
}

/** Opens the storage under a name that no other user or mini program shares. */
export function openStorageArea(storage: Storage, appId: string, user: string): StorageArea {
  const prefix = `wx-storage:${appId}:${user}:`
  const keys = (): string[] =>
    Object.keys(storage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  const sizeOf = (key: string): number => key.length + (storage.getItem(prefix + key) ?? '').length
  const used = (except?: string): number =>
    keys().reduce((sum, key) => (key === except ? sum : sum + sizeOf(key)), 0)

  return {
    set(key, value) {
      const entry = JSON.stringify(encode(value))
      if (key.length + entry.length > ENTRY_LIMIT) throw new ApiFailure('entry size limit reached')
      if (used(key) + key.length + entry.length > TOTAL_LIMIT) throw new ApiFailure('quota reached')
      try {
        storage.setItem(prefix + key, entry)
      } catch (error) {
        // The browser may hold less than WeChat promises; to the mini program it is the same refusal.
        throw new ApiFailure('quota reached', { cause: error })
      }
    },
    get(key) {
      const text = storage.getItem(prefix + key)
      return text === null ? undefined : { value: decode(JSON.parse(text) as StoredEntry) }
    },
    remove: (key) => storage.removeItem(prefix + key),
    clear: () => keys().forEach((key) => storage.removeItem(prefix + key)),
    info: () => ({
      keys: keys(),
      currentSize: Math.ceil(used() / 1024),
      limitSize: TOTAL_LIMIT / 1024,
    }),
  }
}

/** WeChat keeps the type beside the text, so that a number or a date comes back as one. */
function encode(value: unknown): StoredEntry {
  const type = kindOf(value)
  if (type === 'Date') return { type, text: String((value as Date).getTime()) }
  if (type === 'Object' || type === 'Array') return { type, text: JSON.stringify(value) }
  return { type, text: String(value) }
}

function decode({ type, text }: StoredEntry): unknown {
  switch (type) {
    case 'String':
      return text
    case 'Number':
      return Number(text)
    case 'Boolean':
      return text === 'true'
    case 'Date':
      return new Date(Number(text))
    case 'Null':
      return null
    case 'Undefined':
      return undefined
    case 'Object':
    case 'Array':
      return JSON.parse(text)
    default:
      return ''
  }
}
