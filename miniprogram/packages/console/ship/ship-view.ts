import type { AppContract } from '../../../../shared/contract'
import type { Carrier } from '../../../../shared/contract/console'
import type { OutputOf } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { clock, dueText } from '../shipping/shipping-view'

type Texts = MessageTexts['shipping']
export type StaffOrderDetail = OutputOf<AppContract['console.getOrder']>

/** Carriers in the order of how often the house uses them. */
export const carrierOrder = [
  'SF',
  'ZTO',
  'YTO',
  'YD',
  'STO',
  'JTSD',
  'EMS',
  'JD',
] as const satisfies readonly Carrier[]

export interface ShipView {
  number: string
  due: string
  isLate: boolean
  canShip: boolean
  receiver: string
  address: string
  lines: StaffOrderDetail['lines']
  note: string
  totalFen: number
  history: { id: number; time: string; what: string }[]
}

export function toShipView(order: StaffOrderDetail, now: number, t: Texts): ShipView {
  const { receiver } = order
  return {
    number: order.number,
    due: order.shippedAt
      ? fill(t.shippedAt, { time: clock(order.shippedAt) })
      : dueText(order.shipBy, now, t),
    isLate: !order.shippedAt && order.shipBy < now,
    canShip: order.state === 'paid',
    receiver: `${receiver.name} ${receiver.phone}`,
    address: `${receiver.province}${receiver.city}${receiver.district}${receiver.street}`,
    lines: order.lines,
    note: order.note,
    totalFen: order.totalFen,
    history: order.timeline
      .map(({ at, event, carrier, trackingNumber }, id) => ({
        id,
        time: stamp(at),
        what: [eventText(event, t), carrier ? carrierName(carrier, t) : '', trackingNumber ?? '']
          .filter(Boolean)
          .join(' '),
      }))
      .reverse(),
  }
}

/** The carrier's name, or its id when the house does not know it. */
export function carrierName(carrier: string, t: Texts): string {
  const key = `carrier${carrier}`
  return key in t ? t[key as keyof Texts] : carrier
}

function eventText(event: StaffOrderDetail['timeline'][number]['event'], t: Texts): string {
  switch (event) {
    case 'place':
      return t.eventPlace
    case 'pay':
    case 'revive':
      return t.eventPay
    case 'ship':
      return t.eventShip
    case 'receive':
      return t.eventReceive
    case 'cancel':
    case 'expire':
    case 'cancelPaid':
      return t.eventCancel
    case 'returnLatePayment':
    case 'refund':
      return t.eventRefund
  }
}

/** `3-22 9:41`, in China. */
function stamp(instant: number): string {
  const date = new Date(instant + 8 * 3_600_000)
  return `${date.getUTCMonth() + 1}-${date.getUTCDate()} ${clock(instant)}`
}

/** What a scanner read, as a tracking number; undefined when it cannot be one. */
export function trackingNumberOf(text: string): string | undefined {
  const trimmed = text.trim()
  return /^[A-Za-z0-9-]{6,32}$/.test(trimmed) ? trimmed : undefined
}
