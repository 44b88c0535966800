import { lookupWord } from '../../shared/domain/order-lookup'
import type { HandlerOf } from '../_kit/handler-of'
import { pageShipping } from '../_kit/repos/shipping'
import { toStaffOrder } from './staff-order'

const pageSize = 20

export const listOrders: HandlerOf<'console.listOrders'> = async (
  { tab, query, cursor },
  { language, now },
) => {
  const lookup = query ? lookupWord(query) : undefined
  const page = await pageShipping(tab, now, { lookup, limit: pageSize }, cursor)
  return {
    orders: page.documents.map((order) => toStaffOrder(order, language)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
