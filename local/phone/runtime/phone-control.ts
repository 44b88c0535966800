import { reloadPhone } from './hot-reload'
import type { Phone } from './phone'
import type { DeviceState } from './types'

/** What the page around the phone may do to it, as `window.phone`. */
interface PhoneControl {
  setTheme(theme: DeviceState['theme']): void
  setLanguage(language: DeviceState['language']): void
  setNetwork(networkType: DeviceState['networkType']): void
  setFontSize(fontSizeSetting: number): void
  setPermission(scope: string, state: 'allow' | 'deny' | 'ask'): void
  /** Starts the mini program again on this page and query; without one, where it is. */
  reload(): void
  openPath(url: string): Promise<void>
  toBackground(): void
  toForeground(): void
  /** Runs a text as the body of a function that sees what page code sees: `wx`, `getApp`, ... */
  evaluate(body: string): unknown
  readonly device: DeviceState
  /** Route and query of each open page, the one that is shown last. */
  readonly pages: readonly { route: string; query: Record<string, string> }[]
}

declare global {
  interface Window {
    phone?: PhoneControl
  }
}

/** Gives the surrounding page the control, directly and by `postMessage({phone: [name, value]})`. */
export function exposeControl(phone: Phone): void {
  const { host, stack } = phone
  const control: PhoneControl = {
    setTheme: (theme) => host.changeDevice({ theme }),
    setLanguage: (language) => host.changeDevice({ language }),
    setNetwork: (networkType) => host.changeDevice({ networkType }),
    setFontSize: (fontSizeSetting) => host.changeDevice({ fontSizeSetting }),
    setPermission(scope, state) {
      const { [scope]: _, ...permissions } = host.device.permissions
      if (state !== 'ask') permissions[scope] = state
      host.changeDevice({ permissions })
    },
    reload: () => reloadPhone(phone),
    openPath: (url) => stack.reLaunch(url.startsWith('/') ? url : `/${url}`),
    toBackground: phone.toBackground,
    toForeground: phone.toForeground,
    evaluate: phone.evaluate,
    device: host.device,
    get pages() {
      return stack.stack.map(({ route, query }) => ({ route, query }))
    },
  }
  window.phone = control
  window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    if (origin !== location.origin) return
    const [name, ...values] = (data as { phone?: unknown[] } | null)?.phone ?? []
    const action = control[name as keyof PhoneControl]
    if (typeof action === 'function') (action as (...values: unknown[]) => unknown)(...values)
  })
}
