import type { Language } from '../../shared/contract/define'
import type { Cart, CartLine } from '../../shared/contract/order'
import { availableOf, lineProblem } from '../../shared/domain/cart'
import type { CartEntry } from '../../shared/domain/cart'
import type { SkuDocument } from '../_kit/documents/catalog'
import { promiseOf } from '../_kit/promise'
import { toLineItem, wasOf } from './basket'
import type { WantedSku } from './basket'
import { priceGoods } from './price'
import type { PricedScene } from './price'
import { toAdjustment, toHint } from './quote-view'

/** What a checkout begins with: the best coupons, nothing of the customer's own money. */
export const firstChoices: PricedScene['choices'] = {
  fulfilment: 'carrier',
  coupons: 'best',
  usePoints: false,
  useBalance: false,
  giftcardIds: [],
}

/**
 * The cart as the page shows it, with today's prices. Lines whose SKU no longer exists are left
 * out; a line that cannot be bought as it is says why and counts for nothing.
 */
export function toCart(
  entries: readonly CartEntry[],
  skus: ReadonlyMap<string, SkuDocument>,
  scene: PricedScene,
  language: Language,
): Cart {
  const { settings, delivery, now } = scene
  const lines: CartLine[] = []
  const counted: WantedSku[] = []
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
    if (isSelected && !problem) counted.push({ sku, quantity })
  }
  const { pricing } = priceGoods(scene, counted)
  const deliveryKinds = new Set(['delivery', 'freeDelivery', 'deliveryCoupon'])
  const missingFen = pricing.hints.freeDelivery?.missingFen
  const { freeFromFen } = delivery.parcel
  const isFree = counted.length > 0 && pricing.deliveryFen === 0
  return {
    lines,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    totals: {
      selectedCount: counted.reduce((sum, { quantity }) => sum + quantity, 0),
      goodsFen: pricing.goodsFen,
      savedFen: pricing.savedFen + formerlySaved(counted),
      deliveryFen: pricing.deliveryFen,
      totalFen: pricing.totalFen,
      freeDelivery: {
        thresholdFen: missingFen === undefined ? freeFromFen : pricing.goodsFen + missingFen,
        missingFen: missingFen ?? (isFree ? 0 : freeFromFen),
      },
      adjustments: pricing.adjustments
        .filter(({ kind }) => !deliveryKinds.has(kind))
        .map((adjustment) => toAdjustment(adjustment, language)),
    },
    hints: pricing.hints.nextTiers.map((tier) => toHint(tier, language)),
    promise: promiseOf(settings, now, language),
  }
}

/** What the goods cost less than they did before. */
const formerlySaved = (lines: readonly WantedSku[]): number =>
  lines.reduce(
    (sum, { sku, quantity }) =>
      sum + ((wasOf(sku).wasFen ?? sku.priceFen) - sku.priceFen) * quantity,
    0,
  )
