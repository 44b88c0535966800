import * as v from 'valibot'
import type { OrderState } from '../domain/order-state'
import { action, detail, returns } from './define'
import { cursor, id, text } from './fields'
import type { Address } from './member'
import type { OrderDetail, OrderLine } from './order'

/** An order as the people who pack it see it. */
export interface StaffOrder {
  id: string
  number: string
  state: OrderState
  lines: OrderLine[]
  count: number
  totalFen: number
  receiver: Pick<Address, 'name' | 'phone' | 'province' | 'city' | 'district' | 'street'>
  note: string
  paidAt: number
  /** When it has to leave the house. */
  shipBy: number
  shippedAt?: number
}

const shippingTabs = ['toShip', 'dueToday', 'overdue', 'shipped'] as const
export type ShippingTab = (typeof shippingTabs)[number]

/** Carriers by WeChat's own delivery ids, as the shipping upload wants them. */
export const carriers = ['SF', 'ZTO', 'YTO', 'YD', 'STO', 'JTSD', 'EMS', 'JD'] as const
export type Carrier = (typeof carriers)[number]

const packing = { staff: ['owner', 'manager', 'clerk', 'packer'] } as const

export const console = {
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
  'console.ship': action({
    access: packing,
    write: true,
    input: v.strictObject({
      orderId: id,
      carrier: v.picklist(carriers),
      trackingNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,32}$/)),
    }),
    output: returns<{ state: OrderState }>(),
    errors: { ORDER_NOT_FOUND: detail(), ORDER_STATE_CHANGED: detail<{ state: OrderState }>() },
  }),
}
