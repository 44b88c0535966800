import type { StaffOrderCard } from '../../../shared/contract/console-orders'
import type { Language } from '../../../shared/contract/define'
import { shownStateOf } from '../../../shared/domain/order-actions'
import { lookupWord } from '../../../shared/domain/order-lookup'
import type { OrderDocument } from '../../_kit/documents/order'
import type { HandlerOf } from '../../_kit/handler-of'
import { toOrderLine } from '../../_kit/orders/order-view'
import { pageAllOrders } from '../../_kit/repos/staff-orders'

const pageSize = 20

export const findOrders: HandlerOf<'console.findOrders'> = async (
  { state, fulfilment, query, cursor },
  { language, now },
) => {
  const lookup = query ? lookupWord(query) : undefined
  const filter = { state: state === 'all' ? undefined : state, fulfilment, lookup }
  const page = await pageAllOrders(filter, pageSize, cursor)
  return {
    orders: page.documents.map((order) => toStaffOrderCard(order, { language, now })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

/** An order in the list of all orders. */
export const toStaffOrderCard = (
  order: OrderDocument,
  { language, now }: { language: Language; now: number },
): StaffOrderCard => ({
  id: order._id,
  number: order.number,
  state: shownStateOf(order, now),
  fulfilment: order.fulfilment,
  lines: order.lines.map((line) => toOrderLine(line, language)),
  count: order.count,
  totalFen: order.totalFen,
  receiver: order.address.name,
  placedAt: order.placedAt,
  ...(order.state === 'paid' ? { shipBy: order.dueAt } : {}),
  isReminded: order.remindedAt !== undefined,
  hasNote: order.note !== '' || order.giftNote !== '',
  staffNote: order.staffNote ?? '',
})
