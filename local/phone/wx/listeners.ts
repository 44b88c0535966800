import type { PhoneHost } from '../runtime/types'
import { type Api, syncApi } from './define-api'

type Listener = (value: unknown) => unknown

/** The listeners of one `wx.onX`; a listener that throws is reported and stops no other. */
export interface ListenerSet {
  readonly apis: Api[]
  tell(value: unknown): void
}

/** A pair `wx.onX` and `wx.offX`; `offX()` without a listener removes all. */
export function listenerSet(
  host: PhoneHost,
  event: string,
  fields: readonly string[] = [],
): ListenerSet {
  const listeners: Listener[] = []
  const on = (listener: unknown): void => {
    if (typeof listener !== 'function') {
      const kind = Object.prototype.toString.call(listener).slice(8, -1)
      host.reportError(
        new TypeError(
          `on${event}:fail parameter error: parameter should be Function instead of ${kind};`,
        ),
        `wx.on${event}`,
      )
      return
    }
    if (!listeners.includes(listener as Listener)) listeners.push(listener as Listener)
  }
  const off = (listener?: unknown): void => {
    if (listener === undefined) listeners.length = 0
    else listeners.splice(0, listeners.length, ...listeners.filter((each) => each !== listener))
  }
  return {
    apis: [syncApi(`on${event}`, on, fields), syncApi(`off${event}`, off)],
    tell(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value)
        } catch (error) {
          host.reportError(error, `listener of wx.on${event}`)
        }
      }
    },
  }
}
