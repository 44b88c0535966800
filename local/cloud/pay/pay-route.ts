import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Call, Handler } from '../http/call'
import { decodeSegment, numberOf, requireMethod } from '../routes/local-route'
import type { Users } from '../users'
import type { Cashier, CashierPlay } from './cashier'
import type { PayLedger } from './pay-ledger'
import type { PayOrder } from './pay-order'
import type { RefundBook, RefundFailure } from './refund-book'

const OUTCOMES = ['paid', 'cancel', 'fail'] as const
const REFUND_OUTCOMES: readonly RefundFailure[] = ['CLOSED', 'ABNORMAL']
const MOST_CALLBACKS = 100

/**
 * The cashier over HTTP: `GET /local/pay?limit=` lists the latest orders, `GET /local/pay/NO` shows one with its
 * refunds, `GET /local/pay/prepay/ID` is what the cashier's sheet shows, `POST /local/pay/NO` plays
 * the payer, `POST /local/pay/NO/callback` sends the notification again, `POST /local/pay/NO/refund`
 * ends a refund that is under way without the money.
 */
export function payRoute(
  ledger: PayLedger,
  refunds: RefundBook,
  cashier: Cashier,
  users: Users,
): Handler {
  return async (call) => {
    requireMethod(call, 'GET', 'POST')
    const [first = '', second = '', ...more] = call.path.slice(1).split('/').map(decodeSegment)
    if (more.length > 0) throw notServed(call)
    if (call.method === 'GET') {
      if (first === '') sendJson(call.response, latestOrders(ledger, call))
      else if (first === 'prepay') sendJson(call.response, sheetOf(ledger, second))
      else if (second === '') sendJson(call.response, orderWithRefunds(ledger, first))
      else throw notServed(call)
      return
    }
    if (first === '') throw notServed(call)
    const body = await readJsonObject(call.request)
    if (second === '') sendJson(call.response, await cashier.play(first, playOf(body, users)))
    else if (second === 'callback')
      sendJson(call.response, await cashier.notify(first, playOf(body, users)))
    else if (second === 'refund') sendJson(call.response, failRefund(refunds, body))
    else throw notServed(call)
  }
}

function failRefund(refunds: RefundBook, { outRefundNo, outcome }: Record<string, unknown>) {
  const state = REFUND_OUTCOMES.find((one) => one === outcome)
  if (!state || typeof outRefundNo !== 'string') {
    throw new HttpError(
      400,
      'BAD_OUTCOME',
      `Give 'outRefundNo', and 'outcome': ${REFUND_OUTCOMES.join(' or ')}.`,
    )
  }
  return refunds.fail(outRefundNo, state)
}

function latestOrders(ledger: PayLedger, call: Call): PayOrder[] {
  return ledger.orders
    .values()
    .slice(-numberOf(call, 'limit', { fallback: 200, min: 1, max: 10_000 }))
}

function sheetOf(ledger: PayLedger, prepayId: string) {
  const order = ledger.orderByPrepayId(prepayId)
  if (!order) throw new HttpError(404, 'PREPAY_UNKNOWN', `There is no prepay ID '${prepayId}'.`)
  const { outTradeNo, totalFee, body, state } = order
  return { outTradeNo, totalFee, body, state }
}

function orderWithRefunds(ledger: PayLedger, outTradeNo: string): PayOrder & { refunds: object[] } {
  const order = ledger.orders.get(outTradeNo)
  if (!order) throw new HttpError(404, 'ORDERNOTEXIST', `There is no order '${outTradeNo}'.`)
  return { ...order, refunds: ledger.refundsOf(outTradeNo) }
}

function playOf(body: Record<string, unknown>, users: Users): CashierPlay {
  const { outcome = 'paid', payer, totalFee, callback = {}, callbackPayer } = body
  const known = OUTCOMES.find((one) => one === outcome)
  if (!known) throw new HttpError(400, 'BAD_OUTCOME', `'outcome' is one of ${OUTCOMES.join(', ')}.`)
  if (payer !== undefined && typeof payer !== 'string') {
    throw new HttpError(400, 'BAD_PAYER', "'payer' has to be the name of a user.")
  }
  const openid = typeof callbackPayer === 'string' ? users.visit(callbackPayer).openid : undefined
  return {
    outcome: known,
    payer,
    deliverCallback: body['deliverCallback'] !== false,
    callbackDelayMs: wholeNumber(body, 'callbackDelayMs', 0, Number.MAX_SAFE_INTEGER),
    callbackTimes: wholeNumber(body, 'callbackTimes', 1, MOST_CALLBACKS),
    forgery: { totalFee, openid, fields: callback as Record<string, unknown> },
  }
}

function wholeNumber(
  body: Record<string, unknown>,
  name: string,
  fallback: number,
  most: number,
): number {
  const value = body[name] ?? fallback
  if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most) {
    return Number(value)
  }
  throw new HttpError(400, 'BAD_NUMBER', `'${name}' has to be a whole number from 0 to ${most}.`)
}

function notServed({ path }: Call): HttpError {
  return new HttpError(404, 'NOT_FOUND', `Nothing is served at /local/pay${path}.`)
}
