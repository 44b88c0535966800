import { generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Clock } from '../../clock'
import type { Users } from '../../users'
import type { Merchant } from '../merchant'
import type { OrderBook } from '../order-book'
import { newNonce } from '../pay-ledger'
import type { PayLedger } from '../pay-ledger'
import type { RefundBook } from '../refund-book'
import { orderFields, refundFields } from './v3-fields'
import { fee, optionalInstant, part, text } from './v3-parameters'
import { V3Refusal } from './v3-refusal'

type Fields = Readonly<Record<string, unknown>>

/** An answer of API v3, or a V3Refusal or PayRefusal that is thrown. */
export type V3Api = (given: Fields) => { status: number; data: object }

const ORDER_NUMBER = /^[A-Za-z0-9_\-|*]{6,32}$/
const REFUND_NUMBER = /^[A-Za-z0-9_\-|*@]{1,64}$/
const CURRENCY = /^CNY$/

/** WeChat Pay's API v3 for one merchant, by the routes of the Integration Center's function. */
export function v3Apis(
  { ledger, orders, refunds }: { ledger: PayLedger; orders: OrderBook; refunds: RefundBook },
  merchant: Merchant,
  notify: string,
  clock: Clock,
  users: Users,
): Record<string, V3Api> {
  let key: KeyObject | undefined
  const { appId, subMchId } = merchant
  const orderIn = (given: Fields) =>
    ledger.orderNamed({ outTradeNo: text(given, 'out_trade_no', ORDER_NUMBER) }, subMchId)

  const paymentOf = (prepayId: string) => {
    const timeStamp = String(Math.floor(clock.now() / 1000))
    const nonceStr = newNonce()
    const prepay = `prepay_id=${prepayId}`
    const signed = Buffer.from(`${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`)
    key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const paySign = sign('sha256', signed, key).toString('base64')
    return { timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign }
  }

  return {
    wxpay_order(given) {
      const amount = part(given, 'amount')
      if (amount['currency'] !== undefined) text(amount, 'currency', CURRENCY)
      const openid = text(part(given, 'payer'), 'openid', /./)
      if (!users.byOpenid(openid)) throw new V3Refusal(400, 'PARAM_ERROR', '无效的openid')
      const { prepayId } = orders.open({
        door: 'integrationCenter',
        outTradeNo: text(given, 'out_trade_no', ORDER_NUMBER),
        subMchId,
        totalFee: fee(amount, 'total'),
        body: text(given, 'description', /^[^]{1,127}$/),
        openid,
        functionName: notify,
        expiresAt: optionalInstant(given, 'time_expire'),
      })
      return { status: 200, data: { appId, prepay_id: prepayId, ...paymentOf(prepayId) } }
    },
    wxpay_query_order_by_out_trade_no(given) {
      const order = orderIn(given)
      return { status: 200, data: orderFields(order, orders.stateOf(order), merchant) }
    },
    wxpay_close_order(given) {
      orders.close(orderIn(given))
      return { status: 204, data: {} }
    },
    wxpay_refund(given) {
      const order = orderIn(given)
      const amount = part(given, 'amount')
      text(amount, 'currency', CURRENCY)
      const refund = refunds.ask(order, {
        outRefundNo: text(given, 'out_refund_no', REFUND_NUMBER),
        totalFee: fee(amount, 'total'),
        refundFee: fee(amount, 'refund'),
        functionName: notify,
      })
      return { status: 200, data: refundFields(refund, order) }
    },
    wxpay_refund_query(given) {
      const refund = ledger.refunds.get(text(given, 'out_refund_no', REFUND_NUMBER))
      const order = refund && ledger.orders.get(refund.outTradeNo)
      if (!order) throw new V3Refusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
      return { status: 200, data: refundFields(refund, order) }
    },
  }
}
