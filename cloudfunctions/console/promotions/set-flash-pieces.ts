import type { PromotionForm } from '../../../shared/contract/promotion-form'
import { command } from '../../_kit/cloud'
import { flashStockId } from '../../_kit/loyalty/flash-ids'
import type { Transaction } from '../../_kit/transaction'

/** Why a sale cannot have so many pieces: what it could have. */
export interface PiecesProblem {
  skuId: string
  least: number
  most: number
}

/**
 * Gives each SKU of a sale so many pieces in all, sold ones counted, while buyers may be taking
 * some: only the difference is added or taken off. Answers what is wrong, and then the caller has
 * to roll back.
 */
export async function setFlashPieces(
  tx: Transaction,
  promotionId: string,
  pieces: PromotionForm['pieces'],
): Promise<PiecesProblem | undefined> {
  const inOrder = [...pieces].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
  for (const { skuId, total } of inOrder) {
    const stockId = flashStockId(promotionId, skuId)
    const before = await tx.flashstocks.get(stockId)
    const change = total - (before?.total ?? 0)
    if (before && change === 0) continue
    if (before)
      await tx.flashstocks.update(stockId, {
        left: command.inc(change),
        total: command.inc(change),
      })
    else await tx.flashstocks.insert({ _id: stockId, promotionId, skuId, left: total, total })
    const left = (await tx.flashstocks.get(stockId))?.left ?? 0
    const stock = (await tx.skus.get(skuId))?.stock ?? 0
    const sold = total - left
    if (left < 0 || (change > 0 && left > stock)) return { skuId, least: sold, most: sold + stock }
  }
  return undefined
}
