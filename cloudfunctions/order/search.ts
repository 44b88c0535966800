import { orderQueryWords } from '../../shared/domain/order-words'
import type { HandlerOf } from '../_kit/handler-of'
import { toOrderCard } from '../_kit/orders/order-view'
import { pageOrdersWithWords } from '../_kit/repos/orders'

const pageSize = 10

export const search: HandlerOf<'order.search'> = async ({ query, cursor }, context) => {
  const words = orderQueryWords(query)
  if (words.length === 0) return { orders: [] }
  const page = await pageOrdersWithWords(context.memberId, words, pageSize, cursor)
  return {
    orders: page.documents.map((order) => toOrderCard(order, context)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
