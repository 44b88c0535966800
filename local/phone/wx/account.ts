import { type Api, asyncApi, syncApi } from './define-api'
import type { PhoneContext } from './phone-context'

/** Login, and what WeChat keeps of a mini program as a package. */
export function accountApis({ host }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'login',
      { timeout: 'Number' },
      () => ({ code: `0${crypto.randomUUID().replaceAll('-', '')}` }),
      ['code'],
    ),
    asyncApi(host, 'checkSession', {}, () => undefined),
    syncApi('getUpdateManager', () => updateManager),
    syncApi('getExtConfigSync', () => ({})),
    syncApi('reportEvent', (eventId: unknown, data?: unknown) => {
      if (typeof eventId !== 'string') throw new TypeError('reportEvent: eventId should be String')
      host.send('reportEvent', { eventId, data })
    }),
  ]
}

/** A local phone always runs the newest build: there is never an update to wait for. */
const updateManager = {
  onCheckForUpdate(listener: (result: { hasUpdate: boolean }) => void) {
    queueMicrotask(() => listener({ hasUpdate: false }))
  },
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
}
