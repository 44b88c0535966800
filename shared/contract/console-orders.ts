import * as v from 'valibot'
import type { OrderState } from '../domain/order-state'
import { orderStates } from '../domain/order-state'
import { action, detail, returns } from './define'
import type { Contract, StaffRole } from './define'
import { cursor, fileId, id, mobile, text } from './fields'
import type { Address } from './member'
import type { MessageKind } from '../domain/message-kinds'
import type { OrderDetail } from './order'
import type { Fulfilment, OrderLine } from './order-parts'
import { fulfilments } from './order-parts'

const everyone = { staff: ['owner', 'manager', 'clerk', 'packer', 'service'] } as const
const packing = { staff: ['owner', 'manager', 'clerk', 'packer'] } as const
const deciding = { staff: ['owner', 'manager'] } as const
const invoicing = { staff: ['owner', 'manager', 'clerk'] } as const

/** A line with what is still to be done about it. */
export interface StaffOrderLine extends OrderLine {
  /** Its place in the order, by which parcels name it. */
  lineIndex: number
  /** Pieces that have not left and are not refunded. */
  left: number
  /** Of these, pieces their customer asks something for that is not decided. */
  asked: number
  shipped: number
  refunded: number
  isGift: boolean
}

/** What waits for staff; a count is there only for those whose work it is. */
export interface Tasks {
  roles: StaffRole[]
  toShip?: number
  overdue?: number
  toMakeReady?: number
  toHandOver?: number
  afterSales?: number
  reviews?: number
  questions?: number
  lowStock?: number
  invoices?: number
  /** Effects given up, refunds stuck, and days with differences in money, together. */
  troubles?: number
}

/** An order in the list of all orders. */
export interface StaffOrderCard {
  id: string
  number: string
  state: OrderState
  fulfilment: Fulfilment
  lines: OrderLine[]
  count: number
  totalFen: number
  receiver: string
  placedAt: number
  /** While it waits to leave: the latest time for that. */
  shipBy?: number
  /** The customer has asked where it stays. */
  isReminded: boolean
  hasNote: boolean
  staffNote: string
}

/** Everything about one order. */
export interface StaffOrderFile extends Omit<StaffOrderCard, 'lines'> {
  lines: StaffOrderLine[]
  goodsFen: number
  deliveryFen: number
  adjustments: { kind: string; name?: string; amountFen: number }[]
  means: { wechatFen: number; balanceFen: number; giftcardFen: number; points: number }
  refundedFen: number
  address: Address
  pickup?: { storeId: string; store: string; code: string }
  note: string
  giftNote: string
  invoice?: { kind: 'person' | 'company'; title: string; taxNumber?: string; state: string }
  paidAt?: number
  parcels: {
    id: string
    carrier?: string
    trackingNumber: string
    courier?: { name: string; phone: string }
    shippedAt: number
    lines: { lineIndex: number; quantity: number }[]
  }[]
  timeline: (OrderDetail['timeline'][number] & { by: string })[]
  /** The most staff may take off before it is paid; absent when nothing can be. */
  mostDiscountFen?: number
  /** What staff have taken off already. */
  staffDiscountFen: number
}

/** An invoice that was asked for. */
export interface InvoiceRow {
  orderId: string
  number: string
  totalFen: number
  kind: 'person' | 'company'
  title: string
  taxNumber?: string
  email?: string
  askedAt: number
}

/** What a trouble is about, as people call it; each part absent when there is none, or it is gone. */
export interface TroubleAbout {
  /** `goods` is the name of its first line, `count` the pieces of all. */
  order?: { id: string; number: string; goods: string; count: number; receiver: string }
  product?: { id: string; name: string }
  /** The nickname of the customer. */
  customer?: string
}

/** What did not work by itself and needs a person. */
export interface Troubles {
  effects: {
    id: string
    kind: string
    /** Of a message: which one. */
    message?: MessageKind
    /** The order, payment, refund or product it is about. */
    reference: string
    about?: TroubleAbout
    reason: string
    createdAt: number
    /** A message is never sent twice, so it cannot be tried again. */
    canRetry: boolean
  }[]
  refunds: {
    id: string
    orderId: string
    about?: TroubleAbout
    refundFen: number
    createdAt: number
  }[]
  days: {
    date: string
    differences: {
      kind: string
      /** The id of an order, payment, refund or account; of a gift card the end of its number only. */
      reference: string
      about?: TroubleAbout
      expectedFen: number
      foundFen: number
    }[]
  }[]
}

const orderFilters = ['all', ...orderStates] as const
export type OrderFilter = (typeof orderFilters)[number]

const stateChanged = {
  ORDER_NOT_FOUND: detail(),
  ORDER_STATE_CHANGED: detail<{ state: OrderState }>(),
}
const orderId = v.strictObject({ orderId: id })

/** The day's work, orders beyond shipping, and what went wrong. */
export const consoleOrders = {
  'console.getTasks': action({
    access: everyone,
    input: v.strictObject({}),
    output: returns<Tasks>(),
    errors: {},
  }),
  /** Orders of every state; a query finds by number, phone, name, tracking number or code. */
  'console.findOrders': action({
    access: everyone,
    input: v.strictObject({
      state: v.optional(v.picklist(orderFilters), 'all'),
      fulfilment: v.optional(v.picklist(fulfilments)),
      query: v.optional(text(40)),
      cursor,
    }),
    output: returns<{ orders: StaffOrderCard[]; cursor?: string }>(),
    errors: {},
  }),
  'console.openOrder': action({
    access: everyone,
    input: orderId,
    output: returns<StaffOrderFile>(),
    errors: { ORDER_NOT_FOUND: detail() },
  }),
  'console.noteOrder': action({
    access: everyone,
    write: true,
    input: v.strictObject({ orderId: id, note: text(200) }),
    output: returns<{ staffNote: string }>(),
    errors: { ORDER_NOT_FOUND: detail() },
  }),
  /**
   * Takes so much off an unpaid order, in place of what was taken off before. The old payment ends
   * and a new one begins, and the customer has the full time to pay again.
   */
  'console.discountOrder': action({
    access: deciding,
    write: true,
    input: v.strictObject({
      orderId: id,
      discountFen: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000)),
      reason: text(60),
    }),
    output: returns<{ totalFen: number; outTradeNo: string; expiresAt: number }>(),
    errors: {
      ...stateChanged,
      ORDER_ALREADY_PAID: detail<{ orderId: string }>(),
      DISCOUNT_TOO_MUCH: detail<{ mostFen: number }>(),
    },
  }),
  /** All of it that is left goes with a courier of the town. */
  'console.sendCourier': action({
    access: packing,
    write: true,
    input: v.strictObject({
      orderId: id,
      name: text(20, 1),
      phone: mobile,
      includesAsked: v.optional(v.boolean()),
    }),
    output: returns<{ state: OrderState }>(),
    errors: { ...stateChanged, NOTHING_LEFT: detail(), AFTER_SALE_OPEN: detail() },
  }),
  /** After the rest was refunded: nothing more will leave. */
  'console.finishShipping': action({
    access: packing,
    write: true,
    input: orderId,
    output: returns<{ state: OrderState }>(),
    errors: stateChanged,
  }),
  /** It waits at the store; the customer is told. */
  'console.makeReady': action({
    access: packing,
    write: true,
    input: orderId,
    output: returns<{ state: OrderState; code: string }>(),
    errors: stateChanged,
  }),
  /** What somebody with this code may take along. */
  'console.findPickup': action({
    access: packing,
    input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{4,20}$/)) }),
    output: returns<{ orders: StaffOrderFile[] }>(),
    errors: {},
  }),
  'console.handOver': action({
    access: packing,
    write: true,
    input: v.strictObject({
      orderId: id,
      code: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{4,20}$/)),
    }),
    output: returns<{ state: OrderState }>(),
    errors: { ...stateChanged, PICKUP_CODE_WRONG: detail() },
  }),
  /** Invoices that wait, the longest first. */
  'console.listInvoices': action({
    access: invoicing,
    input: v.strictObject({}),
    output: returns<{ invoices: InvoiceRow[]; count: number }>(),
    errors: {},
  }),
  'console.issueInvoice': action({
    access: invoicing,
    write: true,
    input: v.strictObject({ orderId: id, file: fileId }),
    output: returns<{ issuedAt: number }>(),
    errors: { ORDER_NOT_FOUND: detail(), INVOICE_NOT_ASKED: detail() },
  }),
  'console.listTroubles': action({
    access: deciding,
    input: v.strictObject({}),
    output: returns<Troubles>(),
    errors: {},
  }),
  /** Tries again what was given up. */
  'console.retryEffect': action({
    access: deciding,
    write: true,
    input: v.strictObject({ effectId: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/)) }),
    output: returns<{ retried: boolean }>(),
    errors: { EFFECT_NOT_FOUND: detail(), EFFECT_NOT_RETRIABLE: detail() },
  }),
} as const satisfies Contract
