import { timingSafeEqual } from 'node:crypto'
import { HttpError, readJsonObject, sendJson } from '../../http/call'
import type { Call, Handler } from '../../http/call'
import type { PaymentFunction } from '../../local-cloud-options'
import { requireMethod } from '../../routes/local-route'
import type { PayFaults } from '../pay-faults'
import { PayParameterError, PayRefusal } from '../pay-refusal'
import type { V3Api } from './v3-apis'
import { V3Refusal } from './v3-refusal'

type Fields = Readonly<Record<string, unknown>>

/** What WeChat Pay answered, as the function's own request library gives it back. */
type Response =
  | { readonly status: number; readonly data: object }
  | { readonly status: number; readonly errRaw: object; readonly error: string }

/** How API v3 words the refusals that both doors share. */
const V3_WORDS: Readonly<Record<string, readonly [status: number, code: string]>> = {
  ORDERNOTEXIST: [404, 'ORDER_NOT_EXIST'],
  ORDERPAID: [400, 'ORDERPAID'],
  ORDERCLOSED: [400, 'ORDER_CLOSED'],
  OUT_TRADE_NO_USED: [403, 'OUT_TRADE_NO_USED'],
  SYSTEMERROR: [500, 'SYSTEM_ERROR'],
}

/**
 * The HTTP function that the Integration Center makes, as the gateway of functions serves it:
 * `POST /v1/functions/NAME?webfn=true` with an API key; the route is in the body, because the
 * function sees the path `/` there. It answers `{code, msg, data}`, with `code` 0 also when WeChat
 * Pay refused.
 */
export function paymentFunction(
  { key }: PaymentFunction,
  apis: Readonly<Record<string, V3Api>>,
  faults: PayFaults,
): Handler {
  return async (call) => {
    requireMethod(call, 'POST')
    checkKey(call, key)
    if (call.query.get('webfn') !== 'true') {
      throw new HttpError(400, 'INVALID_PARAM', 'An HTTP function is called with webfn=true.')
    }
    const { _action: action, ...given } = await readJsonObject(call.request)
    const route = String(action).replace(/^\/wx-pay\//, '')
    const api = Object.hasOwn(apis, route) ? apis[route] : undefined
    const mistake = api ? mistakeIn(route, given) : `不支持的操作: ${route}`
    if (!api || mistake) {
      sendJson(call.response, { code: -1, msg: mistake, data: null }, 400)
      return
    }
    const fault = faults.next()
    const data = perform(() => {
      if (fault === 'busy') throw new PayRefusal('SYSTEMERROR', '系统异常，请稍后重试')
      return api(given)
    })
    if (fault === 'lost') call.response.destroy()
    else sendJson(call.response, { code: 0, msg: 'success', data })
  }
}

function checkKey({ request }: Call, key: string): void {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${key}`)
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return
  throw new HttpError(401, 'INVALID_CREDENTIALS', 'The API key is missing or wrong.')
}

/** What the function itself checks before it asks WeChat Pay. */
function mistakeIn(route: string, given: Fields): string | undefined {
  const { total, refund } = (given['amount'] ?? {}) as Fields
  const isFee = (value: unknown) => Number.isInteger(value) && Number(value) > 0
  switch (route) {
    case 'wxpay_order':
      if (typeof given['description'] !== 'string' || given['description'] === '')
        return 'description（商品描述）必填'
      return isFee(total) ? undefined : 'amount.total（订单金额）必须为正整数（单位：分）'
    case 'wxpay_refund':
      if (!given['out_refund_no']) return 'out_refund_no（商户退款单号）必填'
      if (!isFee(total) || !isFee(refund)) return 'amount（金额信息）必须为正整数'
      return Number(refund) > Number(total)
        ? 'amount.refund（退款金额）不能大于订单金额'
        : undefined
    case 'wxpay_refund_query':
      return given['out_refund_no'] ? undefined : 'out_refund_no 必填'
    default:
      return given['out_trade_no'] ? undefined : 'out_trade_no 必填'
  }
}

function perform(work: () => Response): Response {
  try {
    return work()
  } catch (error) {
    return refusal(inV3(error))
  }
}

function inV3(error: unknown): V3Refusal {
  if (error instanceof V3Refusal) return error
  if (error instanceof PayParameterError) return new V3Refusal(400, 'PARAM_ERROR', error.message)
  if (!(error instanceof PayRefusal)) throw error
  const [status, code] = V3_WORDS[error.errCode] ?? [400, 'INVALID_REQUEST']
  return new V3Refusal(status, code, error.description)
}

function refusal({ status, code, words }: V3Refusal): Response {
  const text = JSON.stringify({ code, message: words })
  return { status, errRaw: { status, response: { status, text } }, error: text }
}
