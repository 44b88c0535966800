import * as v from 'valibot'
import type { OrderEvent, OrderState } from '../domain/order-state'
import { action, detail, returns } from './define'
import { cursor, id, mobile, quantity, text } from './fields'
import { invoiceWish } from './invoice'
import { orderAfter } from './order-after'
import type { Address } from './member'
import { fulfilments } from './order-parts'
import type {
  LineItem,
  LineProblem,
  Shortage,
  Adjustment,
  Fulfilment,
  PaymentParts,
  OrderCard,
} from './order-parts'
import type { DeliveryProblem, OfferHint, PickupStore, Quote } from './quote'

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
  /** What promotions take off; delivery is not among them. */
  adjustments: Adjustment[]
}

export interface Cart {
  lines: CartLine[]
  /** Pieces in all lines: the number on the tab. */
  count: number
  totals: CartTotals
  /** What is missing for the next step of a promotion, the nearest first. */
  hints: OfferHint[]
  promise: string
}

export interface Parcel {
  /** The carrier's name; empty when a courier of the town brings it. */
  carrier: string
  trackingNumber: string
  shippedAt: number
}

export interface OrderDetail extends OrderCard {
  goodsFen: number
  adjustments: Adjustment[]
  deliveryFen: number
  means: PaymentParts
  /** Points that were spent on it. */
  points: number
  fulfilment: Fulfilment
  /** For pickup; the code once it is paid. */
  pickup?: PickupStore & { code?: string }
  groupId?: string
  address: Address
  note: string
  giftNote: string
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

/** Everything a customer chooses that changes what is paid. */
const choices = {
  fulfilment: v.optional(v.picklist(fulfilments), 'carrier'),
  /** For pickup; without it the first store. */
  storeId: v.optional(id),
  /** The best ones, none, or exactly these as far as they may be used. */
  coupons: v.optional(
    v.union([v.picklist(['best', 'none']), v.pipe(v.array(id), v.maxLength(10))]),
    'best',
  ),
  usePoints: v.optional(v.boolean(), false),
  useBalance: v.optional(v.boolean(), false),
  giftcardIds: v.optional(v.pipe(v.array(id), v.maxLength(10)), []),
  /** Bought in a group: in this one, or in a new one. */
  group: v.optional(v.strictObject({ promotionId: id, groupId: v.optional(id) })),
}

const notPriced = {
  CART_EMPTY: detail(),
  SKU_NOT_FOUND: detail<{ skuId: string }>(),
  ADDRESS_NOT_FOUND: detail(),
  SOLD_OUT: detail<Shortage>(),
  /** WeChat Pay takes no more than this at once. */
  TOTAL_NOT_PAYABLE: detail<{ limitFen: number }>(),
  GROUP_ENDED: detail(),
  GROUP_FULL: detail(),
  ALREADY_IN_GROUP: detail(),
}

const orderId = v.strictObject({ orderId: id })
const outTradeNo = v.strictObject({
  outTradeNo: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/)),
})

/** The tabs of the order list; `toShip` and `toReceive` are the customer's words for states. */
const orderTabs = ['all', 'toPay', 'toShip', 'toReceive', 'done'] as const
export type OrderTab = (typeof orderTabs)[number]

const cancelReasons = ['changedMind', 'wrongItem', 'wrongAddress', 'tooSlow', 'other'] as const
export type CancelReason = (typeof cancelReasons)[number]

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
    input: v.strictObject({ source, addressId: v.optional(id), ...choices }),
    output: returns<Quote>(),
    errors: notPriced,
  }),
  /**
   * Holds the goods, coupons and money of the company's own for 15 minutes. When nothing is left
   * for WeChat Pay the order is paid at once.
   */
  'order.place': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      source,
      /** Where it goes; for pickup a contact is enough. */
      addressId: v.optional(id),
      /** For pickup: who comes. */
      contact: v.optional(v.strictObject({ name: text(20, 1), phone: mobile })),
      note: v.optional(text(100), ''),
      /** On a card in the parcel. */
      giftNote: v.optional(text(60), ''),
      invoice: v.optional(invoiceWish),
      signature: v.pipe(v.string(), v.maxLength(80)),
      ...choices,
    }),
    output: returns<{
      orderId: string
      outTradeNo: string
      totalFen: number
      /** What is left for WeChat Pay; nothing when it is paid already. */
      payableFen: number
      isPaid: boolean
      expiresAt: number
    }>(),
    errors: {
      ...notPriced,
      PRICE_CHANGED: detail<Quote>(),
      NOT_DELIVERED: detail<{ fulfilment: Fulfilment; problem: DeliveryProblem }>(),
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
      /** Some of it is being given back: that has to come to its end first. */
      AFTER_SALE_OPEN: detail(),
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
  ...orderAfter,
}
