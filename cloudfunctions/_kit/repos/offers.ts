import type { OfferTab } from '../../../shared/contract/console-promotions'
import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { CouponDocument, PromotionDocument } from '../documents/loyalty'

const soonestFirst = [
  ['endsAt', 1],
  ['_id', 1],
] as const
const latestFirst = [
  ['endsAt', -1],
  ['_id', -1],
] as const

/** A tab of offers in words of the database; what ends soonest is first, what is over last. */
const tabAt = (tab: OfferTab, at: number) => {
  const isAhead = { endsAt: command.gt(at) }
  const where = {
    running: { isOn: true, ...isAhead, startsAt: command.lte(at) },
    coming: { isOn: true, ...isAhead, startsAt: command.gt(at) },
    off: { isOn: false, ...isAhead },
    over: { endsAt: command.lte(at) },
  }[tab]
  return tab === 'over'
    ? ({ index: 'ends', where, order: latestFirst } as const)
    : ({ index: 'running', where, order: soonestFirst } as const)
}

interface Asked {
  tab: OfferTab
  at: number
  limit: number
}

export const pagePromotions = (
  { tab, at, limit }: Asked,
  cursor: string | undefined,
): Promise<Page<PromotionDocument>> => db.promotions.page({ ...tabAt(tab, at), limit }, cursor)

export const pageCoupons = (
  { tab, at, limit }: Asked,
  cursor: string | undefined,
): Promise<Page<CouponDocument>> => db.coupons.page({ ...tabAt(tab, at), limit }, cursor)

/** How many promotions are on and not over. */
export const countAhead = (at: number): Promise<number> =>
  db.promotions.count({ index: 'running', where: { isOn: true, endsAt: command.gt(at) } })

/** Coupons of every way that can be had at this instant. */
export const listRunningCoupons = async (at: number, limit: number): Promise<CouponDocument[]> =>
  (await pageCoupons({ tab: 'running', at, limit }, undefined)).documents

/** What flash sales have of each SKU. */
export const listFlashStocks = (promotionIds: readonly string[]) =>
  promotionIds.length === 0
    ? Promise.resolve([])
    : db.flashstocks.find({
        index: 'promotion',
        where: { promotionId: command.in(promotionIds) },
        limit: 1000,
      })
