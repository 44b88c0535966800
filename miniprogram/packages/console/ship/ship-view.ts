import type { AppContract } from '../../../../shared/contract'
import type { Carrier } from '../../../../shared/contract/carriers'
import type { OutputOf } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { timeOfDay } from '../../../lib/china-time'
import { fill } from '../../../lib/language'
import { dueText } from '../shipping/shipping-view'
import { stamp } from '../stamp'

type Texts = MessageTexts['shipping']
export type StaffOrderDetail = OutputOf<AppContract['console.getOrder']>

/** Where the phone keeps the carrier that was chosen last. */
export const carrierKey = 'console.carrier'

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
  /** Goes with a courier of the town instead of a carrier. */
  isCourier: boolean
  receiver: string
  address: string
  /** What has not left yet, with what its customer asks for. */
  lines: (StaffOrderDetail['lines'][number] & { askedText: string })[]
  giftNote: string
  note: string
  totalFen: number
  history: { id: number; time: string; what: string }[]
}

export function toShipView(order: StaffOrderDetail, now: number, t: Texts): ShipView {
  const { receiver } = order
  return {
    number: order.number,
    due: order.shippedAt
      ? fill(t.shippedAt, { time: timeOfDay(order.shippedAt) })
      : dueText(order.shipBy, now, t),
    isLate: !order.shippedAt && order.shipBy < now,
    canShip:
      order.state === 'paid' &&
      order.fulfilment !== 'pickup' &&
      order.lines.some(({ left }) => left > 0),
    isCourier: order.fulfilment === 'sameCity',
    receiver: `${receiver.name} ${receiver.phone}`,
    address: `${receiver.province}${receiver.city}${receiver.district}${receiver.street}`,
    lines: order.lines
      .filter(({ left }) => left > 0 || order.state !== 'paid')
      .map((line) => ({
        ...line,
        askedText: line.asked > 0 ? fill(t.askedPieces, { count: line.asked }) : '',
      })),
    giftNote: order.giftNote,
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

/** What happened to an order, in words. */
export function eventText(event: StaffOrderDetail['timeline'][number]['event'], t: Texts): string {
  switch (event) {
    case 'place':
      return t.eventPlace
    case 'pay':
    case 'payIntoGroup':
    case 'revive':
      return t.eventPay
    case 'completeGroup':
      return t.eventGroup
    case 'changeAddress':
      return t.eventAddress
    case 'shipPart':
      return t.eventShipPart
    case 'ship':
      return t.eventShip
    case 'makeReady':
      return t.eventReady
    case 'handOver':
      return t.eventHandOver
    case 'receive':
      return t.eventReceive
    case 'cancel':
    case 'expire':
    case 'cancelPaid':
    case 'failGroup':
      return t.eventCancel
    case 'returnLatePayment':
    case 'refundRest':
    case 'refund':
      return t.eventRefund
  }
}

/** What a scanner read, as a tracking number; undefined when it cannot be one. */
export function trackingNumberOf(text: string): string | undefined {
  const trimmed = text.trim()
  return /^[A-Za-z0-9-]{6,32}$/.test(trimmed) ? trimmed : undefined
}

/** Pieces of each line in the parcel to be sent, by the line's place in the order. */
export type Packed = Record<number, number>

/**
 * What is packed to begin with: only what nobody asks about; undefined for all that is left, which
 * is how everything leaves that goes with a courier.
 */
export function packedAtFirst({ fulfilment, lines }: StaffOrderDetail): Packed | undefined {
  if (fulfilment !== 'carrier') return undefined
  const free = lines.map(({ lineIndex, left, asked }) => [lineIndex, left - asked] as const)
  const isPart = lines.some(({ asked }) => asked > 0) && free.some(([, quantity]) => quantity > 0)
  return isPart ? Object.fromEntries(free) : undefined
}

/** How many of the pieces to send their customer asks something for. */
export const askedAmong = (lines: StaffOrderDetail['lines'], packed: Packed): number =>
  lines.reduce((sum, { lineIndex, left, asked }) => {
    const quantity = Math.min(packed[lineIndex] ?? left, left)
    return sum + Math.max(0, quantity - (left - asked))
  }, 0)

/** The pieces to send, or undefined for all that is left; an empty list is nothing. */
export function chosenPieces(
  lines: StaffOrderDetail['lines'],
  packed: Packed,
): { lineIndex: number; quantity: number }[] | undefined {
  const chosen = lines.map(({ lineIndex, left }) => ({
    lineIndex,
    quantity: Math.min(packed[lineIndex] ?? left, left),
  }))
  if (chosen.every(({ quantity }, index) => quantity === lines[index]?.left)) return undefined
  return chosen.filter(({ quantity }) => quantity > 0)
}
