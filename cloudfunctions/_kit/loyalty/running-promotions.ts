import type { Promotion } from '../../../shared/domain/promotion/promotion'
import { cached } from '../cached'
import { now } from '../clock'
import { anyCoupon } from '../repos/coupons'
import { listRunningPromotions } from '../repos/promotions'

const keepMs = 30_000

const all = cached(keepMs, async (): Promise<Promotion[]> => {
  const documents = await listRunningPromotions(now())
  return documents.map(({ _id, createdAt: _created, updatedAt: _updated, ...promotion }) => ({
    ...promotion,
    id: _id,
  }))
})

/** Promotions in force at this instant, as staff left them at most 30 seconds ago. */
export async function runningPromotions(at: number): Promise<Promotion[]> {
  return (await all()).filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
}

/** The same with those that are still to come. */
export const comingPromotions: () => Promise<Promotion[]> = all

/** Whether the company has ever made a coupon; without any, nobody's are looked up. */
export const hasCoupons: () => Promise<boolean> = cached(keepMs, anyCoupon)
