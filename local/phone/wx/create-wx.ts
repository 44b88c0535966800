import { chatFileApis } from './chat-files'
import type { BuiltinDefinition, PhoneHost } from '../runtime/types'
import { mountSurfaces } from '../surfaces/mount-surfaces'
import { accountApis } from './account'
import { addressApis } from './address'
import { createCanIUse } from './can-i-use'
import { canvasApis } from './canvas'
import { createCloud } from './cloud/create-cloud'
import { type Api, constantApi, syncApi } from './define-api'
import { deviceApis } from './device'
import { documentApis } from './documents'
import { USER_DATA_PATH } from './files/file-store'
import { fileSystemApis } from './files/file-system'
import { filesOf } from './files/phone-files'
import { createGestureGate } from './gesture-gate'
import { locationApis } from './location'
import { mediaApis } from './media'
import { navigationApis } from './navigation'
import { navigationBarApis } from './navigation-bar'
import { nodeApis } from './node-apis'
import { pageViewApis } from './page-view'
import { paymentApis } from './payment'
import { performanceApis } from './performance'
import type { PhoneContext } from './phone-context'
import { phoneEventApis } from './phone-events'
import { privacyApis } from './privacy'
import { createPrivacyConsent } from './privacy-consent'
import { promptApis } from './prompts'
import { requestApis } from './request'
import { serviceApis } from './services'
import { settingsApis } from './settings'
import { shareApis } from './share'
import { storageApis } from './storage'
import { subscribeApis } from './subscribe'
import { systemInfoApis } from './system-info'
import { tabBarApis } from './tab-bar'
import { WECHAT_API_NAMES } from './wechat-api-names'

const GROUPS: readonly ((phone: PhoneContext) => Api[])[] = [
  navigationApis,
  navigationBarApis,
  tabBarApis,
  pageViewApis,
  nodeApis,
  promptApis,
  storageApis,
  systemInfoApis,
  phoneEventApis,
  settingsApis,
  privacyApis,
  locationApis,
  addressApis,
  mediaApis,
  chatFileApis,
  documentApis,
  canvasApis,
  fileSystemApis,
  deviceApis,
  accountApis,
  paymentApis,
  subscribeApis,
  shareApis,
  serviceApis,
  requestApis,
  performanceApis,
]

/**
 * The `wx` object of one phone. What is not implemented is not there: reading it reports the name
 * to the developer, and `wx.canIUse` denies it. `components` are the built-ins `canIUse` may name.
 */
export function createWx(
  host: PhoneHost,
  components: readonly BuiltinDefinition[] = [],
): Record<string, unknown> {
  const surfaces = mountSurfaces(host)
  const phone: PhoneContext = {
    host,
    surfaces,
    files: filesOf(host),
    gestures: createGestureGate(host),
    privacy: createPrivacyConsent({ host, surfaces }),
  }
  const apis = new Map<string, Api>()
  const add = (api: Api): void => {
    if (apis.has(api.name)) throw new Error(`wx.${api.name} is defined twice`)
    apis.set(api.name, api)
  }
  GROUPS.flatMap((group) => group(phone)).forEach(add)
  add(constantApi('env', { USER_DATA_PATH }))
  add(constantApi('cloud', createCloud(phone)))
  add(syncApi('canIUse', createCanIUse(apis, components)))
  return reportingUnknown(
    host,
    Object.fromEntries([...apis].map(([name, { value }]) => [name, value])),
  )
}

/** Tells the developer, once for each name, when a page reads an API that only WeChat has. */
function reportingUnknown(
  host: PhoneHost,
  members: Record<string, unknown>,
): Record<string, unknown> {
  const reported = new Set<string>()
  return new Proxy(members, {
    get(target, name, receiver) {
      const isUnknown = typeof name === 'string' && !(name in target) && WECHAT_API_NAMES.has(name)
      if (isUnknown && !reported.has(name)) {
        reported.add(name)
        host.reportError(new Error(`wx.${name} is not in the local phone`), `wx.${name}`)
      }
      return Reflect.get(target, name, receiver) as unknown
    },
  })
}
