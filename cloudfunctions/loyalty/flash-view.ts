import type { Language } from '../../shared/contract/define'
import type { FlashItem, FlashSaleView } from '../../shared/contract/loyalty'
import { inLanguage } from '../../shared/domain/localized'
import type { FlashSale, Promotion } from '../../shared/domain/promotion/promotion'
import { db } from '../_kit/db'
import type { SkuDocument } from '../_kit/documents/catalog'
import { flashBuyerId, flashStockId } from '../_kit/loyalty/flash-ids'
import { toOfferProduct } from './offer-products'

export type FlashPromotion = Promotion & { rule: FlashSale }

export const isFlashSale = (promotion: Promotion): promotion is FlashPromotion =>
  promotion.rule.kind === 'flashSale'

/** Flash sales with what they have left, and what this member may still buy of it. */
export async function readFlashSales(
  sales: readonly FlashPromotion[],
  { memberId, language }: { memberId: string | undefined; language: Language },
  known?: ReadonlyMap<string, SkuDocument>,
): Promise<FlashSaleView[]> {
  if (sales.length === 0) return []
  const pairs = sales.flatMap(({ id, rule }) => rule.items.map(({ skuId }) => ({ id, skuId })))
  const [skus, stocks, buyers] = await Promise.all([
    known ?? db.skus.getMany(pairs.map(({ skuId }) => skuId)),
    db.flashstocks.getMany(pairs.map(({ id, skuId }) => flashStockId(id, skuId))),
    memberId === undefined
      ? undefined
      : db.flashbuyers.getMany(
          pairs.map(({ id, skuId }) => flashBuyerId(id, skuId, memberId)),
          ['bought'],
        ),
  ])
  return sales.map(({ id, name, startsAt, endsAt, rule }) => ({
    promotionId: id,
    name: inLanguage(name, language),
    startsAt,
    endsAt,
    items: rule.items.flatMap(({ skuId, priceFen, perMember }): FlashItem[] => {
      const sku = skus.get(skuId)
      if (!sku?.isListed || priceFen >= sku.priceFen) return []
      const stock = stocks.get(flashStockId(id, skuId))
      // A sale never shows more than there is to sell.
      const left = Math.max(0, Math.min(stock?.left ?? 0, sku.stock))
      const bought =
        memberId === undefined ? 0 : (buyers?.get(flashBuyerId(id, skuId, memberId))?.bought ?? 0)
      return [
        {
          ...toOfferProduct(sku, language),
          flashFen: priceFen,
          left,
          total: stock?.total ?? 0,
          perMember,
          mayBuy: Math.max(0, Math.min(perMember - bought, left)),
        },
      ]
    }),
  }))
}
