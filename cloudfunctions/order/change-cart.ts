import { changeCart as apply } from '../../shared/domain/cart'
import { inLanguage } from '../../shared/domain/localized'
import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { toCart } from './cart-view'

export const changeCart: HandlerOf<'order.changeCart'> = async ({ changes }, context) => {
  const { memberId, language, now, fail, transaction } = context
  const [settings, skus] = await Promise.all([
    companySettings(),
    db.skus.getMany(changes.map(({ skuId }) => skuId)),
  ])
  return transaction(async (tx) => {
    const entries = (await tx.carts.get(memberId))?.entries ?? []
    const others = entries.flatMap(({ skuId }) => (skus.has(skuId) ? [] : [skuId]))
    for (const [skuId, sku] of await db.skus.getMany(others)) skus.set(skuId, sku)
    const changed = apply(entries, changes, (skuId) => skus.get(skuId))
    if (!changed.ok) {
      if (changed.code === 'SKU_NOT_FOUND') return fail('SKU_NOT_FOUND', changed.detail)
      if (changed.code === 'CART_FULL') return fail('CART_FULL', changed.detail)
      const name = skus.get(changed.detail.skuId)?.name
      return fail('SOLD_OUT', {
        lines: [{ ...changed.detail, name: name ? inLanguage(name, language) : '' }],
      })
    }
    await tx.carts.put({ _id: memberId, entries: changed.value, updatedAt: now })
    return toCart(changed.value, skus, settings, context)
  })
}
