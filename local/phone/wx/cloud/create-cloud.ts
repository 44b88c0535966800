import type { PhoneContext } from '../phone-context'
import { callFunctionApi } from './call-function'
import type { CloudSession } from './settle-cloud'

/** `wx.cloud` of one phone. */
export function createCloud({ host }: PhoneContext): Record<string, unknown> {
  const session: CloudSession = { host, initialised: false }
  return {
    init: () => {
      session.initialised = true
    },
    callFunction: callFunctionApi(session),
  }
}
