import * as v from 'valibot'
import type { OrderEvent, OrderState } from '../domain/order-state'
import type { Plate } from './catalog'
import { action, detail, returns } from './define'
import { cursor, id, quantity, text } from './fields'
import type { Address } from './member'

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

export interface CartLine extends LineItem {
  wasFen?: number
  isSelected: boolean
  problem?: LineProblem
  /** Pieces that can be bought now; the stepper's upper limit. */
  available: number
}

interface CartTotals {
  /** Pieces in selected, buyable lines. */
  selectedCount: number
  goodsFen: number
  savedFen: number
  deliveryFen: number
  totalFen: number
  freeDelivery: { thresholdFen: number; missingFen: number }
}

export interface Cart {
  lines: CartLine[]
  /** Pieces in all lines: the number on the tab. */
  count: number
  totals: CartTotals
  promise: string
}

/** Money that is added or taken off, each with its reason. */
export interface Adjustment {
  kind: 'delivery' | 'freeDelivery'
  amountFen: number
}

export interface QuoteLine extends LineItem {
  wasFen?: number
  amountFen: number
}

export interface Quote {
  lines: QuoteLine[]
  adjustments: Adjustment[]
  goodsFen: number
  deliveryFen: number
  totalFen: number
  count: number
  promise: string
  /** The address it goes to: the chosen one, else the default one, if there is any. */
  address?: Address
  /** Names exactly these lines and prices; `order.place` refuses when they changed. */
  signature: string
}

export interface OrderLine extends LineItem {
  amountFen: number
}

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

export type OrderAction = 'pay' | 'cancel' | 'confirmReceipt' | 'buyAgain'

export interface Parcel {
  carrier: string
  trackingNumber: string
  shippedAt: number
}

export interface OrderDetail extends OrderCard {
  goodsFen: number
  adjustments: Adjustment[]
  address: Address
  note: string
  /** Newest last. `event` is `place` or a transition of the state table. */
  timeline: { at: number; event: OrderEvent | 'place'; carrier?: string; trackingNumber?: string }[]
  parcels: Parcel[]
  paidAt?: number
  shipBy?: number
  receivedAt?: number
  /** When it counts as received without a word from the customer. */
  autoReceiveAt?: number
}

/** Parameters of `wx.requestPayment`. */
export interface PaymentParameters {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'MD5' | 'HMAC-SHA256' | 'RSA'
  paySign: string
}

/** What is bought: the selected lines of the cart, or one product straight away. */
const source = v.variant('kind', [
  v.strictObject({ kind: v.literal('cart') }),
  v.strictObject({ kind: v.literal('sku'), skuId: id, quantity }),
])

const orderId = v.strictObject({ orderId: id })
const outTradeNo = v.strictObject({
  outTradeNo: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/)),
})

/** The tabs of the order list; `toShip` and `toReceive` are the customer's words for states. */
const orderTabs = ['all', 'toPay', 'toShip', 'toReceive', 'done'] as const
export type OrderTab = (typeof orderTabs)[number]

const cancelReasons = ['changedMind', 'wrongItem', 'wrongAddress', 'tooSlow', 'other'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** Lines that cannot be bought as asked, with what is left of each. */
export interface Shortage {
  lines: { skuId: string; name: string; problem: LineProblem; available: number }[]
}

export const order = {
  'order.getCart': action({
    access: 'member',
    input: v.strictObject({}),
    output: returns<Cart>(),
    errors: {},
  }),
  /** Adds to, sets or removes lines (`quantity: 0`), selects and unselects. */
  'order.changeCart': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      changes: v.pipe(
        v.array(
          v.strictObject({
            skuId: id,
            add: v.optional(quantity),
            quantity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))),
            isSelected: v.optional(v.boolean()),
          }),
        ),
        v.minLength(1),
        v.maxLength(100),
      ),
    }),
    output: returns<Cart>(),
    errors: {
      SKU_NOT_FOUND: detail<{ skuId: string }>(),
      SOLD_OUT: detail<Shortage>(),
      CART_FULL: detail<{ limit: number }>(),
    },
  }),
  'order.quote': action({
    access: 'member',
    input: v.strictObject({ source, addressId: v.optional(id) }),
    output: returns<Quote>(),
    errors: {
      CART_EMPTY: detail(),
      SKU_NOT_FOUND: detail<{ skuId: string }>(),
      ADDRESS_NOT_FOUND: detail(),
      SOLD_OUT: detail<Shortage>(),
    },
  }),
  /** Holds the stock for 15 minutes. */
  'order.place': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      source,
      addressId: id,
      note: v.optional(text(100), ''),
      signature: v.pipe(v.string(), v.maxLength(80)),
    }),
    output: returns<{ orderId: string; outTradeNo: string; totalFen: number; expiresAt: number }>(),
    errors: {
      CART_EMPTY: detail(),
      SKU_NOT_FOUND: detail<{ skuId: string }>(),
      ADDRESS_NOT_FOUND: detail(),
      SOLD_OUT: detail<Shortage>(),
      PRICE_CHANGED: detail<Quote>(),
    },
  }),
  /** Opens the payment at WeChat Pay; calling it again is harmless. */
  'order.pay': action({
    access: 'member',
    input: outTradeNo,
    output: returns<{ payment: PaymentParameters; totalFen: number; expiresAt: number }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      ORDER_EXPIRED: detail(),
      ORDER_ALREADY_PAID: detail<{ orderId: string }>(),
      PAYMENT_UNAVAILABLE: detail(),
    },
  }),
  /** Asks WeChat Pay what became of a payment, so that nobody waits for the callback. */
  'order.confirmPayment': action({
    access: 'member',
    input: outTradeNo,
    output: returns<{ orderId: string; outcome: 'paid' | 'pending' | 'closed' | 'refunding' }>(),
    errors: { ORDER_NOT_FOUND: detail(), PAYMENT_UNAVAILABLE: detail() },
  }),
  'order.list': action({
    access: 'member',
    input: v.strictObject({ tab: v.picklist(orderTabs), cursor }),
    output: returns<{ orders: OrderCard[]; cursor?: string }>(),
    errors: {},
  }),
  'order.get': action({
    access: 'member',
    input: orderId,
    output: returns<OrderDetail>(),
    errors: { ORDER_NOT_FOUND: detail() },
  }),
  /** The running order for the home page's live strip; `count` of all running ones. */
  'order.getLive': action({
    access: 'member',
    input: v.strictObject({}),
    output: returns<{ count: number; order?: OrderCard }>(),
    errors: {},
  }),
  /** Unpaid: gives the stock back. Paid and not yet shipped: refunds all of it. */
  'order.cancel': action({
    access: 'member',
    write: true,
    input: v.strictObject({ orderId: id, reason: v.picklist(cancelReasons) }),
    output: returns<{ state: OrderState }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      ORDER_STATE_CHANGED: detail<{ state: OrderState }>(),
      ORDER_ALREADY_PAID: detail<{ orderId: string }>(),
    },
  }),
  'order.confirmReceipt': action({
    access: 'member',
    write: true,
    input: orderId,
    output: returns<{ state: OrderState }>(),
    errors: { ORDER_NOT_FOUND: detail(), ORDER_STATE_CHANGED: detail<{ state: OrderState }>() },
  }),
  /** Puts what can still be bought back into the cart, selected. */
  'order.buyAgain': action({
    access: 'member',
    write: true,
    input: orderId,
    output: returns<{ added: number; missing: string[] }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      SOLD_OUT: detail<Shortage>(),
      CART_FULL: detail<{ limit: number }>(),
    },
  }),
}
