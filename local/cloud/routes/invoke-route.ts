import { clientMessage } from '../functions/invocation-failure'
import type { Functions } from '../functions/functions'
import { HttpError, readJsonObject, sendJson, sendJsonText } from '../http/call'
import type { Handler } from '../http/call'
import type { Users } from '../users'
import { requireMethod, segmentOf, userOf } from './local-route'

/** `POST /local/invoke/FUNCTION {user, data}`: what `wx.cloud.callFunction` gives a page of that user. */
export function invokeRoute(functions: Functions, users: Users): Handler {
  return async (call) => {
    requireMethod(call, 'POST')
    const name = segmentOf(call, 'the name of a function')
    const body = await readJsonObject(call.request)
    const user = users.visit(userOf(body['user']))
    const data = body['data'] ?? {}
    if (typeof data !== 'object' || Array.isArray(data)) {
      throw new HttpError(400, 'DATA_NOT_AN_OBJECT', "'data' has to be an object, as in WeChat.")
    }
    const caller = { kind: 'client', user: user.name, openid: user.openid } as const
    const result = await functions.invoke(name, data, caller)
    if (result.ok) {
      const requestID = JSON.stringify(result.requestId)
      sendJsonText(
        call.response,
        `{"result":${result.json},"errMsg":"cloud.callFunction:ok","requestID":${requestID}}`,
      )
      return
    }
    sendJson(call.response, {
      errCode: result.errCode,
      errMsg: clientMessage(result),
      requestID: result.requestId,
    })
  }
}
