import type { MyCoupon } from '../../../../shared/contract/loyalty'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { toTicket, untilText } from '../../../lib/coupon-words'
import type { Ticket } from '../../../lib/coupon-words'

type Texts = Pick<MessageTexts, 'coupons' | 'orders'>

/** What the button of one of my coupons does. */
export type CouponStep = 'use' | 'seeOrder' | 'send' | 'none'

export interface MyCouponRow {
  id: string
  ticket: Ticket
  note: string
  urgent: boolean
  faded: boolean
  step: CouponStep
  button: string
  /** The other thing that can be done: give it, or take it back. */
  other: string
}

const soonMs = 3 * 86_400_000

export function toMyCouponRow(coupon: MyCoupon, now: number, texts: Texts): MyCouponRow {
  const t = texts.coupons
  const until = untilText(coupon.validUntil, now, texts)
  const isSoon = coupon.state === 'open' && coupon.validUntil - now < soonMs
  const words: Record<MyCoupon['state'], { note: string; step: CouponStep; other: string }> = {
    open: { note: until, step: 'use', other: coupon.canGive ? t.give : '' },
    held: { note: t.held, step: 'seeOrder', other: '' },
    waiting: { note: t.waiting, step: 'send', other: t.takeBack },
    used: { note: t.used, step: coupon.orderId === undefined ? 'none' : 'seeOrder', other: '' },
    given: { note: t.given, step: 'none', other: '' },
    expired: { note: t.expired, step: 'none', other: '' },
  }
  const { note, step, other } = words[coupon.state]
  const buttons = { use: t.use, seeOrder: t.seeOrder, send: t.send, none: '' }
  return {
    id: coupon.id,
    ticket: toTicket(coupon, t),
    note,
    urgent: isSoon || coupon.state === 'held',
    faded: ['used', 'given', 'expired'].includes(coupon.state),
    step,
    button: buttons[step],
    other,
  }
}
