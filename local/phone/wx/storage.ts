import { kindOf } from './check-options'
import { type Api, ApiFailure, asyncApi, syncApi } from './define-api'
import type { PhoneContext } from './phone-context'
import { openStorageArea } from './storage-area'

/** The data cache: sync, async and in batches, 1 MB a key, 10 MB in all. */
export function storageApis({ host }: PhoneContext): Api[] {
  const view = host.document.defaultView
  if (!view) throw new Error('The phone has no window: wx storage cannot be opened')
  const area = openStorageArea(view.localStorage, host.appId, host.user)
  // Encrypted values live apart: WeChat finds them only when asked with `encrypt`.
  const secret = openStorageArea(view.localStorage, host.appId, `${host.user}:encrypted`)
  const areaFor = (encrypt: boolean | undefined) => (encrypt ? secret : area)
  const get = (key: string) => {
    const found = area.get(key)
    return found ? found.value : ''
  }

  return [
    asyncApi(
      host,
      'setStorage',
      { key: 'String!', data: 'Any!', encrypt: 'Boolean' },
      ({ key, data, encrypt }) => areaFor(encrypt).set(keyOf(key), data),
    ),
    asyncApi(
      host,
      'getStorage',
      { key: 'String!', encrypt: 'Boolean' },
      ({ key, encrypt }) => {
        const found = areaFor(encrypt).get(key)
        if (!found) throw new ApiFailure('data not found')
        return { data: found.value }
      },
      ['data'],
    ),
    asyncApi(host, 'removeStorage', { key: 'String!' }, ({ key }) => {
      area.remove(key)
      secret.remove(key)
    }),
    asyncApi(host, 'clearStorage', {}, () => {
      area.clear()
      secret.clear()
    }),
    asyncApi(host, 'getStorageInfo', {}, () => area.info(), ['keys', 'currentSize', 'limitSize']),
    asyncApi(host, 'batchSetStorage', { kvList: 'Array!' }, ({ kvList }) =>
      entriesOf(kvList).forEach(({ key, value }) => area.set(key, value)),
    ),
    asyncApi(
      host,
      'batchGetStorage',
      { keyList: 'Array!' },
      ({ keyList }) => ({ dataList: keyList.map((key) => get(stringKey(key))) }),
      ['dataList'],
    ),
    syncApi('setStorageSync', (key: unknown, data: unknown) => {
      area.set(keyOf(stringKey(key)), data)
    }),
    syncApi('getStorageSync', (key: unknown) => get(stringKey(key))),
    syncApi('removeStorageSync', (key: unknown) => {
      area.remove(stringKey(key))
      secret.remove(stringKey(key))
    }),
    syncApi('clearStorageSync', () => {
      area.clear()
      secret.clear()
    }),
    syncApi('getStorageInfoSync', () => area.info(), ['keys', 'currentSize', 'limitSize']),
    syncApi('batchSetStorageSync', (kvList: unknown) =>
      entriesOf(kvList).forEach(({ key, value }) => area.set(key, value)),
    ),
    syncApi('batchGetStorageSync', (keyList: unknown) => {
      if (!Array.isArray(keyList)) throw parameterFailure(keyList, 'Array')
      return keyList.map((key) => get(stringKey(key)))
    }),
  ]
}

function parameterFailure(value: unknown, wanted: string): ApiFailure {
  return new ApiFailure(
    `parameter error: parameter should be ${wanted} instead of ${kindOf(value)};`,
    { errno: 1001 },
  )
}

function stringKey(key: unknown): string {
  if (typeof key !== 'string') throw parameterFailure(key, 'String')
  return key
}

/** WeChat refuses to store under an empty key. */
function keyOf(key: string): string {
  if (key === '') throw new ApiFailure('parameter error: parameter.key should not be empty;')
  return key
}

function entriesOf(kvList: unknown): { key: string; value: unknown }[] {
  if (!Array.isArray(kvList)) throw parameterFailure(kvList, 'Array')
  return kvList.map((entry: unknown) => {
    const { key, value } = (entry ?? {}) as { key?: unknown; value?: unknown }
    return { key: keyOf(stringKey(key)), value }
  })
}
