import { type Api, asyncApi, syncApi } from './define-api'
import type { PhoneContext } from './phone-context'
import type { NeedListener } from './privacy-consent'

/** The privacy guide and the consent to it. */
export function privacyApis({ host, surfaces, privacy }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'getPrivacySetting',
      {},
      () => ({
        needAuthorization: privacy.needed(),
        privacyContractName: surfaces.privacyContractName,
      }),
      ['needAuthorization', 'privacyContractName'],
    ),
    asyncApi(host, 'openPrivacyContract', {}, () => {
      // It succeeds when the guide is open, not when it is closed again.
      void surfaces.privacyContract()
    }),
    asyncApi(host, 'requirePrivacyAuthorize', {}, () => privacy.require('requirePrivacyAuthorize')),
    syncApi('onNeedPrivacyAuthorization', (listener: NeedListener) => privacy.onNeed(listener)),
  ]
}
