import type { Plate } from '../../../shared/contract/catalog'
import type { Carrier } from '../../../shared/contract/carriers'
import type { Address } from '../../../shared/contract/member'
import type { CancelReason } from '../../../shared/contract/order'
import type { AdjustmentKind, Fulfilment } from '../../../shared/contract/order-parts'
import type { FreightTemplate } from '../../../shared/domain/freight'
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
  /** The price times the quantity, before anything is taken off. */
  amountFen: number
  /** What this line costs after its share of everything taken off; delivery is not in it. */
  payableFen: number
  /** Points of the order that were spent on this line. */
  points: number
  /** Pieces that have left in parcels, and pieces whose money went back (or is on its way). */
  shipped: number
  refunded: number
  /** Of the refunded ones, those that had not left: they never will. */
  refundedUnsent?: number
  /** Pieces in an after-sale case that is not decided: nothing else is asked for them. */
  asked?: number
  /** Comes with the order for nothing. */
  isGift?: boolean
}

/** Money that was added or taken off, with its reason and how it falls on the lines. */
export interface SoldAdjustment {
  kind: AdjustmentKind
  amountFen: number
  /** The promotion or the member's coupon. */
  sourceId?: string
  name?: Localized
  /** By line, summing to the amount; absent for delivery. */
  shares?: number[]
}

/** By what an order is paid, summing to its total. */
interface PaymentMeans {
  wechatFen: number
  balanceFen: number
  giftcards: { cardId: string; fen: number }[]
}

/** Some pieces of an order on their way; `lines` by place in the order's lines. */
export interface SentParcel {
  id: string
  /** Absent for a same-city courier. */
  carrier?: Carrier
  trackingNumber: string
  /** Same city: who brings it. */
  courier?: { name: string; phone: string }
  shippedAt: number
  lines: { lineIndex: number; quantity: number }[]
}

/** An invoice the customer has asked for. */
export interface InvoiceRequest {
  kind: 'person' | 'company'
  title: string
  /** Of a company. */
  taxNumber?: string
  email?: string
  state: 'asked' | 'issued'
  askedAt: number
  /** Cloud file id of the issued one. */
  file?: string
  issuedAt?: number
}

export interface TimelineEntry {
  at: number
  event: OrderEvent | 'place'
  by: Actor
  /** The staff member, when it was one. */
  staffId?: string
  carrier?: Carrier
  trackingNumber?: string
  note?: string
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
  adjustments: SoldAdjustment[]
  deliveryFen: number
  totalFen: number
  means: PaymentMeans
  /** Points spent on it, and the member's coupons it holds or used. */
  points: number
  couponIds: string[]
  /** Points that were given for it, once it was received. */
  earned?: number
  /** What went back so far, of goods and delivery together. */
  refundedFen: number
  fulfilment: Fulfilment
  /** For pickup: where, and the code it is handed over against. */
  pickup?: { storeId: string; code: string }
  /** For a place in a group. */
  groupId?: string
  promotionId?: string
  /** For carrier and same city where it goes; for pickup who comes. */
  address: Address
  note: string
  /** On a card in the parcel. */
  giftNote: string
  invoice?: InvoiceRequest
  /** Only staff see it. */
  staffNote?: string
  /** After-sale cases that are open or have ended in a refund. */
  caseCount?: number
  /** When the customer last asked where it stays. */
  remindedAt?: number
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
  parcels: SentParcel[]
  timeline: TimelineEntry[]
  /** What staff may type to find it: number, phone, name, tracking number. */
  lookup: string[]
  /** What its customer may search it by: number and names of the goods, as `orderWords` makes them. */
  words?: string[]
}

/** The id is the `outTradeNo` WeChat Pay knows it by. */
export interface PaymentDocument {
  _id: string
  memberId: string
  orderId: string
  /** What is paid at WeChat Pay: the order's total without balance and gift cards. */
  totalFen: number
  /** How many refunds were begun; WeChat Pay allows 50. */
  refundCount: number
  /** What they sum to, of `totalFen`. */
  refundedFen: number
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
  /** When money was found on it that its order does not want any more, and was sent back. */
  returnedAt?: number
}

/** The id is the `outRefundNo`: asking twice with the same one refunds once. */
export interface RefundDocument {
  _id: string
  outTradeNo: string
  orderId: string
  memberId: string
  /** What goes back in all, and how: `wechatFen` of it is asked for at WeChat Pay. */
  refundFen: number
  wechatFen: number
  balanceFen: number
  giftcards: { cardId: string; fen: number }[]
  points: number
  /** What was paid at WeChat Pay for the whole order. */
  totalFen: number
  cause: 'cancelPaid' | 'returnLatePayment' | 'failGroup' | 'afterSale'
  afterSaleId?: string
  /** Pieces it is for, by place in the order's lines; empty for all of an order. */
  lines: { lineIndex: number; quantity: number }[]
  /** `stuck` needs a person: WeChat Pay has given up on it. */
  state: 'asked' | 'refunded' | 'stuck'
  createdAt: number
  refundedAt?: number
}

/** What delivery costs by region and weight; the id is its name for the products that use it. */
export interface FreightTemplateDocument extends FreightTemplate {
  _id: string
  name: string
  updatedAt: number
}
