import type { OrderTab } from '../../shared/contract/order'
import type { OrderState } from '../../shared/domain/order-state'
import type { HandlerOf } from '../_kit/handler-of'
import { toOrderCard } from '../_kit/orders/order-view'
import { pageOrders, pageOrdersInState } from '../_kit/repos/orders'

const pageSize = 10

const statesOfTab: Record<Exclude<OrderTab, 'all'>, readonly OrderState[]> = {
  toPay: ['pendingPayment'],
  toShip: ['grouping', 'paid'],
  toReceive: ['ready', 'shipped'],
  done: ['completed'],
}

export const list: HandlerOf<'order.list'> = async ({ tab, cursor }, context) => {
  const { memberId, now } = context
  const page =
    tab === 'all'
      ? await pageOrders(memberId, pageSize, cursor)
      : await pageOrdersInState(memberId, statesOfTab[tab], now, pageSize, cursor)
  return {
    orders: page.documents.map((order) => toOrderCard(order, context)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
