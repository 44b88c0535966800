import type { OrderState } from '../domain/order-state'
import type { Plate } from './catalog'

/** What a line sells, with names and picture as the customer sees them. */
export interface LineItem {
  skuId: string
  productId: string
  name: string
  /** The chosen options in words: "50 克，罐装"; empty when there are none. */
  options: string
  picture: string
  plate: Plate
  priceFen: number
  quantity: number
}

/** Why a cart line cannot be bought as it is. */
export type LineProblem = 'soldOut' | 'short' | 'off'

/** Lines that cannot be bought as asked, with what is left of each. */
export interface Shortage {
  lines: { skuId: string; name: string; problem: LineProblem; available: number }[]
}

/** Why money is added or taken off. */
export type AdjustmentKind =
  | 'memberPrice'
  | 'flashSale'
  | 'groupBuy'
  | 'amountOff'
  | 'percentOff'
  | 'nthItem'
  | 'bundlePrice'
  | 'newcomer'
  | 'coupon'
  | 'points'
  | 'staffDiscount'
  | 'delivery'
  | 'freeDelivery'
  | 'deliveryCoupon'

/** Money that is added or taken off, each with its reason. */
export interface Adjustment {
  kind: AdjustmentKind
  amountFen: number
  /** The promotion's or coupon's name, where there is one. */
  name?: string
  /** The promotion or the member's coupon. */
  sourceId?: string
}

/** How an order reaches its customer. */
export const fulfilments = ['carrier', 'sameCity', 'pickup'] as const
export type Fulfilment = (typeof fulfilments)[number]

/** By what an order is paid; the parts sum to its total. */
export interface PaymentParts {
  wechatFen: number
  balanceFen: number
  giftcardFen: number
}

export interface OrderLine extends LineItem {
  amountFen: number
  /** Comes with the order for nothing. */
  isGift?: boolean
}

export type OrderAction =
  | 'pay'
  | 'cancel'
  | 'confirmReceipt'
  | 'review'
  | 'remind'
  | 'changeAddress'
  | 'afterSale'
  | 'buyAgain'

export interface OrderCard {
  id: string
  /** The short number people say on the phone. */
  number: string
  outTradeNo: string
  state: OrderState
  lines: OrderLine[]
  count: number
  totalFen: number
  placedAt: number
  /** While unpaid: until when the goods are held. */
  expiresAt?: number
  /** What the customer can do now, in order of importance. */
  actions: OrderAction[]
}
