import * as v from 'valibot'
import type { AfterSaleTransition } from '../domain/after-sale'
import { action, detail, returns } from './define'
import type { StaffRole } from './define'
import { cursor, fileId, id, mobile, text } from './fields'
import type { MessageKind, MessageFact } from '../domain/message-kinds'

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

/** Who a member says to be, as they see it themselves. */
export interface Profile {
  nickname?: string
  /** Cloud file id. */
  avatar?: string
  /** Others do not see the picture chosen last: not yet, or not at all. */
  avatarCheck?: 'waiting' | 'refused'
}

/** What a member has to spend. */
export interface Means {
  points: number
  coupons: number
  balanceFen: number
  /** Cards with something left on them. */
  giftcards: number
}

export interface Me extends Profile {
  means?: Means
  roles: StaffRole[]
  orders: { toPay: number; toShip: number; toReceive: number }
  /** Template ids for `wx.requestSubscribeMessage`, as the company has set them. */
  templates: Partial<Record<MessageKind, string>>
  /** When the newest message about an order was written, if there is any. */
  newestMessageAt?: number
}

/** What a customer is told about an order, whether or not WeChat carried it to the chat list. */
export interface InboxMessage {
  id: string
  kind: Exclude<MessageKind, 'alert'>
  orderId: string
  /** Of a message about an after-sale case: which one, and what the shop did. */
  afterSaleId?: string
  event?: AfterSaleTransition
  facts: Partial<Record<MessageFact, string>>
  at: number
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
    output: returns<Profile>(),
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
  /** Messages of the last three months, the newest first. */
  'member.listMessages': action({
    access: 'member',
    input: v.strictObject({
      cursor,
      /** What the page has words for; a page that does not say knows those of orders only. */
      kinds: v.optional(v.pipe(v.array(text(40, 1)), v.maxLength(20))),
    }),
    output: returns<{ messages: InboxMessage[]; now: number; cursor?: string }>(),
    errors: {},
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
  /**
   * Becomes staff with the roles of an invitation; having the code again as the same person is fine.
   * Wrong ones can be tried a few times.
   */
  'member.joinStaff': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z2-9]{8}$/)),
    }),
    output: returns<{ name: string; roles: StaffRole[] }>(),
    errors: {
      INVITATION_NOT_FOUND: detail(),
      INVITATION_USED: detail(),
      TOO_MANY_TRIES: detail<{ retryAt: number }>(),
    },
  }),
}
