import { type Api, asyncApi } from './define-api'
import { listenerSet } from './listeners'
import type { PhoneContext } from './phone-context'

/** What happens to the app and the phone: `wx.onX` and `wx.offX`, and the network's state. */
export function phoneEventApis({ host }: PhoneContext): Api[] {
  const network = listenerSet(host, 'NetworkStatusChange', ['isConnected', 'networkType'])
  const theme = listenerSet(host, 'ThemeChange', ['theme'])
  const resize = listenerSet(host, 'WindowResize', ['size'])
  const keyboard = listenerSet(host, 'KeyboardHeightChange', ['height'])
  const keyDown = listenerSet(host, 'KeyDown', ['key', 'code', 'timeStamp'])
  // The capsule of this phone stays as it is; WeChat moves it only on some devices.
  const capsule = listenerSet(host, 'MenuButtonBoundingClientRectWeightChange')

  let { networkType, theme: lastTheme } = host.device
  host.on('device', () => {
    if (host.device.networkType !== networkType) {
      networkType = host.device.networkType
      network.tell({ isConnected: networkType !== 'none', networkType })
    }
    if (host.device.theme !== lastTheme) {
      lastTheme = host.device.theme
      if (host.appConfig.darkmode === true) theme.tell({ theme: lastTheme })
    }
  })
  host.on('windowResize', resize.tell)
  host.on('keyDown', keyDown.tell)
  host.on('keyboardHeight', (height) => keyboard.tell({ height }))

  return [
    ...[network, theme, resize, keyboard, keyDown, capsule].flatMap(({ apis }) => apis),
    ...forwarded(host, 'AppShow', 'appShow', ['path', 'query', 'scene', 'referrerInfo']),
    ...forwarded(host, 'AppHide', 'appHide'),
    ...forwarded(host, 'Error', 'appError', ['message', 'stack']),
    ...forwarded(host, 'UnhandledRejection', 'unhandledRejection', ['reason', 'promise']),
    ...forwarded(host, 'PageNotFound', 'pageNotFound', ['path', 'query', 'isEntryPage']),
    asyncApi(
      host,
      'getNetworkType',
      {},
      () => ({ networkType: host.device.networkType, weakNet: false, hasSystemProxy: false }),
      ['networkType', 'weakNet', 'hasSystemProxy'],
    ),
  ]
}

/** An event that the phone sends in WeChat's own shape. */
function forwarded(
  host: PhoneContext['host'],
  name: string,
  hostEvent: string,
  fields: readonly string[] = [],
): Api[] {
  const listeners = listenerSet(host, name, fields)
  host.on(hostEvent, listeners.tell)
  return listeners.apis
}
