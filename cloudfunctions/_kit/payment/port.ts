import type { PaymentParameters } from '../../../shared/contract/order'
import type { PaymentFact } from '../../../shared/domain/payment'

/** A payment to be opened at WeChat Pay. */
interface PaymentRequest {
  outTradeNo: string
  totalFen: number
  /** What the cashier sheet says is paid for. */
  description: string
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

/** What a callback hints at; nothing of it is believed before a query confirms it. */
interface PaymentHint {
  outTradeNo: string
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
  queryRefund(outRefundNo: string): Promise<'refunded' | 'processing' | 'unknown'>
  parseNotification(event: Record<string, unknown>): PaymentHint | undefined
}

/** WeChat Pay understood the request and refused it. */
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused'
}
