import { inLanguage } from '../../shared/domain/localized'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { runningPromotions } from '../_kit/loyalty/running-promotions'
import { isGroupBuy, toGroupOffer } from './group-view'
import { toOfferProduct } from './offer-products'

export const listGroupBuys: HandlerOf<'loyalty.listGroupBuys'> = async (
  { promotionId },
  { language, now },
) => {
  const promotions = (await runningPromotions(now))
    .filter(isGroupBuy)
    .filter(({ id }) => promotionId === undefined || id === promotionId)
  const skus = await db.skus.getMany(
    promotions.flatMap(({ rule }) => rule.items.map(({ skuId }) => skuId)),
  )
  return {
    now,
    groupBuys: promotions.flatMap((promotion) => {
      const offer = toGroupOffer(promotion, [...skus.values()], language)
      if (!offer) return []
      return [
        {
          promotionId: promotion.id,
          name: inLanguage(promotion.name, language),
          size: offer.size,
          endsAt: offer.endsAt,
          items: offer.items.map(({ skuId, groupFen }) => ({
            ...toOfferProduct(skus.get(skuId)!, language),
            groupFen,
          })),
        },
      ]
    }),
  }
}
