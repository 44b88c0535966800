import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { cartScene, readAroundCart, readCartGoods } from './cart-scene'
import { toCart } from './cart-view'

export const getCart: HandlerOf<'order.getCart'> = async (_input, context) => {
  const { memberId, language, now, caller } = context
  const run = { envId: caller.envId, now }
  const around = readAroundCart(memberId, run)
  const [cart, known] = await Promise.all([db.carts.get(memberId), around])
  const entries = cart?.entries ?? []
  const skuIds = entries.map(({ skuId }) => skuId)
  const goods = await readCartGoods(memberId, skuIds, around, run)
  return toCart(entries, goods.skus, cartScene(known, goods, now), language)
}
