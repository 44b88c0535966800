import type { StaffOrder } from '../../../../shared/contract/console'
import type { Plate } from '../../../../shared/contract/catalog'
import { shanghaiDate, startOfShanghaiDay } from '../../../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { timeOfDay } from '../../../lib/china-time'
import { fill } from '../../../lib/language'

type Texts = MessageTexts['shipping']

export interface OrderRow {
  id: string
  number: string
  pictures: { skuId: string; src: string; plate: Plate }[]
  goods: string
  /** Who gets it, or what they asked for. */
  person: string
  receiver: string
  totalFen: number
  due: string
  isLate: boolean
  isShipped: boolean
  /** Its customer asks something for pieces that have not left; empty when not. */
  asked: string
  /** Goes with a carrier and whole, so that it can leave together with others. */
  canBatch: boolean
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export function toOrderRow(order: StaffOrder, now: number, t: Texts): OrderRow {
  const { receiver, note } = order
  // What was refunded before it left never will; of what has left, all is shown.
  const isShipped = order.shippedAt !== undefined
  const lines = order.lines
    .map((line) => ({ ...line, quantity: isShipped ? line.quantity : line.left }))
    .filter(({ quantity }) => quantity > 0)
  const isAsked = lines.some(({ asked }) => asked > 0)
  return {
    id: order.id,
    number: order.number,
    pictures: lines
      .slice(0, 2)
      .map(({ skuId, picture, plate }) => ({ skuId, src: picture, plate })),
    goods: lines.map(({ name, quantity }) => fill(t.pieces, { name, quantity })).join(t.separator),
    receiver: receiver.name,
    totalFen: order.totalFen,
    asked: isAsked ? t.asked : '',
    canBatch: !isShipped && order.fulfilment === 'carrier' && !isAsked,
    person: note ? fill(t.note, { note }) : `${receiver.name} ${receiver.city}${receiver.district}`,
    due: order.shippedAt
      ? fill(t.shippedAt, { time: timeOfDay(order.shippedAt) })
      : dueText(order.shipBy, now, t),
    isLate: !order.shippedAt && order.shipBy < now,
    isShipped,
  }
}

/** By when it has to leave: an hour today, tomorrow, a date, or how late it is. */
export function dueText(shipBy: number, now: number, t: Texts): string {
  if (shipBy < now) return fill(t.late, { duration: durationText(now - shipBy, t) })
  const isOn = (days: number) => startOfShanghaiDay(shipBy) === startOfShanghaiDay(now, days)
  if (isOn(0)) return fill(t.today, { time: timeOfDay(shipBy) })
  if (isOn(1)) return t.tomorrow
  return shanghaiDate(shipBy).slice(5).split('-').map(Number).join('-')
}

function durationText(duration: number, t: Texts): string {
  if (duration < hour) return fill(t.minutes, { count: Math.max(1, Math.floor(duration / minute)) })
  if (duration < day) return fill(t.hours, { count: Math.floor(duration / hour) })
  return fill(t.days, { count: Math.floor(duration / day) })
}
