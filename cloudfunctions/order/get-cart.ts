import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { toCart } from './cart-view'

export const getCart: HandlerOf<'order.getCart'> = async (_input, context) => {
  const [settings, cart] = await Promise.all([companySettings(), db.carts.get(context.memberId)])
  const entries = cart?.entries ?? []
  const skus = await db.skus.getMany(entries.map(({ skuId }) => skuId))
  return toCart(entries, skus, settings, context)
}
