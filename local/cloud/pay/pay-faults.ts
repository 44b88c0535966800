import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import { requireMethod } from '../routes/local-route'

const FAULTS = ['busy', 'lost'] as const

/** `busy` refuses and does nothing; `lost` does what was asked, and its answer never arrives. */
type PayFault = (typeof FAULTS)[number]

/** What goes wrong with the next calls to WeChat Pay, in whichever form they come. */
export interface PayFaults {
  /** The fault of this call, if it has one. */
  next(): PayFault | undefined
  /** `POST /local/pay-faults {fault, calls}`; `calls` 0 ends it. */
  readonly route: Handler
}

export function createPayFaults(): PayFaults {
  let current: PayFault | undefined
  let left = 0
  return {
    next() {
      if (left === 0) return undefined
      left -= 1
      return current
    },
    async route(call) {
      requireMethod(call, 'POST')
      const { fault, calls = 1 } = await readJsonObject(call.request)
      const known = FAULTS.find((one) => one === fault)
      if (!known) throw new HttpError(400, 'BAD_FAULT', `'fault' is one of ${FAULTS.join(', ')}.`)
      if (!Number.isSafeInteger(calls) || Number(calls) < 0) {
        throw new HttpError(400, 'BAD_NUMBER', "'calls' has to be a whole number.")
      }
      current = known
      left = Number(calls)
      sendJson(call.response, { fault: known, calls: left })
    },
  }
}
