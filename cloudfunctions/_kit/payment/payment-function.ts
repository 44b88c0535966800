import type { Json } from '../cloud'
import { fieldsOf } from './fields'

/** WeChat Pay's own answer, handed on by the Integration Center's function. */
export type PaymentAnswer =
  | { is: 'done'; data: Json }
  /** Understood and refused, with WeChat Pay's code. */
  | { is: 'refused'; code: string; message: string }

type Route =
  | 'wxpay_order'
  | 'wxpay_query_order_by_out_trade_no'
  | 'wxpay_close_order'
  | 'wxpay_refund'
  | 'wxpay_refund_query'

/** Two calls one after the other stay within a function's 20 seconds. */
const timeoutMs = 8_000

/** These say nothing about the payment: WeChat Pay is busy, or did not believe who asked. */
const saysNothing = (status: number) => status >= 500 || status === 401 || status === 429

/**
 * Calls the HTTP function that the Integration Center made for the merchant. Throws when no answer
 * of WeChat Pay's came back, so that whatever was asked may or may not have happened.
 */
export async function callPaymentFunction(route: Route, request: object): Promise<PaymentAnswer> {
  const { address, key } = settings()
  // Behind the gateway of functions the path is lost, and the function reads its route in the body.
  const behindGateway = address.searchParams.get('webfn') === 'true'
  if (!behindGateway) address.pathname = `${address.pathname.replace(/\/$/, '')}/wx-pay/${route}`
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(behindGateway ? { ...request, _action: route } : request),
    signal: AbortSignal.timeout(timeoutMs),
  })
  const text = await response.text()
  const { code, msg, data } = fieldsOf(parsed(text))
  if (!response.ok || code !== 0)
    throw new Error(`${route}: ${response.status} ${String(msg ?? text.slice(0, 200))}`)
  return answerOf(route, data)
}

/** The function hands on the answer to its own request, which may be wrapped once more or not. */
function answerOf(route: Route, data: unknown): PaymentAnswer {
  const answer = fieldsOf(data)
  if (typeof answer.status !== 'number') {
    if (answer.errRaw !== undefined || answer.error !== undefined)
      throw new Error(`${route}: WeChat Pay did not answer`)
    return { is: 'done', data: answer }
  }
  if (answer.status < 300) return { is: 'done', data: fieldsOf(answer.data) }
  const told = answer.error ?? answer.data
  const refusal = fieldsOf(typeof told === 'string' ? parsed(told) : told)
  const { code, message } = refusal
  if (saysNothing(answer.status) || typeof code !== 'string')
    throw new Error(`${route}: WeChat Pay answered ${answer.status} ${String(code ?? '')}`)
  return { is: 'refused', code, message: typeof message === 'string' ? message : '' }
}

function settings(): { address: URL; key: string } {
  const { PAYMENT_FUNCTION_URL: address, PAYMENT_FUNCTION_KEY: key } = process.env
  if (!address || !key)
    throw new Error('PAYMENT_FUNCTION_URL and PAYMENT_FUNCTION_KEY are not set: see decision 0010')
  return { address: new URL(address), key }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
