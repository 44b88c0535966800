import { inLanguage } from '../../shared/domain/localized'
import type { Promotion, Scope } from '../../shared/domain/promotion/promotion'
import { isInScope } from '../../shared/domain/promotion/scope'
import type { SkuDocument } from '../_kit/documents/catalog'
import type { HandlerOf } from '../_kit/handler-of'
import { hasCoupons, runningPromotions } from '../_kit/loyalty/running-promotions'
import { listClaimableCoupons } from '../_kit/repos/coupons'
import { listOpenGroups } from '../_kit/repos/groups'
import { listSkus } from '../_kit/repos/skus'
import { toCouponOffers } from './coupon-offers'
import { isFlashSale, readFlashSales } from './flash-view'
import { isGroupBuy, readPeople, toGroupOffer, toOpenGroups } from './group-view'

const mostCoupons = 50
const mostGroups = 20

export const listProductOffers: HandlerOf<'loyalty.listProductOffers'> = async (
  { productId },
  context,
) => {
  const { language, now, fail } = context
  const [skus, promotions, isAnyCoupon] = await Promise.all([
    listSkus(productId),
    runningPromotions(now),
    hasCoupons(),
  ])
  if (skus.length === 0) return fail('PRODUCT_NOT_FOUND')
  const mine = promotions.filter((promotion) => concerns(promotion, skus))
  const groupPromotion = mine.find(isGroupBuy)
  const groupBuy = groupPromotion && toGroupOffer(groupPromotion, skus, language)
  const [coupons, [flashSale], groups] = await Promise.all([
    isAnyCoupon ? listClaimableCoupons(now, mostCoupons) : [],
    readFlashSales(mine.filter(isFlashSale).slice(0, 1), context),
    groupBuy ? listOpenGroups(productId, now, mostGroups) : [],
  ])
  const [offers, people] = await Promise.all([
    toCouponOffers(
      coupons.filter(({ rule }) => coversAny(rule.scope, skus)),
      context,
    ),
    readPeople(groups),
  ])
  const ours = flashSale && {
    ...flashSale,
    items: flashSale.items.filter((item) => item.productId === productId),
  }
  return {
    now,
    coupons: offers,
    promotions: mine
      .filter((promotion) => !isFlashSale(promotion) && !isGroupBuy(promotion))
      .map(({ id, name, rule, audience = 'all', endsAt }) => ({
        promotionId: id,
        name: inLanguage(name, language),
        rule,
        audience,
        endsAt,
      })),
    ...(ours && ours.items.length > 0 ? { flashSale: ours } : {}),
    ...(groupBuy ? { groupBuy } : {}),
    groups: toOpenGroups(groups, people, context),
  }
}

/** A sale or group-buy is about the SKUs it names, within its scope; others about their scope. */
function concerns({ rule, scope }: Promotion, skus: readonly SkuDocument[]): boolean {
  if (rule.kind !== 'flashSale' && rule.kind !== 'groupBuy') return coversAny(scope, skus)
  const named = skus.filter(({ _id }) => rule.items.some(({ skuId }) => skuId === _id))
  return coversAny(scope, named)
}

const coversAny = (scope: Scope, skus: readonly SkuDocument[]): boolean =>
  skus.some(({ _id, productId, categoryIds = [], priceFen }) =>
    isInScope(scope, { key: _id, productId, categoryIds, quantity: 1, priceFen }),
  )
