import { command } from '../cloud'
import { db } from '../db'
import type { PromotionDocument } from '../documents/loyalty'

/** Promotions that are on and not over, those that end soonest first; at most 200. */
export const listRunningPromotions = (at: number): Promise<PromotionDocument[]> =>
  db.promotions.find({
    index: 'running',
    where: { isOn: true, endsAt: command.gt(at) },
    order: [
      ['endsAt', 1],
      ['_id', 1],
    ],
    limit: 200,
  })
