import { createHash } from 'node:crypto'
import type { Clock } from '../../clock'
import type { Functions } from '../../functions/functions'
import { callbackOf, merchantIdOf } from '../merchant'
import type { Merchant, PayApi, PayRequest } from '../merchant'
import { STATE_TEXTS } from '../order-book'
import type { OrderBook } from '../order-book'
import { newNonce } from '../pay-ledger'
import type { PayLedger } from '../pay-ledger'
import { payTime } from '../pay-order'
import type { PayOrder } from '../pay-order'
import { PayParameterError } from '../pay-refusal'
import { numbersIn, optionalText, requiredFee, requiredText } from './parameters'

/** `unifiedOrder`, `queryOrder` and `closeOrder` in the words of API v2. */
export function orderApis(
  ledger: PayLedger,
  book: OrderBook,
  merchant: Merchant,
  clock: Clock,
  functions: Functions,
): Record<'unifiedOrder' | 'queryOrder' | 'closeOrder', PayApi> {
  const orderIn = (given: PayRequest) =>
    ledger.orderNamed(numbersIn(given), merchantIdOf(given, merchant))
  return {
    unifiedOrder(given, invocation) {
      const wanted = readOrder(given, merchant, functions)
      const openid = optionalText(given, 'sub_openid') ?? invocation.openid
      if (!openid) throw new PayParameterError('缺少参数 openid: JSAPI 支付必须传 openid')
      const { prepayId } = book.open({ ...wanted, openid })
      return {
        trade_type: 'JSAPI',
        prepay_id: prepayId,
        payment: paymentOf(prepayId, merchant.appId, clock.now()),
      }
    },
    queryOrder(given) {
      const order = orderIn(given)
      const state = book.stateOf(order)
      return {
        out_trade_no: order.outTradeNo,
        trade_state: state,
        trade_state_desc: STATE_TEXTS[state],
        ...(order.attach !== undefined && { attach: order.attach }),
        ...(order.transactionId && paidFields(order)),
      }
    },
    closeOrder(given) {
      book.close(orderIn(given))
      return {}
    },
  }
}

/** The fields that an order has once it is paid, in a query and in a notification alike. */
export function paidFields(order: PayOrder): object {
  return {
    openid: order.paidBy,
    sub_openid: order.paidBy,
    is_subscribe: 'N',
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    total_fee: order.totalFee,
    fee_type: 'CNY',
    cash_fee: order.totalFee,
    cash_fee_type: 'CNY',
    transaction_id: order.transactionId,
    time_end: payTime(order.paidAt ?? 0),
  }
}

function readOrder(given: PayRequest, merchant: Merchant, functions: Functions) {
  const subMchId = merchantIdOf(given, merchant)
  requiredText(given, 'spbill_create_ip')
  optionalText(given, 'trade_type')
  return {
    door: 'cloudPay',
    subMchId,
    functionName: callbackOf(given, merchant, functions),
    body: requiredText(given, 'body'),
    outTradeNo: requiredText(given, 'out_trade_no'),
    totalFee: requiredFee(given, 'total_fee'),
    attach: optionalText(given, 'attach'),
  } as const
}

function paymentOf(prepayId: string, appId: string, now: number): object {
  const signed = {
    appId,
    timeStamp: String(Math.floor(now / 1000)),
    nonceStr: newNonce(),
    package: `prepay_id=${prepayId}`,
    signType: 'MD5',
  }
  const paySign = createHash('md5').update(JSON.stringify(signed)).digest('hex').toUpperCase()
  return { ...signed, paySign }
}
