import { changeCart as apply } from '../../shared/domain/cart'
import { inLanguage } from '../../shared/domain/localized'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { cartScene, readAroundCart, readCartGoods } from './cart-scene'
import type { CartGoods } from './cart-scene'
import { toCart } from './cart-view'

/** The stepper is tapped many times in a row: three turns to the database, of four calls in all. */
export const changeCart: HandlerOf<'order.changeCart'> = async ({ changes }, context) => {
  const { memberId, language, now, caller, fail, changeOne } = context
  const run = { envId: caller.envId, now }
  const around = readAroundCart(memberId, run)
  const read = (lines: readonly { skuId: string }[]) =>
    readCartGoods(memberId, [...new Set(lines.map(({ skuId }) => skuId))], around, run)

  const seen: { goods?: CartGoods } = {}
  const [cart, known] = await Promise.all([
    changeOne(db.carts, memberId, async (before) => {
      const entries = before?.entries ?? []
      // What is changed and what is shown, in one read.
      const { skus } = (seen.goods = await read([...changes, ...entries]))
      const changed = apply(entries, changes, (skuId) => skus.get(skuId))
      if (changed.ok) return { entries: changed.value, updatedAt: now }
      if (changed.code === 'SKU_NOT_FOUND') return fail('SKU_NOT_FOUND', changed.detail)
      if (changed.code === 'CART_FULL') return fail('CART_FULL', changed.detail)
      const name = skus.get(changed.detail.skuId)?.name
      return fail('SOLD_OUT', {
        lines: [{ ...changed.detail, name: name ? inLanguage(name, language) : '' }],
      })
    }),
    around,
  ])
  // A repeat changes nothing, and so has not read them.
  const goods = seen.goods ?? (await read(cart.entries))
  return toCart(cart.entries, goods.skus, cartScene(known, goods, now), language)
}
