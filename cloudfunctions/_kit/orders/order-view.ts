import type { Language } from '../../../shared/contract/define'
import type { OrderCard, OrderDetail, OrderLine, Parcel } from '../../../shared/contract/order'
import { inLanguage } from '../../../shared/domain/localized'
import { orderActionsOf, shownStateOf } from '../../../shared/domain/order-actions'
import type { CompanySettings } from '../documents/catalog'
import type { OrderDocument, SoldLine } from '../documents/order'

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
    carrier: carrierName(settings, carrier, language),
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

export const toOrderDetail = (
  order: OrderDocument,
  settings: CompanySettings,
  reading: Reading,
): OrderDetail => ({
  ...toOrderCard(order, reading),
  goodsFen: order.goodsFen,
  adjustments: order.adjustments,
  address: order.address,
  note: order.note,
  timeline: toTimeline(order, settings, reading.language),
  parcels: toParcels(order, settings, reading.language),
  ...(order.paidAt === undefined ? {} : { paidAt: order.paidAt }),
  ...(order.state === 'paid' ? { shipBy: order.dueAt } : {}),
  ...(order.receivedAt === undefined ? {} : { receivedAt: order.receivedAt }),
  ...(order.state === 'shipped' ? { autoReceiveAt: order.dueAt } : {}),
})
