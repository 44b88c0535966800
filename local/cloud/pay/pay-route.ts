import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Call, Handler } from '../http/call'
import { decodeSegment, numberOf, requireMethod } from '../routes/local-route'
import type { Users } from '../users'
import type { Cashier, CashierPlay } from './cashier'
import type { PayLedger } from './pay-ledger'
import type { PayOrder } from './pay-order'

const OUTCOMES = ['paid', 'cancel', 'fail'] as const
const MOST_CALLBACKS = 100

/**
 * The cashier over HTTP: `GET /local/pay?limit=` lists the latest orders, `GET /local/pay/NO` shows one with its
 * refunds, `GET /local/pay/prepay/ID` is what the cashier's sheet shows, `POST /local/pay/NO` plays
 * the payer, `POST /local/pay/NO/callback` sends the notification again.
 */
export function payRoute(ledger: PayLedger, cashier: Cashier, users: Users): Handler {
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
    if (first === '' || (second !== '' && second !== 'callback')) throw notServed(call)
    const play = playOf(await readJsonObject(call.request), users)
    const result = await (second === 'callback'
      ? cashier.notify(first, play)
      : cashier.play(first, play))
    sendJson(call.response, result)
  }
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
    forged: {
      ...(totalFee !== undefined && { totalFee, cashFee: totalFee }),
      ...(openid !== undefined && { openid, subOpenid: openid }),
      ...(callback as object),
    },
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
