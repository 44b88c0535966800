import type { Merchant } from '../merchant'
import { STATE_TEXTS } from '../order-book'
import type { PayOrder, PayRefund } from '../pay-order'

const CURRENCY = 'CNY'

/** RFC 3339 in China's time, as API v3 writes instants. */
const v3Time = (instant: number) =>
  `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** An order as API v3 tells it, in a query and in a notification alike. */
export function orderFields(
  order: PayOrder,
  state: keyof typeof STATE_TEXTS,
  { appId, subMchId }: Merchant,
) {
  return {
    appid: appId,
    mchid: subMchId,
    out_trade_no: order.outTradeNo,
    trade_state: state,
    trade_state_desc: STATE_TEXTS[state],
    attach: order.attach ?? '',
    amount: { total: order.totalFee, currency: CURRENCY },
    ...(order.transactionId && {
      transaction_id: order.transactionId,
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      success_time: v3Time(order.paidAt ?? 0),
      payer: { openid: order.paidBy },
      amount: {
        total: order.totalFee,
        payer_total: order.totalFee,
        currency: CURRENCY,
        payer_currency: CURRENCY,
      },
    }),
  }
}

/** A refund as API v3 answers it. */
export function refundFields(refund: PayRefund, order: PayOrder) {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: order.transactionId,
    out_trade_no: order.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: v3Time(refund.createdAt),
    status: refund.state,
    funds_account: 'AVAILABLE',
    ...(refund.state === 'SUCCESS' && { success_time: v3Time(refund.settlesAt) }),
    amount: {
      total: refund.totalFee,
      refund: refund.refundFee,
      payer_total: refund.totalFee,
      payer_refund: refund.refundFee,
      settlement_total: refund.totalFee,
      settlement_refund: refund.refundFee,
      discount_refund: 0,
      currency: CURRENCY,
    },
  }
}
