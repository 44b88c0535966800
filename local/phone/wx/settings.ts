import { type Api, ApiFailure, asyncApi } from './define-api'
import { requirePermission, SCOPES } from './permissions'
import type { PhoneContext } from './phone-context'
import { rememberedSubscriptions } from './subscription-memory'

/** What the user allowed, and the page where that is changed. */
export function settingsApis(phone: PhoneContext): Api[] {
  const { host, surfaces } = phone
  const authSetting = (): Record<string, boolean> =>
    Object.fromEntries(
      Object.entries(host.device.permissions).map(([scope, answer]) => [scope, answer === 'allow']),
    )
  const read = (withSubscriptions: boolean | undefined) => ({
    authSetting: authSetting(),
    ...(withSubscriptions
      ? {
          subscriptionsSetting: {
            mainSwitch: true,
            itemSettings: rememberedSubscriptions(host).all(),
          },
        }
      : {}),
  })
  return [
    asyncApi(
      host,
      'getSetting',
      { withSubscriptions: 'Boolean' },
      ({ withSubscriptions }) => read(withSubscriptions),
      ['authSetting', 'subscriptionsSetting'],
    ),
    asyncApi(
      host,
      'openSetting',
      { withSubscriptions: 'Boolean' },
      async ({ withSubscriptions }) => {
        if (!host.isUserGesture()) throw new ApiFailure(TAP_ONLY)
        await surfaces.settings()
        return read(withSubscriptions)
      },
      ['authSetting', 'subscriptionsSetting'],
    ),
    asyncApi(host, 'authorize', { scope: 'String!' }, async ({ scope }) => {
      if (!Object.hasOwn(SCOPES, scope)) throw new ApiFailure('invalid scope')
      await requirePermission(phone, scope)
    }),
  ]
}

/** WeChat's reason for an API that only a tap may call. */
export const TAP_ONLY = 'can only be invoked by user TAP gesture.'
