import type { Language } from '../../../shared/contract/define'
import type { OrderDetail, Parcel } from '../../../shared/contract/order'
import type { Adjustment, OrderCard, OrderLine } from '../../../shared/contract/order-parts'
import { inLanguage } from '../../../shared/domain/localized'
import { orderActionsOf, shownStateOf } from '../../../shared/domain/order-actions'
import type { CompanySettings } from '../documents/catalog'
import { toPickupStore } from './pickup-store'
import type { OrderDocument, SoldAdjustment, SoldLine } from '../documents/order'

/** For whom and when an order is shown. */
export interface Reading {
  language: Language
  now: number
}

export const toOrderLine = (line: SoldLine, language: Language): OrderLine => ({
  skuId: line.skuId,
  productId: line.productId,
  name: inLanguage(line.name, language),
  options: inLanguage(line.optionWords, language),
  picture: line.picture,
  plate: line.plate,
  priceFen: line.priceFen,
  quantity: line.quantity,
  amountFen: line.amountFen,
  ...(line.isGift ? { isGift: true } : {}),
})

/** An adjustment with its name in the reader's language. */
const toAdjustment = (
  { kind, amountFen, name, sourceId }: SoldAdjustment,
  language: Language,
): Adjustment => ({
  kind,
  amountFen,
  ...(name === undefined ? {} : { name: inLanguage(name, language) }),
  ...(sourceId === undefined ? {} : { sourceId }),
})

export function toOrderCard(order: OrderDocument, { language, now }: Reading): OrderCard {
  const state = shownStateOf(order, now)
  return {
    id: order._id,
    number: order.number,
    outTradeNo: order.outTradeNo,
    state,
    lines: order.lines.map((line) => toOrderLine(line, language)),
    count: order.count,
    totalFen: order.totalFen,
    placedAt: order.placedAt,
    ...(state === 'pendingPayment' ? { expiresAt: order.expiresAt } : {}),
    actions: orderActionsOf(order, now),
  }
}

/** The carrier in words, its id when the company does not name it. */
const carrierName = (settings: CompanySettings, id: string, language: Language): string => {
  const carrier = settings.carriers.find((known) => known.id === id)
  return carrier ? inLanguage(carrier.name, language) : id
}

export const toParcels = (
  order: OrderDocument,
  settings: CompanySettings,
  language: Language,
): Parcel[] =>
  order.parcels.map(({ carrier, trackingNumber, shippedAt }) => ({
    carrier: carrier === undefined ? '' : carrierName(settings, carrier, language),
    trackingNumber,
    shippedAt,
  }))

export const toTimeline = (
  order: OrderDocument,
  settings: CompanySettings,
  language: Language,
): OrderDetail['timeline'] =>
  order.timeline.map(({ at, event, carrier, trackingNumber }) => ({
    at,
    event,
    ...(carrier === undefined ? {} : { carrier: carrierName(settings, carrier, language) }),
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
  }))

/** Where it is picked up; the code once it is paid and until it is handed over. */
function toPickup(
  { pickup, state }: OrderDocument,
  { stores }: CompanySettings,
  language: Language,
): Pick<OrderDetail, 'pickup'> {
  const store = stores.find(({ id }) => id === pickup?.storeId)
  if (!pickup || !store) return {}
  const isWaiting = state === 'paid' || state === 'ready'
  return {
    pickup: { ...toPickupStore(store, language), ...(isWaiting ? { code: pickup.code } : {}) },
  }
}

export const toOrderDetail = (
  order: OrderDocument,
  settings: CompanySettings,
  reading: Reading,
): OrderDetail => ({
  ...toOrderCard(order, reading),
  goodsFen: order.goodsFen,
  deliveryFen: order.deliveryFen,
  means: {
    wechatFen: order.means.wechatFen,
    balanceFen: order.means.balanceFen,
    giftcardFen: order.means.giftcards.reduce((sum, { fen }) => sum + fen, 0),
  },
  points: order.points,
  fulfilment: order.fulfilment,
  ...toPickup(order, settings, reading.language),
  ...(order.groupId === undefined ? {} : { groupId: order.groupId }),
  adjustments: order.adjustments.map((adjustment) => toAdjustment(adjustment, reading.language)),
  address: order.address,
  note: order.note,
  giftNote: order.giftNote,
  timeline: toTimeline(order, settings, reading.language),
  parcels: toParcels(order, settings, reading.language),
  ...(order.paidAt === undefined ? {} : { paidAt: order.paidAt }),
  ...(order.state === 'paid' ? { shipBy: order.dueAt } : {}),
  ...(order.receivedAt === undefined ? {} : { receivedAt: order.receivedAt }),
  ...(order.state === 'shipped' ? { autoReceiveAt: order.dueAt } : {}),
})
