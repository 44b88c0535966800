import type { Language } from '../../shared/contract/define'
import type { Cart, CartLine } from '../../shared/contract/order'
import { availableOf, lineProblem } from '../../shared/domain/cart'
import type { CartEntry } from '../../shared/domain/cart'
import { totalsOf } from '../../shared/domain/quote'
import type { CompanySettings, SkuDocument } from '../_kit/documents/catalog'
import { promiseOf } from '../_kit/promise'
import { toLineItem, wasOf } from './basket'
import { toPricedLine } from './price'

/**
 * The cart as the page shows it, with today's prices. Lines whose SKU no longer exists are left
 * out; a line that cannot be bought as it is says why and counts for nothing.
 */
export function toCart(
  entries: readonly CartEntry[],
  skus: ReadonlyMap<string, SkuDocument>,
  settings: CompanySettings,
  { language, now }: { language: Language; now: number },
): Cart {
  const lines: CartLine[] = []
  const counted = []
  for (const { skuId, quantity, isSelected } of entries) {
    const sku = skus.get(skuId)
    if (!sku) continue
    const problem = lineProblem(quantity, sku)
    lines.push({
      ...toLineItem({ sku, quantity }, language),
      ...wasOf(sku),
      isSelected,
      available: availableOf(sku),
      ...(problem ? { problem } : {}),
    })
    if (isSelected && !problem) counted.push(toPricedLine({ sku, quantity }))
  }
  const totals = totalsOf(counted, settings.delivery)
  return {
    lines,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    totals: {
      selectedCount: totals.count,
      goodsFen: totals.goodsFen,
      savedFen: totals.savedFen,
      deliveryFen: totals.deliveryFen,
      totalFen: totals.totalFen,
      freeDelivery: totals.freeDelivery,
    },
    promise: promiseOf(settings, now, language),
  }
}
