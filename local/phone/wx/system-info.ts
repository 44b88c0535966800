import type { PhoneHost } from '../runtime/types'
import { type Api, asyncApi, syncApi } from './define-api'
import type { PhoneContext } from './phone-context'
import { capsuleOn, windowInfoOf } from './screen'

/** The base library whose behaviour is followed. */
const SDK_VERSION = '3.8.12'
const WECHAT_VERSION = '8.0.50'

/** System, window, device and app information, and the capsule. */
export function systemInfoApis({ host }: PhoneContext): Api[] {
  const windowFields = Object.keys(windowInfoOf(host))
  const system = () => systemInfoOf(host)
  const systemFields = Object.keys(system())
  return [
    syncApi('getWindowInfo', () => windowInfoOf(host), windowFields),
    syncApi('getDeviceInfo', deviceInfo, Object.keys(deviceInfo())),
    syncApi('getAppBaseInfo', () => appBaseInfoOf(host), Object.keys(appBaseInfoOf(host))),
    syncApi('getSystemSetting', systemSetting, Object.keys(systemSetting())),
    syncApi(
      'getAppAuthorizeSetting',
      () => authorizeSettingOf(),
      Object.keys(authorizeSettingOf()),
    ),
    syncApi('getSystemInfoSync', system, systemFields),
    asyncApi(host, 'getSystemInfo', {}, system, systemFields),
    asyncApi(host, 'getSystemInfoAsync', {}, system, systemFields),
    syncApi(
      'getMenuButtonBoundingClientRect',
      () => capsuleOn(Number(windowInfoOf(host).screenWidth)),
      ['width', 'height', 'top', 'right', 'bottom', 'left'],
    ),
    syncApi('getAccountInfoSync', () => accountInfoOf(host), ['miniProgram']),
    syncApi('getLaunchOptionsSync', launchOptions(host), ENTER_FIELDS),
    syncApi('getEnterOptionsSync', () => enterOptions(host), ENTER_FIELDS),
    syncApi(
      'getSkylineInfoSync',
      () => ({ isSupported: false, version: '', reason: 'local phone' }),
      ['isSupported', 'version', 'reason'],
    ),
    syncApi('getRendererUserAgent', () => host.document.defaultView?.navigator.userAgent ?? ''),
  ]
}

const ENTER_FIELDS = ['path', 'query', 'scene', 'referrerInfo', 'apiCategory']

function enterOptions(host: PhoneHost) {
  return { ...host.enterOptions(), apiCategory: 'default', forwardMaterials: [] }
}

/** The launch options never change, the enter options follow each return to the foreground. */
function launchOptions(host: PhoneHost) {
  let first: ReturnType<typeof enterOptions> | undefined
  return () => (first ??= enterOptions(host))
}

function deviceInfo() {
  return {
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: 1,
    brand: 'devtools',
    model: 'iPhone X',
    platform: 'devtools',
    system: 'iOS 17.0',
    cpuType: 'unknown',
    memorySize: '4096',
  }
}

function appBaseInfoOf(host: PhoneHost) {
  const { language, fontSizeSetting, theme } = host.device
  return {
    SDKVersion: SDK_VERSION,
    version: WECHAT_VERSION,
    enableDebug: false,
    language,
    fontSizeSetting,
    fontSizeScaleFactor: fontSizeSetting / 16,
    host: { env: 'WeChat' },
    // WeChat tells the theme only to a mini program that declares dark mode.
    ...(host.appConfig.darkmode === true ? { theme } : {}),
  }
}

function systemSetting() {
  return {
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  }
}

/** What the operating system lets WeChat itself do; the mini program's own grants are settings. */
function authorizeSettingOf() {
  return {
    albumAuthorized: 'authorized',
    bluetoothAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    locationReducedAccuracy: false,
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
    notificationAlertAuthorized: 'authorized',
    notificationBadgeAuthorized: 'authorized',
    notificationSoundAuthorized: 'authorized',
    phoneCalendarAuthorized: 'authorized',
  }
}

function systemInfoOf(host: PhoneHost) {
  return {
    ...deviceInfo(),
    ...appBaseInfoOf(host),
    ...windowInfoOf(host),
    ...systemSetting(),
    albumAuthorized: true,
    cameraAuthorized: true,
    locationAuthorized: true,
    locationReducedAccuracy: false,
    microphoneAuthorized: true,
    notificationAuthorized: true,
    notificationAlertAuthorized: true,
    notificationBadgeAuthorized: true,
    notificationSoundAuthorized: true,
    phoneCalendarAuthorized: true,
  }
}

function accountInfoOf(host: PhoneHost) {
  return { miniProgram: { appId: host.appId, envVersion: 'develop', version: '' } }
}
