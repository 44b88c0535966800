import type { StaffOrderFile, StaffOrderLine } from '../../../../shared/contract/console-orders'
import type { StaffRole } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { carrierName, eventText } from '../ship/ship-view'
import { stateText, wayText } from '../orders/orders-view'
import { stamp } from '../stamp'

type Texts = Pick<MessageTexts, 'desk' | 'shipping'>

/** The one thing to do next about an order. */
export type NextStep = 'ship' | 'finish' | 'makeReady' | 'handOver'

export interface OrderFileView {
  number: string
  state: string
  way: string
  person: string
  address: string
  pickup: string
  lines: (StaffOrderLine & { marks: string })[]
  sums: { id: string; label: string; amount: string }[]
  points: string
  notes: { id: string; label: string; text: string }[]
  invoice: string
  parcels: { id: string; what: string; time: string; pieces: string }[]
  history: { id: number; time: string; what: string }[]
  step?: { name: NextStep; label: string }
  canDiscount: boolean
}

const packers: readonly StaffRole[] = ['owner', 'manager', 'clerk', 'packer']
const deciders: readonly StaffRole[] = ['owner', 'manager']

/** Everything about an order in words, with what this person may do about it next. */
export function toOrderFileView(
  order: StaffOrderFile,
  roles: readonly StaffRole[],
  { desk, shipping }: Texts,
): OrderFileView {
  const { address } = order
  const may = (allowed: readonly StaffRole[]) => roles.some((role) => allowed.includes(role))
  const step = may(packers) ? nextStep(order) : undefined
  return {
    number: order.number,
    state: stateText(order.state, desk),
    way: wayText(order.fulfilment, desk),
    person: `${address.name} ${address.phone}`,
    address:
      order.fulfilment === 'pickup'
        ? ''
        : `${address.province}${address.city}${address.district}${address.street}`,
    pickup: order.pickup ? fill(desk.packPickup, order.pickup) : '',
    lines: order.lines.map((line) => ({ ...line, marks: marksOf(line, desk) })),
    sums: sumsOf(order, desk),
    points: order.means.points > 0 ? fill(desk.byPoints, { count: order.means.points }) : '',
    notes: [
      { id: 'note', label: desk.customerNote, text: order.note },
      { id: 'gift', label: desk.giftNote, text: order.giftNote },
    ].filter(({ text }) => text !== ''),
    invoice: order.invoice
      ? fill(order.invoice.state === 'issued' ? desk.invoiceIssued : desk.invoiceAsked, {
          title: order.invoice.title,
        })
      : '',
    parcels: order.parcels.map(({ id, carrier, trackingNumber, courier, shippedAt, lines }) => ({
      id,
      what: courier
        ? `${courier.name} ${courier.phone}`
        : `${carrierName(carrier ?? '', shipping)} ${trackingNumber}`,
      time: stamp(shippedAt),
      pieces: fill(desk.parcelPieces, {
        count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      }),
    })),
    history: order.timeline
      .map(({ at, event, trackingNumber }, id) => ({
        id,
        time: stamp(at),
        what: [eventText(event, shipping), trackingNumber ?? ''].filter(Boolean).join(' '),
      }))
      .reverse(),
    ...(step ? { step: { name: step, label: stepText(step, order, desk) } } : {}),
    canDiscount: order.mostDiscountFen !== undefined && may(deciders),
  }
}

function nextStep(order: StaffOrderFile): NextStep | undefined {
  if (order.state === 'ready') return 'handOver'
  if (order.state !== 'paid') return undefined
  if (order.fulfilment === 'pickup') return 'makeReady'
  const isAllSent = order.lines.every(({ left }) => left === 0)
  return isAllSent && order.parcels.length > 0 ? 'finish' : 'ship'
}

function stepText(step: NextStep, { parcels }: StaffOrderFile, t: Texts['desk']): string {
  switch (step) {
    case 'ship':
      return parcels.length > 0 ? t.shipRest : t.ship
    case 'finish':
      return t.finish
    case 'makeReady':
      return t.makeReady
    case 'handOver':
      return t.handOverNow
  }
}

const marksOf = ({ isGift, shipped, refunded }: StaffOrderLine, t: Texts['desk']): string =>
  [
    isGift ? t.gift : '',
    shipped > 0 ? fill(t.lineShipped, { count: shipped }) : '',
    refunded > 0 ? fill(t.lineRefunded, { count: refunded }) : '',
  ]
    .filter(Boolean)
    .join('  ')

function sumsOf(order: StaffOrderFile, t: Texts['desk']): OrderFileView['sums'] {
  const { means } = order
  const lines = [
    { id: 'goods', label: t.goodsFen, fen: order.goodsFen },
    ...order.adjustments.map(({ kind, name, amountFen }, index) => ({
      id: `${kind}${index}`,
      label: name ?? adjustmentText(kind, t),
      fen: amountFen,
    })),
    { id: 'total', label: t.total, fen: order.totalFen },
    { id: 'wechat', label: t.byWechat, fen: means.wechatFen },
    { id: 'balance', label: t.byBalance, fen: means.balanceFen },
    { id: 'giftcard', label: t.byGiftcard, fen: means.giftcardFen },
    { id: 'refunded', label: t.refunded, fen: -order.refundedFen },
  ]
  const always = new Set(['goods', 'total'])
  return lines
    .filter(({ id, fen }) => always.has(id) || fen !== 0)
    .map(({ id, label, fen }) => ({ id, label, amount: priceText(fen, 'always') }))
}

/** The name of a standing reason for which money is added or taken off. */
function adjustmentText(kind: string, t: Texts['desk']): string {
  const key = `adj${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  return key in t ? t[key as keyof Texts['desk']] : t.adjustment
}

/** What staff typed as yuan, in fen; undefined when it is none. */
export function fenOf(typed: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
