import type { PreviewStep, PreviewedCart } from '../../../shared/contract/console-promotions'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import type { Pricing, PricingAdjustment } from '../../../shared/domain/promotion/promotion'
import type { SkuDocument } from '../../_kit/documents/catalog'

/** A priced basket in the reader's language; `skus` has its goods and its gifts. */
export function toPreviewedCart(
  pricing: Pricing,
  skus: ReadonlyMap<string, SkuDocument>,
  language: Language,
): PreviewedCart {
  const { adjustments, goodsFen, deliveryFen, totalFen } = pricing
  const nameOf = (skuId: string) => {
    const sku = skus.get(skuId)
    return {
      name: sku ? inLanguage(sku.name, language) : '',
      options: sku ? inLanguage(sku.optionWords, language) : '',
    }
  }
  return {
    lines: pricing.lines.map(({ key, quantity, amountFen, payableFen, shares }) => ({
      skuId: key,
      ...nameOf(key),
      quantity,
      amountFen,
      payableFen,
      steps: adjustments.flatMap((adjustment, index) => {
        const share = shares[index] ?? 0
        return share === 0 ? [] : [{ ...toStep(adjustment, language), amountFen: share }]
      }),
    })),
    steps: adjustments.map((adjustment) => toStep(adjustment, language)),
    gifts: pricing.gifts.map(({ skuId, quantity }) => ({ name: nameOf(skuId).name, quantity })),
    goodsFen,
    deliveryFen,
    totalFen,
  }
}

const toStep = ({ kind, name, amountFen }: PricingAdjustment, language: Language): PreviewStep => ({
  kind,
  name: name ? inLanguage(name, language) : '',
  amountFen,
})
