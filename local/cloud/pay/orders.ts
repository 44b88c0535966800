import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import type { Functions } from '../functions/functions'
import { callbackOf, merchantIdOf } from './merchant'
import type { Merchant, PayApi, PayRequest } from './merchant'
import { newNonce, newPrepayId } from './pay-ledger'
import type { PayLedger } from './pay-ledger'
import { payTime } from './pay-order'
import type { PayOrder } from './pay-order'
import { optionalText, requiredFee, requiredText } from './pay-parameters'
import { PayParameterError, PayRefusal } from './pay-refusal'

/** WeChat Pay closes an order at the earliest five minutes after it was made. */
const CLOSABLE_AFTER_MS = 5 * 60_000

export function orderApis(
  ledger: PayLedger,
  merchant: Merchant,
  clock: Clock,
  functions: Functions,
): Record<'unifiedOrder' | 'queryOrder' | 'closeOrder', PayApi> {
  return {
    unifiedOrder(given, invocation) {
      const wanted = readOrder(given, merchant, functions)
      const openid = optionalText(given, 'sub_openid') ?? invocation.openid
      if (!openid) throw new PayParameterError('缺少参数 openid: JSAPI 支付必须传 openid')
      const present = ledger.orders.get(wanted.outTradeNo)
      const order = present
        ? repeated(present, wanted.totalFee, openid)
        : {
            ...wanted,
            openid,
            prepayId: newPrepayId(clock.now()),
            createdAt: clock.now(),
            state: 'NOTPAY' as const,
          }
      if (!present) ledger.orders.set(order.outTradeNo, order)
      return {
        trade_type: 'JSAPI',
        prepay_id: order.prepayId,
        payment: paymentOf(order.prepayId, merchant.appId, clock.now()),
      }
    },
    queryOrder(given) {
      const order = ledger.orderOf(given, merchantIdOf(given, merchant))
      const state = ledger.refundsOf(order.outTradeNo).length > 0 ? 'REFUND' : order.state
      return {
        out_trade_no: order.outTradeNo,
        trade_state: state,
        trade_state_desc: STATE_TEXTS[state],
        ...(order.attach !== undefined && { attach: order.attach }),
        ...(order.transactionId && paidFields(order)),
      }
    },
    closeOrder(given) {
      const order = ledger.orderOf(given, merchantIdOf(given, merchant))
      if (order.state === 'SUCCESS') throw new PayRefusal('ORDERPAID', '订单已支付')
      if (order.state === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭')
      if (clock.now() - order.createdAt < CLOSABLE_AFTER_MS) {
        throw new PayRefusal('INVALID_REQUEST', '订单生成后不能马上关单，最短间隔为 5 分钟')
      }
      ledger.orders.set(order.outTradeNo, { ...order, state: 'CLOSED' })
      return {}
    },
  }
}

const STATE_TEXTS = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  PAYERROR: '支付失败',
  REFUND: '订单发生过退款',
} as const

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
    subMchId,
    functionName: callbackOf(given, merchant, functions),
    body: requiredText(given, 'body'),
    outTradeNo: requiredText(given, 'out_trade_no'),
    totalFee: requiredFee(given, 'total_fee'),
    attach: optionalText(given, 'attach'),
  }
}

/** The same order asked for again gives the same prepay ID; anything else is refused. */
function repeated(present: PayOrder, totalFee: number, openid: string): PayOrder {
  if (present.state === 'SUCCESS') throw new PayRefusal('ORDERPAID', '商户订单已支付')
  if (present.state === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭')
  if (present.totalFee !== totalFee || present.openid !== openid) {
    throw new PayRefusal('OUT_TRADE_NO_USED', '商户订单号重复')
  }
  return present
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
