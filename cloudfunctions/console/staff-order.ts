import type { StaffOrder } from '../../shared/contract/console'
import type { Language } from '../../shared/contract/define'
import { shipByOf } from '../../shared/domain/ship-by'
import type { OrderDocument } from '../_kit/documents/order'
import { toOrderLine } from '../_kit/orders/order-view'

/** An order as the people who pack it see it. */
export function toStaffOrder(order: OrderDocument, language: Language): StaffOrder {
  const { name, phone, province, city, district, street } = order.address
  return {
    id: order._id,
    number: order.number,
    state: order.state,
    lines: order.lines.map((line) => toOrderLine(line, language)),
    count: order.count,
    totalFen: order.totalFen,
    receiver: { name, phone, province, city, district, street },
    note: order.note,
    paidAt: order.paidAt ?? order.placedAt,
    shipBy: shipByOf(order.paidAt ?? order.placedAt),
    ...(order.shippedAt === undefined ? {} : { shippedAt: order.shippedAt }),
  }
}
