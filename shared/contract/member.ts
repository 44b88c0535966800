import * as v from 'valibot'
import { action, detail, returns } from './define'
import type { StaffRole } from './define'
import { fileId, id, mobile, text } from './fields'

export interface Address {
  id: string
  name: string
  phone: string
  province: string
  city: string
  district: string
  /** Street, house and door. */
  street: string
  isDefault: boolean
}

/** Messages a customer can ask for; each stands for one template of the company's. */
export type MessageKind = 'orderPaid' | 'orderShipped'

export interface Me {
  nickname?: string
  /** Cloud file id. */
  avatar?: string
  roles: StaffRole[]
  orders: { toPay: number; toShip: number; toReceive: number }
  /** Template ids for `wx.requestSubscribeMessage`, as the company has set them. */
  templates: Partial<Record<MessageKind, string>>
}

/** What `wx.requestSubscribeMessage` says of a template. */
export const subscribeAnswers = [
  'accept',
  'reject',
  'ban',
  'filter',
  'acceptWithAudio',
  'acceptWithAlert',
] as const

export const member = {
  'member.getMe': action({
    access: 'member',
    input: v.strictObject({}),
    output: returns<Me>(),
    errors: {},
  }),
  'member.updateProfile': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      nickname: v.optional(text(20, 1)),
      avatar: v.optional(fileId),
    }),
    output: returns<{ nickname?: string; avatar?: string }>(),
    errors: { CONTENT_REFUSED: detail() },
  }),
  'member.listAddresses': action({
    access: 'member',
    input: v.strictObject({}),
    output: returns<{ addresses: Address[] }>(),
    errors: {},
  }),
  /** Adds an address, or changes the one with this id. */
  'member.saveAddress': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      id: v.optional(id),
      name: text(20, 1),
      phone: mobile,
      province: text(20, 1),
      city: text(20, 1),
      district: text(20),
      street: text(80, 2),
      isDefault: v.optional(v.boolean(), false),
    }),
    output: returns<{ address: Address }>(),
    errors: { ADDRESS_NOT_FOUND: detail(), ADDRESS_LIMIT: detail<{ limit: number }>() },
  }),
  'member.removeAddress': action({
    access: 'member',
    write: true,
    input: v.strictObject({ addressId: id }),
    output: returns<{ removed: boolean }>(),
    errors: { ADDRESS_NOT_FOUND: detail() },
  }),
  /** Keeps the credit ledger: WeChat offers no way to ask for the balance. */
  'member.recordSubscription': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      answers: v.pipe(
        v.array(
          v.strictObject({
            templateId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{4,64}$/)),
            answer: v.picklist(subscribeAnswers),
          }),
        ),
        v.minLength(1),
        v.maxLength(5),
      ),
    }),
    output: returns<{ accepted: number }>(),
    errors: {},
  }),
}
