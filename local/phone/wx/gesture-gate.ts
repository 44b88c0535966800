import type { PhoneHost } from '../runtime/types'

/** Knows whether an API that WeChat ties to a tap may run now. */
export interface GestureGate {
  /** WeChat allows one message request from the callback of a payment. */
  openAfterPayment(): void
  /** True inside a tap or, once, after a payment. */
  takeForSubscribe(): boolean
}

/** The gate of one phone. */
export function createGestureGate(host: PhoneHost): GestureGate {
  let afterPayment = false
  return {
    openAfterPayment: () => {
      afterPayment = true
    },
    takeForSubscribe: () => {
      if (host.isUserGesture()) return true
      const allowed = afterPayment
      afterPayment = false
      return allowed
    },
  }
}
