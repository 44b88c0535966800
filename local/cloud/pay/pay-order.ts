/** The states that `queryOrder` tells, besides REFUND, which follows from the refunds. */
type TradeState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'PAYERROR'

/** One order at the cashier, as WeChat Pay keeps it. Money is in fen. */
export interface PayOrder {
  readonly outTradeNo: string
  readonly prepayId: string
  readonly subMchId: string
  readonly totalFee: number
  readonly body: string
  readonly attach?: string
  /** The openid that the order was made for. */
  readonly openid: string
  readonly functionName: string
  readonly createdAt: number
  readonly state: TradeState
  readonly transactionId?: string
  readonly paidBy?: string
  readonly paidAt?: number
}

export interface PayRefund {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundId: string
  readonly totalFee: number
  readonly refundFee: number
  readonly state: 'PROCESSING' | 'SUCCESS'
  readonly createdAt: number
  readonly settlesAt: number
  readonly functionName?: string
}

/** `yyyyMMddHHmmss` in China's time, as WeChat Pay writes instants. */
export function payTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}
