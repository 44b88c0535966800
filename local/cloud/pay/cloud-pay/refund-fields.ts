import type { PayOrder, PayRefund, RefundState } from '../pay-order'

/** API v2 has names of its own for how a refund may end. */
const STATUSES: Record<RefundState, string> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'REFUNDCLOSE',
  ABNORMAL: 'CHANGE',
}

/** What an answer about refunds tells of their order. */
export function refundedOrderFields(order: PayOrder): object {
  return {
    transaction_id: order.transactionId,
    out_trade_no: order.outTradeNo,
    total_fee: order.totalFee,
    cash_fee: order.totalFee,
  }
}

/** One refund, its fields numbered by the suffix. */
export function refundFields(refund: PayRefund, suffix: string): object {
  const fields = {
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_fee: refund.refundFee,
    settlement_refund_fee: refund.refundFee,
    refund_status: STATUSES[refund.state],
    refund_channel: 'ORIGINAL',
    refund_account: 'REFUND_SOURCE_UNSETTLED_FUNDS',
    refund_recv_accout: '支付用户零钱',
    ...(refund.state === 'SUCCESS' && { refund_success_time: chinaTime(refund.settlesAt) }),
  }
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key + suffix, value]))
}

function chinaTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
