import type { PaymentParameters } from '../../../shared/contract/order'
import type { PaymentFact } from '../../../shared/domain/payment'

/** A payment to be opened at WeChat Pay. */
interface PaymentRequest {
  outTradeNo: string
  totalFen: number
  /** Who pays; nobody else's payment counts. */
  payerId: string
  /** What the cashier sheet says is paid for. */
  description: string
  /** From when on it need not be payable any more; late money is dealt with all the same. */
  expiresAt: number
  clientIp: string
  envId: string
}

interface RefundRequest {
  outTradeNo: string
  /** The same number again never refunds again. */
  outRefundNo: string
  totalFen: number
  refundFen: number
  envId: string
}

/**
 * What became of a refund. `closed` and `abnormal` never end by themselves: the money is still with
 * the company, and a person has to look. Of an `unknown` one WeChat Pay cannot say anything.
 */
export type RefundState = 'refunded' | 'processing' | 'closed' | 'abnormal' | 'unknown'

/** What a callback hints at; nothing of it is believed before a query confirms it. */
export interface PaymentHint {
  outTradeNo: string
  /** Only when it is about a refund. */
  outRefundNo?: string
}

/** Any way to be paid. Throws `PaymentRefused` when WeChat Pay says no, else what went wrong. */
export interface PaymentPort {
  /** Opens the payment; the same number again gives parameters for the same payment. */
  create(request: PaymentRequest): Promise<PaymentParameters>
  query(outTradeNo: string): Promise<PaymentFact>
  /** Makes the payment impossible from now on. */
  close(outTradeNo: string): Promise<void>
  /** Asks for the money to go back; done only when `queryRefund` says so. */
  refund(request: RefundRequest): Promise<void>
  queryRefund(outRefundNo: string): Promise<RefundState>
  parseNotification(event: Record<string, unknown>): PaymentHint | undefined
}

/** WeChat Pay understood the request and refused it. */
export class PaymentRefused extends Error {
  override readonly name: string = 'PaymentRefused'
}

/** No payment can be opened over this total: WeChat Pay takes 1 fen to 1,000,000 yuan. */
export class TotalNotPayable extends PaymentRefused {
  override readonly name = 'TotalNotPayable'

  constructor(readonly totalFen: number) {
    super(`a payment of ${totalFen} fen cannot be opened`)
  }
}
