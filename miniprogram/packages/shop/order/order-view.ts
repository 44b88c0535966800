import type { OrderDetail } from '../../../../shared/contract/order'
import type { Adjustment } from '../../../../shared/contract/order-parts'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { nearDay, nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { actionButtons, stateHeadline } from '../order-words'
import type { ActionButton } from '../order-words'
import { meansText } from './order-after-view'

type Texts = Pick<MessageTexts, 'orders' | 'promotion'>

/** As many as fit a thumb's bar in both languages; the others are in a row of their own. */
const mostButtons = 2

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
  pickup: { code: string; place: string; hours: string } | null
  groupId: string
  autoReceive: string
  events: { id: number; at: string; text: string }[]
  place: string
  person: string
  lines: (OrderDetail['lines'][number] & { id: number; times: string })[]
  goods: string
  adjustments: { id: number; name: string; amount: string }[]
  deliveryText: string
  sumLabel: string
  totalFen: number
  facts: { name: string; value: string }[]
  buttons: ActionButton[]
  more: ActionButton[]
}

export function toOrderView(order: OrderDetail, now: number, t: Texts): OrderView {
  const { address, state } = order
  const { orders } = t
  const stop = stopOf(state)
  const stops = [orders.stopPlaced, orders.stopPaid, orders.stopShipped, orders.stopReceived]
  const time = (instant: number) => nearTime(instant, now, orders)
  const isUnpaid = state === 'pendingPayment' || state === 'cancelled'
  const means = meansText(order.means, orders)
  return {
    headline: isPartlySent(order) ? orders.headPartlySent : stateHeadline(state, orders),
    line: headLine(order, now, orders),
    stop: order.fulfilment === 'pickup' ? 0 : stop,
    stops,
    days: daysOfStops(order, now, orders),
    spoken: stop === 0 ? '' : fill(orders.progress, { now: stop, label: stops[stop - 1] ?? '' }),
    trackingNumber: state === 'shipped' ? (onlyParcel(order)?.trackingNumber ?? '') : '',
    pickup: order.pickup
      ? {
          code: state === 'ready' ? (order.pickup.code ?? '') : '',
          place: `${order.pickup.name} ${order.pickup.address}`,
          hours: order.pickup.hours,
        }
      : null,
    groupId: state === 'grouping' || state === 'paid' ? (order.groupId ?? '') : '',
    autoReceive:
      state === 'shipped' && order.autoReceiveAt
        ? fill(orders.autoReceive, { time: time(order.autoReceiveAt) })
        : '',
    events: order.timeline
      .map(({ at, event }, id) => ({ id, at: time(at), text: eventText(event, orders) }))
      .reverse(),
    place: `${address.province}${address.city}${address.district} ${address.street}`,
    person: `${address.name} ${address.phone}`,
    lines: order.lines.map((line, id) => ({ ...line, id, times: `×${line.quantity}` })),
    goods: priceText(order.goodsFen, 'always'),
    adjustments: order.adjustments.flatMap((adjustment, id) =>
      adjustment.kind === 'delivery'
        ? []
        : [
            {
              id,
              name: adjustmentName(adjustment, t.promotion),
              amount: priceText(adjustment.amountFen, 'always'),
            },
          ],
    ),
    deliveryText: deliveryText(order, orders),
    sumLabel: isUnpaid ? orders.toPaySum : orders.paidSum,
    totalFen: order.totalFen,
    facts: [
      { name: orders.number, value: order.number },
      { name: orders.placedAt, value: time(order.placedAt) },
      ...(order.paidAt ? [{ name: orders.paidAt, value: time(order.paidAt) }] : []),
      ...(!isUnpaid && means ? [{ name: orders.means, value: means }] : []),
      ...(order.note ? [{ name: orders.note, value: order.note }] : []),
      ...(order.giftNote ? [{ name: orders.giftNote, value: order.giftNote }] : []),
    ],
    ...buttonsOf(order, orders),
  }
}

/** What delivery costs before a line of its own takes it off again. */
function deliveryText(
  { adjustments, deliveryFen }: OrderDetail,
  t: MessageTexts['orders'],
): string {
  const fee = adjustments.find(({ kind }) => kind === 'delivery')?.amountFen ?? deliveryFen
  return fee === 0 ? t.free : priceText(fee, 'always')
}

function buttonsOf({ actions }: OrderDetail, t: MessageTexts['orders']) {
  const all = actionButtons(actions, t)
  return { buttons: all.slice(-mostButtons), more: all.slice(0, -mostButtons).reverse() }
}

/** The promotion's or coupon's own name, else what kind it is. */
function adjustmentName({ kind, name }: Adjustment, t: MessageTexts['promotion']): string {
  const words: Record<Adjustment['kind'], string> = {
    memberPrice: t.kindMemberPrice,
    flashSale: t.kindFlashSale,
    groupBuy: t.kindGroupBuy,
    amountOff: t.kindAmountOff,
    percentOff: t.kindPercentOff,
    nthItem: t.kindNthItem,
    bundlePrice: t.kindBundlePrice,
    newcomer: t.kindNewcomer,
    coupon: t.kindCoupon,
    points: t.kindPoints,
    staffDiscount: t.kindStaffDiscount,
    delivery: t.kindDelivery,
    freeDelivery: t.kindFreeDelivery,
    deliveryCoupon: t.kindDeliveryCoupon,
  }
  return name ?? words[kind]
}

function stopOf(state: OrderDetail['state']): number {
  return {
    pendingPayment: 1,
    grouping: 2,
    paid: 2,
    ready: 3,
    shipped: 3,
    completed: 4,
    cancelled: 0,
    refunding: 0,
    refunded: 0,
  }[state]
}

/** Some of it has left, the rest follows. */
const isPartlySent = ({ state, parcels }: OrderDetail) => state === 'paid' && parcels.length > 0

/** Of several parcels none speaks for the order: each has a card of its own. */
const onlyParcel = ({ parcels }: OrderDetail) => (parcels.length === 1 ? parcels[0] : undefined)

function daysOfStops(order: OrderDetail, now: number, t: MessageTexts['orders']): string[] {
  const shippedAt = order.parcels[0]?.shippedAt ?? order.shipBy
  return [order.placedAt, order.paidAt, shippedAt, order.receivedAt].map((instant) =>
    instant === undefined ? '' : nearDay(instant, now, t),
  )
}

function headLine(order: OrderDetail, now: number, t: MessageTexts['orders']): string {
  const time = (instant: number | undefined) => nearTime(instant ?? now, now, t)
  const amount = priceText(order.totalFen, 'always')
  const { parcels } = order
  switch (order.state) {
    case 'pendingPayment':
      return fill(t.linePendingPayment, { time: time(order.expiresAt) })
    case 'grouping':
      return t.lineGrouping
    case 'paid':
      return fill(isPartlySent(order) ? t.lineRest : t.linePaid, { time: time(order.shipBy) })
    case 'ready':
      return t.lineReady
    case 'shipped':
      if (parcels.length > 1) return fill(t.lineParcels, { count: parcels.length })
      return parcels[0]?.carrier
        ? fill(t.lineShipped, { carrier: parcels[0].carrier, number: parcels[0].trackingNumber })
        : t.courierOnly
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

function eventText(
  event: OrderDetail['timeline'][number]['event'],
  t: MessageTexts['orders'],
): string {
  return {
    place: t.eventPlace,
    pay: t.eventPay,
    payIntoGroup: t.eventPayIntoGroup,
    completeGroup: t.eventCompleteGroup,
    failGroup: t.eventFailGroup,
    revive: t.eventPay,
    changeAddress: t.eventChangeAddress,
    shipPart: t.eventShipPart,
    ship: t.eventShip,
    makeReady: t.eventMakeReady,
    handOver: t.eventHandOver,
    receive: t.eventReceive,
    cancel: t.eventCancel,
    expire: t.eventExpire,
    cancelPaid: t.eventCancelPaid,
    returnLatePayment: t.eventReturnLatePayment,
    refundRest: t.eventRefundRest,
    refund: t.eventRefund,
  }[event]
}
