import * as v from 'valibot'
import type { OrderState } from '../domain/order-state'
import type { AfterSaleCard } from './care'
import type { Contract } from './define'
import { action, detail, returns } from './define'
import { cursor, id, text } from './fields'
import type { Address } from './member'
import type { OrderCard, OrderLine, PaymentParts } from './order-parts'

/** A line of a placed order with what became of its pieces. */
interface PlacedLine extends OrderLine {
  /** What it costs after its share of everything taken off. */
  payableFen: number
  refunded: number
  isGift: boolean
}

/** Some pieces on their way, with what is known of it; newest event last. */
export interface ParcelView {
  id: string
  /** Absent for a same-city courier. */
  carrier?: string
  trackingNumber: string
  courier?: { name: string; phone: string }
  shippedAt: number
  lines: { lineIndex: number; name: string; quantity: number }[]
  events: { at: number; what: 'shipped' | 'received' }[]
}

export interface RefundView {
  id: string
  state: 'asked' | 'refunded' | 'stuck'
  means: PaymentParts
  points: number
  createdAt: number
  refundedAt?: number
}

export interface InvoiceView {
  kind: 'person' | 'company'
  title: string
  taxNumber?: string
  email?: string
  state: 'asked' | 'issued'
  askedAt: number
  file?: string
}

/** What the order page shows beside the order itself. */
export interface OrderAfterView {
  placedLines: PlacedLine[]
  shipments: ParcelView[]
  refundedFen: number
  invoice?: InvoiceView
  refunds: RefundView[]
  afterSales: AfterSaleCard[]
  remindedAt?: number
}

/** What a customer can do about an order once it is paid. */
export const orderAfter = {
  /** Everything about an order that is not in `order.get`. */
  'order.getAfter': action({
    access: 'member',
    input: v.strictObject({ orderId: id }),
    output: returns<OrderAfterView>(),
    errors: { ORDER_NOT_FOUND: detail() },
  }),
  /** Asks the packers where it stays, once a day. */
  'order.remind': action({
    access: 'member',
    write: true,
    input: v.strictObject({ orderId: id }),
    output: returns<{ remindedAt: number }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      ORDER_STATE_CHANGED: detail<{ state: OrderState }>(),
      ORDER_REMINDED: detail<{ againAt: number }>(),
    },
  }),
  /** Before anything has left, where delivery costs the same. */
  'order.changeAddress': action({
    access: 'member',
    write: true,
    input: v.strictObject({ orderId: id, addressId: id }),
    output: returns<{ address: Address }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      ADDRESS_NOT_FOUND: detail(),
      ORDER_STATE_CHANGED: detail<{ state: OrderState }>(),
      DELIVERY_DIFFERS: detail<{ paidFen: number; neededFen: number }>(),
      DELIVERY_UNAVAILABLE: detail(),
    },
  }),
  'order.askInvoice': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      orderId: id,
      kind: v.picklist(['person', 'company']),
      title: text(100, 1),
      taxNumber: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9]{15,20}$/))),
      email: v.optional(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(100))),
    }),
    output: returns<{ askedAt: number }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      ORDER_STATE_CHANGED: detail<{ state: OrderState }>(),
      INVOICE_NEEDS_TAX_NUMBER: detail(),
      INVOICE_ISSUED: detail(),
    },
  }),
  /** The file of an issued invoice, part by part; `next` is where to go on. */
  'order.readInvoice': action({
    access: 'member',
    input: v.strictObject({
      orderId: id,
      from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000_000)),
    }),
    output: returns<{ base64: string; total: number; next?: number }>(),
    errors: { ORDER_NOT_FOUND: detail(), INVOICE_FILE_MISSING: detail() },
  }),
  /** The member's own orders by names of goods and number. */
  'order.search': action({
    access: 'member',
    input: v.strictObject({ query: text(40, 1), cursor }),
    output: returns<{ orders: OrderCard[]; cursor?: string }>(),
    errors: {},
  }),
} as const satisfies Contract
