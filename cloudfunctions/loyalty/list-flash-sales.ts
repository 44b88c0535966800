import { dayMs } from '../_kit/clock'
import type { HandlerOf } from '../_kit/handler-of'
import { comingPromotions } from '../_kit/loyalty/running-promotions'
import { isFlashSale, readFlashSales } from './flash-view'

const mostSales = 10

export const listFlashSales: HandlerOf<'loyalty.listFlashSales'> = async (
  { promotionId },
  { memberId, language, now },
) => {
  const sales = (await comingPromotions())
    .filter(isFlashSale)
    .filter(
      ({ id, startsAt, endsAt }) => now < endsAt && (startsAt < now + dayMs || id === promotionId),
    )
    .sort(
      (a, b) =>
        Number(b.id === promotionId) - Number(a.id === promotionId) || a.startsAt - b.startsAt,
    )
    .slice(0, mostSales)
  const views = await readFlashSales(sales, { memberId, language })
  return { now, sales: views.filter(({ items }) => items.length > 0) }
}
