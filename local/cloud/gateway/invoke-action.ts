import type { Functions } from '../functions/functions'
import { stringField, WireRefusal } from './wire'
import type { WireAction } from './wire'

/** `cloud.callFunction` inside a function: the called one keeps the identity of the first caller. */
export function invokeAction(functions: Functions): WireAction {
  return async (request) => {
    const name = stringField(request, 'function_name')
    const parent = functions.running(request.wxCloudApiToken ?? '')
    if (!parent) {
      throw new WireRefusal(
        'INVALID_REQUEST_SOURCE',
        'callFunction works inside a running function',
      )
    }
    const text = request['request_data']
    const data = typeof text === 'string' && text !== '' ? (JSON.parse(text) as object) : {}
    const result = await functions.invoke(name, data, { kind: 'function', parent })
    if (!result.ok) throw new WireRefusal(result.code, result.message)
    return { json: { data: { response_data: result.json } } }
  }
}
