import { offerOf } from '../../../shared/domain/offer'
import { command } from '../cloud'
import { transaction } from '../transaction'
import { done } from './outcome'
import type { Outcome } from './outcome'

/**
 * Makes the price and availability that grids show agree with the SKUs. Whoever sells the last
 * piece, or puts the first one back, asks for it after that commit, so the last one to run sees
 * all of them.
 */
export const refreshOffer = (productId: string): Promise<Outcome> =>
  transaction(async (tx) => {
    const product = await tx.products.get(productId)
    if (!product) return done
    const skus = []
    for (const skuId of [...product.skuIds].sort()) {
      const sku = await tx.skus.get(skuId)
      if (sku) skus.push({ ...sku, id: sku._id })
    }
    const { priceFen, wasFen, wasUntil, isFrom, isSoldOut, onlySkuId } = offerOf(skus)
    await tx.products.update(productId, {
      priceFen,
      isFrom,
      isSoldOut,
      wasFen: wasFen ?? command.remove(),
      wasUntil: wasUntil ?? command.remove(),
      onlySkuId: onlySkuId ?? command.remove(),
    })
    await tx.searchentries.update(productId, { priceFen, isSoldOut })
    return done
  })
