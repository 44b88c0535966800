import { changeCart as apply } from '../../shared/domain/cart'
import { inLanguage } from '../../shared/domain/localized'
import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { toCart } from './cart-view'

export const changeCart: HandlerOf<'order.changeCart'> = async ({ changes }, context) => {
  const { memberId, language, now, fail, transaction } = context
  const [settings, before] = await Promise.all([companySettings(), db.carts.get(memberId)])
  const skus = await db.skus.getMany(
    [...changes, ...(before?.entries ?? [])].map(({ skuId }) => skuId),
  )
  return transaction(async (tx) => {
    const entries = (await tx.carts.get(memberId))?.entries ?? []
    // Lines added by another device since the read above; there is hardly ever one.
    for (const { skuId } of entries) {
      const sku = skus.has(skuId) ? undefined : await tx.skus.get(skuId)
      if (sku) skus.set(skuId, sku)
    }
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
