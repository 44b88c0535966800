import { availableOf, lineProblem } from '../../../shared/domain/cart'
import type { LineShortage } from '../../../shared/domain/cart'
import { command } from '../cloud'
import type { SkuDocument } from '../documents/catalog'
import type { Transaction } from '../transaction'

interface Pieces {
  skuId: string
  quantity: number
}

/** What became of the stock; `turned` names products that may just have sold out or come back. */
export interface StockChange {
  skus: Map<string, SkuDocument>
  turned: string[]
  shortage?: LineShortage
}

/** One order for everyone who takes several, so that two buyers meet at the first they share. */
const inOrder = (pieces: readonly Pieces[]) =>
  [...pieces].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))

/**
 * Takes pieces off the stock. It stops at the first SKU that cannot give them; the caller then
 * has to roll back. It writes before it reads: the write takes the lock or meets a conflict at
 * once, and the stock read after it can be trusted.
 */
export async function takeStock(tx: Transaction, pieces: readonly Pieces[]): Promise<StockChange> {
  const skus = new Map<string, SkuDocument>()
  const turned: string[] = []
  for (const { skuId, quantity } of inOrder(pieces)) {
    await tx.skus.update(skuId, { stock: command.inc(-quantity) })
    const sku = await tx.skus.get(skuId)
    const before = sku && { ...sku, stock: sku.stock + quantity }
    const problem = lineProblem(quantity, before)
    if (!sku || !before || problem)
      return {
        skus,
        turned,
        shortage: {
          skuId,
          problem: problem ?? 'off',
          available: before ? availableOf(before) : 0,
        },
      }
    skus.set(skuId, sku)
    if (sku.stock === 0) turned.push(sku.productId)
  }
  return { skus, turned }
}

/** Puts pieces back; an SKU that is gone stays gone. Returns products that may be back on sale. */
export async function giveBackStock(tx: Transaction, pieces: readonly Pieces[]): Promise<string[]> {
  const turned: string[] = []
  for (const { skuId, quantity } of inOrder(pieces)) {
    await tx.skus.update(skuId, { stock: command.inc(quantity) })
    const sku = await tx.skus.get(skuId)
    if (sku?.stock === quantity) turned.push(sku.productId)
  }
  return turned
}
