import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { listFlashStocks } from '../../_kit/repos/offers'
import { idsOf, readNamedGoods } from './offer-goods'
import { offerState } from './offer-state'

export const getPromotion: HandlerOf<'console.getPromotion'> = async (
  { promotionId },
  { language, now, fail },
) => {
  const promotion = await db.promotions.get(promotionId)
  if (!promotion) return fail('PROMOTION_NOT_FOUND')
  const { _id, isOn, createdAt: _created, updatedAt, ...form } = promotion
  const { rule, scope } = form
  const [goods, stocks] = await Promise.all([
    readNamedGoods(idsOf(scope, rule), language),
    rule.kind === 'flashSale' ? listFlashStocks([promotionId]) : [],
  ])
  const stockOf = (skuId: string) => stocks.find((stock) => stock.skuId === skuId)
  const items = rule.kind === 'flashSale' ? rule.items : []
  return {
    id: _id,
    state: offerState(promotion, now),
    isOn,
    updatedAt,
    goods,
    form: {
      ...form,
      pieces: items.map(({ skuId }) => ({ skuId, total: stockOf(skuId)?.total ?? 0 })),
    },
    left: items.map(({ skuId }) => ({ skuId, left: stockOf(skuId)?.left ?? 0 })),
  }
}
