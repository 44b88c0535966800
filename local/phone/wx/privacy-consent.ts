import type { PhoneHost } from '../runtime/types'
import type { Surfaces } from '../surfaces/surfaces'
import { ApiFailure } from './define-api'
import { openStorageArea } from './storage-area'

type Resolve = (answer: {
  event: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}) => void
export type NeedListener = (resolve: Resolve, info: { referrer: string }) => void

/** Whether the user has agreed to the mini program's privacy guide. */
export interface PrivacyConsent {
  /** Passes when nothing has to be agreed; else asks as WeChat does and fails on refusal. */
  require(api: string): Promise<void>
  needed(): boolean
  agree(): void
  onNeed(listener: NeedListener): void
}

/** The consent of a phone's user; only mini programs with `__usePrivacyCheck__` have to ask. */
export function createPrivacyConsent({
  host,
  surfaces,
}: {
  host: PhoneHost
  surfaces: Surfaces
}): PrivacyConsent {
  const view = host.document.defaultView
  if (!view) throw new Error('The phone has no window: the privacy consent cannot be kept')
  const area = openStorageArea(view.localStorage, host.appId, `${host.user}:wechat`)
  let listener: NeedListener | undefined
  const consent: PrivacyConsent = {
    needed: () =>
      host.appConfig.__usePrivacyCheck__ === true && area.get('privacyAgreed') === undefined,
    agree: () => area.set('privacyAgreed', true),
    onNeed(next) {
      listener = next
    },
    async require(api) {
      if (!consent.needed()) return
      const agreed = listener ? await askPage(host, listener, api) : await surfaces.privacy()
      if (!agreed) {
        throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
      }
      consent.agree()
    },
  }
  // `<button open-type="agreePrivacyAuthorization">` agrees wherever it stands.
  host.on('privacyAgreed', () => consent.agree())
  return consent
}

function askPage(host: PhoneHost, listener: NeedListener, api: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      listener(
        ({ event }) => {
          if (event !== 'exposureAuthorization') resolve(event === 'agree')
        },
        { referrer: api },
      )
    } catch (error) {
      host.reportError(error, 'listener of wx.onNeedPrivacyAuthorization')
      resolve(false)
    }
  })
}
