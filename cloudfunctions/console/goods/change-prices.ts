import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'
import { repricing } from './reprice'

export const changePrices: HandlerOf<'console.changePrices'> = async (
  { productId, prices },
  { memberId: staffId, caller, now, fail, transaction, tell },
) => {
  const inOrder = [...prices].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const product = await tx.products.get(productId)
    for (const { skuId, seenFen, priceFen } of inOrder) {
      const sku = await tx.skus.get(skuId)
      if (sku?.productId !== productId) return fail('SKU_NOT_FOUND', { skuId })
      if (sku.priceFen !== seenFen) fail('PRICE_MOVED', { skuId, priceFen: sku.priceFen })
      if (priceFen === seenFen) continue
      await tx.skus.update(skuId, repricing(sku, priceFen, now))
      tell({ what: 'price', part: sku.optionWords, from: seenFen, to: priceFen })
    }
    // An editor that is open has read the former prices: its save must not bring them back.
    if (product && prices.some(({ seenFen, priceFen }) => priceFen !== seenFen))
      await tx.products.update(productId, { version: (product.version ?? 0) + 1 })
    entries = [newEntry({ kind: 'refreshOffer', productId }, staffId, now)]
    await tx.outbox.insert(...entries)
    return { prices: prices.map(({ skuId, priceFen }) => ({ skuId, priceFen })) }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
