import type { PhoneHost } from '../../runtime/types'
import { CloudFailure } from './cloud-failure'

const DENIED = -502003

/** Ends of a chain that talk to the database; everything before them only describes a query. */
const TALKING = new Set(['get', 'add', 'update', 'set', 'remove', 'count', 'end', 'watch'])

interface WatchOptions {
  onError?: (error: unknown) => void
}

/**
 * `wx.cloud.database()`: no collection is open to pages, so every call is refused with WeChat's code
 * and shown to the developer.
 */
export function closedDatabase(host: PhoneHost): Record<string, unknown> {
  const refuse = (name: string, method: string): CloudFailure => {
    const failure = new CloudFailure(
      DENIED,
      `collection.${method}:fail -502003 database permission denied. Error: errCode: ${DENIED} ` +
        `database permission denied | errMsg: Permission denied`,
    )
    host.reportError(
      new Error(
        `Collection "${name}" is closed to pages: go through a cloud function. ${failure.errMsg}`,
      ),
      `wx.cloud.database().collection('${name}').${method}`,
    )
    return failure
  }
  const chain = (name: string): unknown =>
    new Proxy(
      {},
      {
        get: (_, method) => {
          if (typeof method !== 'string' || method === 'then') return undefined
          return (options?: WatchOptions) => {
            if (!TALKING.has(method)) return chain(name)
            const failure = refuse(name, method)
            if (method !== 'watch') return Promise.reject(failure)
            queueMicrotask(() => options?.onError?.(failure))
            return { close: () => undefined }
          }
        },
      },
    )
  return { collection: (name: string) => chain(String(name)) }
}
