import * as v from 'valibot'
import type { OrderState } from '../domain/order-state'
import { carriers } from './carriers'
import { consoleCare } from './console-care'
import { consoleCompany } from './console-company'
import { consoleGoods } from './console-goods'
import { consoleHealth } from './console-health'
import { consoleOrders } from './console-orders'
import type { StaffOrderLine } from './console-orders'
import { consolePromotions } from './console-promotions'
import { action, detail, returns } from './define'
import { cursor, id, quantity, text } from './fields'
import type { Address } from './member'
import type { OrderDetail } from './order'
import type { Fulfilment } from './order-parts'

/** An order as the people who pack it see it. */
export interface StaffOrder {
  id: string
  number: string
  state: OrderState
  fulfilment: Fulfilment
  lines: StaffOrderLine[]
  count: number
  totalFen: number
  receiver: Pick<Address, 'name' | 'phone' | 'province' | 'city' | 'district' | 'street'>
  note: string
  /** To be written on a card in the parcel. */
  giftNote: string
  staffNote: string
  isReminded: boolean
  paidAt: number
  /** When it has to leave the house. */
  shipBy: number
  shippedAt?: number
}

const shippingTabs = ['toShip', 'dueToday', 'overdue', 'shipped'] as const
export type ShippingTab = (typeof shippingTabs)[number]

const packing = { staff: ['owner', 'manager', 'clerk', 'packer'] } as const

const shippingActions = {
  'console.getShipping': action({
    access: packing,
    input: v.strictObject({}),
    output: returns<{ toShip: number; dueToday: number; overdue: number }>(),
    errors: {},
  }),
  'console.listOrders': action({
    access: packing,
    input: v.strictObject({ tab: v.picklist(shippingTabs), query: v.optional(text(40)), cursor }),
    output: returns<{ orders: StaffOrder[]; cursor?: string }>(),
    errors: {},
  }),
  'console.getOrder': action({
    access: packing,
    input: v.strictObject({ orderId: id }),
    output: returns<StaffOrder & Pick<OrderDetail, 'parcels' | 'timeline'>>(),
    errors: { ORDER_NOT_FOUND: detail() },
  }),
  /** Sends the named pieces, or all that is left, as one parcel. */
  'console.ship': action({
    access: packing,
    write: true,
    input: v.strictObject({
      orderId: id,
      carrier: v.picklist(carriers),
      trackingNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,32}$/)),
      lines: v.optional(
        v.pipe(
          v.array(
            v.strictObject({
              lineIndex: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
              quantity,
            }),
          ),
          v.minLength(1),
          v.maxLength(200),
        ),
      ),
      /** Whoever sends knows that their customer asks for something about these pieces. */
      includesAsked: v.optional(v.boolean()),
    }),
    output: returns<{ state: OrderState }>(),
    errors: {
      ORDER_NOT_FOUND: detail(),
      ORDER_STATE_CHANGED: detail<{ state: OrderState }>(),
      /** More pieces than are left, or a line twice. */
      PIECES_WRONG: detail(),
      PARCEL_LIMIT: detail<{ limit: number }>(),
      /** The customer waits for an answer about these pieces. */
      AFTER_SALE_OPEN: detail(),
    },
  }),
}

/** What staff can do; every action names the roles that may. */
export const console = {
  ...shippingActions,
  ...consoleOrders,
  ...consoleGoods,
  ...consoleCare,
  ...consolePromotions,
  ...consoleCompany,
  ...consoleHealth,
}
