import type { Plate } from '../../../shared/contract/catalog'
import type { Carrier } from '../../../shared/contract/console'
import type { Address } from '../../../shared/contract/member'
import type { Adjustment, CancelReason } from '../../../shared/contract/order'
import type { Localized } from '../../../shared/domain/localized'
import type { Actor, OrderEvent, OrderState } from '../../../shared/domain/order-state'

/** A line as it was sold; later changes of the product do not reach it. */
export interface SoldLine {
  skuId: string
  productId: string
  name: Localized
  optionWords: Localized
  picture: string
  plate: Plate
  priceFen: number
  quantity: number
  amountFen: number
}

export interface TimelineEntry {
  at: number
  event: OrderEvent | 'place'
  by: Actor
  /** The staff member, when it was one. */
  staffId?: string
  carrier?: Carrier
  trackingNumber?: string
}

export interface OrderDocument {
  _id: string
  /** The short number people say on the phone; not unique by force, so never a key. */
  number: string
  outTradeNo: string
  memberId: string
  state: OrderState
  lines: SoldLine[]
  /** The lines' SKUs, to find who holds one. */
  skuIds: string[]
  count: number
  goodsFen: number
  adjustments: Adjustment[]
  totalFen: number
  address: Address
  note: string
  placedAt: number
  expiresAt: number
  /**
   * The next deadline, by state: while unpaid `expiresAt`, paid the latest time to ship, shipped
   * the time from which it counts as received. Final states keep their last one.
   */
  dueAt: number
  paidAt?: number
  shippedAt?: number
  receivedAt?: number
  cancelReason?: CancelReason
  cancelledBy?: 'member' | 'system'
  parcels: { carrier: Carrier; trackingNumber: string; shippedAt: number }[]
  timeline: TimelineEntry[]
  /** What staff may type to find it: number, phone, name, tracking number. */
  lookup: string[]
}

/** The id is the `outTradeNo` WeChat Pay knows it by. */
export interface PaymentDocument {
  _id: string
  memberId: string
  orderId: string
  totalFen: number
  /** What the cashier sheet says is paid for. */
  description: string
  state: 'pending' | 'paid' | 'closed' | 'refunding' | 'refunded'
  createdAt: number
  expiresAt: number
  /** When the timer asks WeChat Pay about it next, while pending. */
  checkAt: number
  transactionId?: string
  /** WeChat Pay's time of the payment. */
  paidAt?: number
}

/** The id is the `outRefundNo`: asking twice with the same one refunds once. */
export interface RefundDocument {
  _id: string
  outTradeNo: string
  orderId: string
  memberId: string
  refundFen: number
  totalFen: number
  cause: 'cancelPaid' | 'returnLatePayment'
  state: 'asked' | 'refunded'
  createdAt: number
  refundedAt?: number
}
