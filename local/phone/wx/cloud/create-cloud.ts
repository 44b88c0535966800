import type { PhoneContext } from '../phone-context'
import { callFunctionApi } from './call-function'
import { cloudFileApis } from './cloud-files'
import { CloudID } from './cloud-id'
import { closedDatabase } from './closed-database'
import type { CloudSession } from './settle-cloud'

/** `wx.cloud` of one phone. */
export function createCloud(phone: PhoneContext): Record<string, unknown> {
  const session: CloudSession = { host: phone.host, initialised: false }
  return {
    init: () => {
      session.initialised = true
    },
    callFunction: callFunctionApi(session),
    ...cloudFileApis(session, phone),
    database: () => closedDatabase(phone.host),
    CloudID,
  }
}
