import { freePlaces, isOpen, joinProblem } from '../../shared/domain/group'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { runningPromotions } from '../_kit/loyalty/running-promotions'
import { readPeople, toPeople } from './group-view'
import { toOfferProduct } from './offer-products'

export const getGroup: HandlerOf<'loyalty.getGroup'> = async (
  { groupId },
  { memberId, language, now, fail },
) => {
  const group = await db.groups.get(groupId)
  const starter = group && (await db.orders.get(groupId))
  const [line] = starter?.lines ?? []
  const mine = group?.members.find((member) => member.memberId === memberId)
  // One that nobody has paid for is only there for its starter.
  if (!group || !line || (group.state === 'starting' && !mine)) return fail('GROUP_NOT_FOUND')
  const [skus, people, promotions] = await Promise.all([
    db.skus.getMany([line.skuId]),
    readPeople([group]),
    runningPromotions(now),
  ])
  const sku = skus.get(line.skuId)
  const rule = promotions.find(({ id }) => id === group.promotionId)?.rule
  const sold = line.quantity > 0 ? Math.round(line.payableFen / line.quantity) : line.priceFen
  const item =
    rule?.kind === 'groupBuy' ? rule.items.find(({ skuId }) => skuId === line.skuId) : undefined
  const state = group.state === 'open' && !isOpen(group, now) ? 'failed' : group.state
  return {
    now,
    group: {
      groupId,
      promotionId: group.promotionId,
      state,
      product: sku
        ? toOfferProduct(sku, language)
        : {
            productId: line.productId,
            skuId: line.skuId,
            name: language === 'en' ? line.name.en : line.name.zh,
            options: '',
            picture: line.picture,
            plate: line.plate,
            priceFen: line.priceFen,
          },
      groupFen: item?.priceFen ?? sold,
      size: group.size,
      people: toPeople(group, people, memberId),
      placesLeft: freePlaces(group, now),
      expiresAt: group.expiresAt,
      ...(mine ? { orderId: mine.orderId } : {}),
      canJoin:
        item !== undefined &&
        sku?.isListed === true &&
        joinProblem(group, memberId ?? '', now) === undefined,
    },
  }
}
