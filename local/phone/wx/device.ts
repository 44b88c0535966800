import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

const VIBRATIONS: Readonly<Record<string, number>> = { heavy: 30, medium: 20, light: 10 }

/** Clipboard, phone calls, vibration, scanning. */
export function deviceApis({ host, surfaces, privacy }: PhoneContext): Api[] {
  const { navigator } = host.document.defaultView as Window
  const vibrate = (duration: number): void => {
    // A browser without a motor has nothing to move; WeChat succeeds on a phone with it switched off.
    navigator.vibrate?.(duration)
  }
  let clipboard = ''
  return [
    asyncApi(host, 'setClipboardData', { data: 'String!' }, async ({ data }) => {
      await privacy.require('setClipboardData')
      clipboard = data
      // The desk's own clipboard is a courtesy: a browser may refuse it without a recent click.
      await navigator.clipboard?.writeText(data).catch(() => undefined)
      surfaces.toast.show({
        kind: 'toast',
        title: '内容已复制',
        icon: 'success',
        mask: false,
        duration: 1500,
      })
    }),
    asyncApi(
      host,
      'getClipboardData',
      {},
      async () => {
        await privacy.require('getClipboardData')
        const outside = await navigator.clipboard?.readText().catch(() => undefined)
        return { data: outside ?? clipboard }
      },
      ['data'],
    ),
    asyncApi(host, 'makePhoneCall', { phoneNumber: 'String!' }, async ({ phoneNumber }) => {
      if (phoneNumber === '') {
        throw new ApiFailure('parameter error: parameter.phoneNumber should not be empty String;')
      }
      if (!(await surfaces.phoneCall(phoneNumber))) throw new ApiFailure('cancel')
    }),
    asyncApi(host, 'vibrateShort', { type: 'String' }, ({ type = 'heavy' }) => {
      const duration = VIBRATIONS[type]
      if (duration === undefined) throw new ApiFailure(`style is not support`)
      vibrate(duration)
    }),
    asyncApi(host, 'vibrateLong', {}, () => vibrate(400)),
    asyncApi(
      host,
      'scanCode',
      { onlyFromCamera: 'Boolean', scanType: 'Array' },
      async () => {
        const scanned = await surfaces.scan()
        if (scanned === undefined) throw new ApiFailure('cancel')
        return {
          result: scanned.result,
          scanType: scanned.scanType,
          charSet: 'utf-8',
          rawData: base64(scanned.result),
          ...(scanned.path ? { path: scanned.path } : {}),
        }
      },
      ['result', 'scanType', 'charSet', 'rawData', 'path'],
    ),
  ]
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
