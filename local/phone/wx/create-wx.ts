import type { BuiltinDefinition, PhoneHost } from '../runtime/types'
import { mountSurfaces } from '../surfaces/mount-surfaces'
import { createCanIUse } from './can-i-use'
import { createCloud } from './cloud/create-cloud'
import { type Api, constantApi, syncApi } from './define-api'
import { filesOf } from './files/phone-files'
import { USER_DATA_PATH } from './files/file-store'
import { createGestureGate } from './gesture-gate'
import { navigationApis } from './navigation'
import { navigationBarApis } from './navigation-bar'
import { paymentApis } from './payment'
import type { PhoneContext } from './phone-context'
import { promptApis } from './prompts'
import { storageApis } from './storage'
import { systemInfoApis } from './system-info'

/**
 * The `wx` object of one phone. What is not implemented is not there: reading it reports the name
 * to the developer, and `wx.canIUse` denies it. `components` are the built-ins `canIUse` may name.
 */
export function createWx(
  host: PhoneHost,
  components: readonly BuiltinDefinition[] = [],
): Record<string, unknown> {
  const phone: PhoneContext = {
    host,
    surfaces: mountSurfaces(host),
    files: filesOf(host),
    gestures: createGestureGate(host),
  }
  const apis = new Map<string, Api>()
  const add = (api: Api): void => {
    apis.set(api.name, api)
  }
  const groups = [navigationApis, navigationBarApis, promptApis, storageApis, systemInfoApis]
  groups.flatMap((group) => group(phone)).forEach(add)
  paymentApis(phone).forEach(add)
  add(constantApi('env', { USER_DATA_PATH }))
  add(constantApi('cloud', createCloud(phone)))
  add(syncApi('canIUse', createCanIUse(apis, components) as (schema: never) => boolean))
  const members = Object.fromEntries([...apis].map(([name, { value }]) => [name, value]))
  return members
}
