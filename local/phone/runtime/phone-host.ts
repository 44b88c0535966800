import type { CloudLink } from './cloud-link'
import type { PhoneFrame } from './chrome/phone-frame'
import type { EnterOptions } from './app-life'
import type { PhoneEvents } from './phone-events'
import { phoneClock } from './phone-clock'
import type { DeviceState, Navigator, PageHandle, PhoneHost } from './types'

/** How long a tap counts as the reason of what it started, in ms. */
const GESTURE_TIME = 5000

export interface Session {
  user: string
  openid: string
  appId: string
}

interface Parts {
  session: Session
  appConfig: Record<string, unknown>
  device: DeviceState
  frame: PhoneFrame
  events: PhoneEvents
  cloud: CloudLink
  navigator: Navigator
  currentPage(): PageHandle | undefined
  enterOptions(): EnterOptions
  onFailure(error: unknown, where: string): void
}

/** The phone as the wx APIs and the built-in components see it. */
export function createPhoneHost(parts: Parts): PhoneHost & { gesture(): void } {
  const { session, device, frame, events } = parts
  let gestureEnds = 0
  return {
    user: session.user,
    openid: session.openid,
    appId: session.appId,
    appConfig: parts.appConfig,
    navigator: parts.navigator,
    device,
    document,
    surfaceRoot: frame.surfaces,
    now: () => phoneClock.now(),
    currentPage: parts.currentPage,
    isUserGesture: () => performance.now() < gestureEnds,
    gesture() {
      gestureEnds = performance.now() + GESTURE_TIME
    },
    request: parts.cloud.request,
    changeDevice(change) {
      Object.assign(device, change)
      events.send('device', change)
    },
    on: events.on,
    send: events.send,
    reportError: parts.onFailure,
    enterOptions: parts.enterOptions,
  }
}
