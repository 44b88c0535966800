import type { OrderDetail } from '../../../../shared/contract/order'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { nearDay, nearTime } from '../china-time'
import { actionButtons, stateHeadline } from '../order-words'
import type { ActionButton } from '../order-words'

type Texts = MessageTexts['orders']

export interface OrderView {
  headline: string
  line: string
  /** The stop that is reached, 1 to 4; 0 hides the ridge: there is no way ahead. */
  stop: number
  stops: string[]
  /** The day of each stop that was reached, or is promised; empty for the others. */
  days: string[]
  spoken: string
  trackingNumber: string
  autoReceive: string
  events: { id: number; at: string; text: string }[]
  place: string
  person: string
  lines: (OrderDetail['lines'][number] & { times: string })[]
  goodsFen: number
  deliveryText: string
  sumLabel: string
  totalFen: number
  facts: { name: string; value: string }[]
  buttons: ActionButton[]
}

export function toOrderView(
  order: OrderDetail,
  now: number,
  t: Texts,
  carrierName: (carrier: string) => string,
): OrderView {
  const { address, state } = order
  const stop = stopOf(state)
  const stops = [t.stopPlaced, t.stopPaid, t.stopShipped, t.stopReceived]
  const time = (instant: number) => nearTime(instant, now, t)
  const deliveryFen = order.adjustments.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return {
    headline: stateHeadline(state, t),
    line: headLine(order, now, t, carrierName),
    stop,
    stops,
    days: daysOfStops(order, now, t),
    spoken: stop === 0 ? '' : fill(t.progress, { now: stop, label: stops[stop - 1] ?? '' }),
    trackingNumber: state === 'shipped' ? (order.parcels[0]?.trackingNumber ?? '') : '',
    autoReceive:
      state === 'shipped' && order.autoReceiveAt
        ? fill(t.autoReceive, { time: time(order.autoReceiveAt) })
        : '',
    events: order.timeline
      .map(({ at, event }, id) => ({ id, at: time(at), text: eventText(event, t) }))
      .reverse(),
    place: `${address.province}${address.city}${address.district} ${address.street}`,
    person: `${address.name} ${address.phone}`,
    lines: order.lines.map((line) => ({ ...line, times: `×${line.quantity}` })),
    goodsFen: order.goodsFen,
    deliveryText: deliveryFen === 0 ? t.free : priceText(deliveryFen, 'always'),
    sumLabel: state === 'pendingPayment' || state === 'cancelled' ? t.toPaySum : t.paidSum,
    totalFen: order.totalFen,
    facts: [
      { name: t.number, value: order.number },
      { name: t.placedAt, value: time(order.placedAt) },
      ...(order.paidAt ? [{ name: t.paidAt, value: time(order.paidAt) }] : []),
      ...(order.note ? [{ name: t.note, value: order.note }] : []),
    ],
    buttons: actionButtons(order.actions, t),
  }
}

function stopOf(state: OrderDetail['state']): number {
  return {
    pendingPayment: 1,
    paid: 2,
    shipped: 3,
    completed: 4,
    cancelled: 0,
    refunding: 0,
    refunded: 0,
  }[state]
}

function daysOfStops(order: OrderDetail, now: number, t: Texts): string[] {
  const shippedAt = order.parcels[0]?.shippedAt ?? order.shipBy
  return [order.placedAt, order.paidAt, shippedAt, order.receivedAt].map((instant) =>
    instant === undefined ? '' : nearDay(instant, now, t),
  )
}

function headLine(
  order: OrderDetail,
  now: number,
  t: Texts,
  carrierName: (carrier: string) => string,
): string {
  const time = (instant: number | undefined) => nearTime(instant ?? now, now, t)
  const amount = priceText(order.totalFen, 'always')
  const [parcel] = order.parcels
  switch (order.state) {
    case 'pendingPayment':
      return fill(t.linePendingPayment, { time: time(order.expiresAt) })
    case 'paid':
      return fill(t.linePaid, { time: time(order.shipBy) })
    case 'shipped':
      return fill(t.lineShipped, {
        carrier: carrierName(parcel?.carrier ?? ''),
        number: parcel?.trackingNumber ?? '',
      })
    case 'completed':
      return fill(t.lineCompleted, { time: time(order.receivedAt) })
    case 'cancelled':
      return t.lineCancelled
    case 'refunding':
      return fill(t.lineRefunding, { amount })
    case 'refunded':
      return fill(t.lineRefunded, { amount })
  }
}

function eventText(event: OrderDetail['timeline'][number]['event'], t: Texts): string {
  return {
    place: t.eventPlace,
    pay: t.eventPay,
    revive: t.eventPay,
    ship: t.eventShip,
    receive: t.eventReceive,
    cancel: t.eventCancel,
    expire: t.eventExpire,
    cancelPaid: t.eventCancelPaid,
    returnLatePayment: t.eventReturnLatePayment,
    refund: t.eventRefund,
  }[event]
}
