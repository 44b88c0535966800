import type { StaffOrder } from '../../shared/contract/console'
import type { StaffOrderLine } from '../../shared/contract/console-orders'
import type { Language } from '../../shared/contract/define'
import { askedUnsent, leftToSend } from '../../shared/domain/parcels'
import { shipByOf } from '../../shared/domain/ship-by'
import type { OrderDocument, SoldLine } from '../_kit/documents/order'
import { toOrderLine } from '../_kit/orders/order-view'

/** An order as the people who pack it see it. */
export function toStaffOrder(order: OrderDocument, language: Language): StaffOrder {
  const { name, phone, province, city, district, street } = order.address
  return {
    id: order._id,
    number: order.number,
    state: order.state,
    fulfilment: order.fulfilment,
    lines: toStaffLines(order.lines, language),
    count: order.count,
    totalFen: order.totalFen,
    receiver: { name, phone, province, city, district, street },
    note: order.note,
    giftNote: order.giftNote,
    staffNote: order.staffNote ?? '',
    isReminded: order.remindedAt !== undefined,
    paidAt: order.paidAt ?? order.placedAt,
    shipBy: shipByOf(order.paidAt ?? order.placedAt),
    ...(order.shippedAt === undefined ? {} : { shippedAt: order.shippedAt }),
  }
}

/** Lines with what is still to be done about them. */
export const toStaffLines = (lines: readonly SoldLine[], language: Language): StaffOrderLine[] =>
  lines.map((line, lineIndex) => ({
    ...toOrderLine(line, language),
    lineIndex,
    left: leftToSend(line),
    asked: askedUnsent(line),
    shipped: line.shipped,
    refunded: line.refunded,
    isGift: line.isGift === true,
  }))
