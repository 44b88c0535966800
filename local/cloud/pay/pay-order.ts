/** The states that a query tells, besides REFUND, which follows from the refunds. */
type TradeState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'PAYERROR'

/** Through which of WeChat's doors an order was made. */
type PayDoor = 'cloudPay' | 'integrationCenter'

/** One order at the cashier, as WeChat Pay keeps it. Money is in fen. */
export interface PayOrder {
  readonly outTradeNo: string
  readonly door: PayDoor
  readonly prepayId: string
  readonly subMchId: string
  readonly totalFee: number
  readonly body: string
  readonly attach?: string
  /** The openid that the order was made for. */
  readonly openid: string
  /** The function that is told. */
  readonly functionName: string
  readonly createdAt: number
  /** The end of payment that the merchant asked for. */
  readonly expiresAt?: number
  readonly state: TradeState
  readonly transactionId?: string
  readonly paidBy?: string
  readonly paidAt?: number
}

/** `CLOSED` and `ABNORMAL` end a refund without the money having gone back. */
export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

export interface PayRefund {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundId: string
  readonly totalFee: number
  readonly refundFee: number
  readonly state: RefundState
  readonly createdAt: number
  readonly settlesAt: number
  /** The function that is told; nobody is when left out. */
  readonly functionName?: string
}

/** `yyyyMMddHHmmss` in China's time, as WeChat Pay writes instants. */
export function payTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}
