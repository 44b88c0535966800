import { availableOf, changeCart, lineProblem } from '../../shared/domain/cart'
import { inLanguage } from '../../shared/domain/localized'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { ownOrder } from '../_kit/orders/own-order'

export const buyAgain: HandlerOf<'order.buyAgain'> = async ({ orderId }, context) => {
  const { memberId, language, now, fail, transaction } = context
  const order = await ownOrder(orderId, memberId)
  if (!order) return fail('ORDER_NOT_FOUND')
  const skus = await db.skus.getMany(order.skuIds)
  const wanted = order.lines.map((line) => {
    const sku = skus.get(line.skuId)
    const available = sku ? availableOf(sku) : 0
    return {
      ...line,
      available,
      pieces: Math.min(line.quantity, available),
      problem: lineProblem(line.quantity, sku) ?? ('off' as const),
    }
  })
  const buyable = wanted.filter(({ pieces }) => pieces > 0)
  if (buyable.length === 0)
    return fail('SOLD_OUT', {
      lines: wanted.map(({ skuId, name, problem, available }) => ({
        skuId,
        name: inLanguage(name, language),
        problem,
        available,
      })),
    })
  return transaction(async (tx) => {
    const cart = await tx.carts.get(memberId)
    const entries = cart?.entries ?? []
    const changes = buyable.map(({ skuId, pieces }) => {
      const kept = entries.find((entry) => entry.skuId === skuId)?.quantity ?? 0
      return { skuId, quantity: Math.max(kept, pieces), isSelected: true }
    })
    const changed = changeCart(entries, changes, (skuId) => skus.get(skuId))
    if (!changed.ok) {
      if (changed.code === 'CART_FULL') return fail('CART_FULL', changed.detail)
      throw new Error(`buying again met ${changed.code}`)
    }
    await tx.carts.put({
      ...(cart ?? { _id: memberId }),
      entries: changed.value,
      updatedAt: now,
      version: (cart?.version ?? 0) + 1,
    })
    return {
      added: buyable.reduce((sum, { pieces }) => sum + pieces, 0),
      missing: wanted
        .filter(({ pieces, quantity }) => pieces < quantity)
        .map(({ name }) => inLanguage(name, language)),
    }
  })
}
