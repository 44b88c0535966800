import type { StaffOrder } from '../../../../shared/contract/console'
import type { Plate } from '../../../../shared/contract/catalog'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

type Texts = MessageTexts['shipping']

export interface OrderRow {
  id: string
  number: string
  pictures: { skuId: string; src: string; plate: Plate }[]
  goods: string
  /** Who gets it, or what they asked for. */
  person: string
  due: string
  isLate: boolean
  isShipped: boolean
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** China has one time and no summer time. */
const chinaOffset = 8 * hour

export function toOrderRow(order: StaffOrder, now: number, t: Texts): OrderRow {
  const { receiver, note, lines } = order
  return {
    id: order.id,
    number: order.number,
    pictures: lines
      .slice(0, 2)
      .map(({ skuId, picture, plate }) => ({ skuId, src: picture, plate })),
    goods: lines.map(({ name, quantity }) => fill(t.pieces, { name, quantity })).join(t.separator),
    person: note ? fill(t.note, { note }) : `${receiver.name} ${receiver.city}${receiver.district}`,
    due: order.shippedAt
      ? fill(t.shippedAt, { time: clock(order.shippedAt) })
      : dueText(order.shipBy, now, t),
    isLate: !order.shippedAt && order.shipBy < now,
    isShipped: order.shippedAt !== undefined,
  }
}

/** By when it has to leave: an hour today, tomorrow, a date, or how late it is. */
export function dueText(shipBy: number, now: number, t: Texts): string {
  if (shipBy < now) return fill(t.late, { duration: durationText(now - shipBy, t) })
  const days = dayOf(shipBy) - dayOf(now)
  if (days === 0) return fill(t.today, { time: clock(shipBy) })
  if (days === 1) return t.tomorrow
  const date = new Date(shipBy + chinaOffset)
  return `${date.getUTCMonth() + 1}-${date.getUTCDate()}`
}

function durationText(duration: number, t: Texts): string {
  if (duration < hour) return fill(t.minutes, { count: Math.max(1, Math.floor(duration / minute)) })
  if (duration < day) return fill(t.hours, { count: Math.floor(duration / hour) })
  return fill(t.days, { count: Math.floor(duration / day) })
}

/** `18:00`, in China. */
export function clock(instant: number): string {
  const date = new Date(instant + chinaOffset)
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}

const dayOf = (instant: number) => Math.floor((instant + chinaOffset) / day)
