import type { HandlerOf } from '../../_kit/handler-of'
import { countAhead } from '../../_kit/repos/offers'
import { nextVersion } from './offer-state'

/** So many are read when a basket is priced. */
const limit = 200

export const switchPromotion: HandlerOf<'console.switchPromotion'> = async (
  { promotionId, isOn, seenAt },
  { now, fail, transaction },
) => {
  if (isOn && (await countAhead(now)) >= limit) fail('PROMOTION_LIMIT', { limit })
  return transaction(async (tx) => {
    const before = await tx.promotions.get(promotionId)
    if (!before) return fail('PROMOTION_NOT_FOUND')
    if (isOn && before.updatedAt !== seenAt)
      fail('PROMOTION_CHANGED', { updatedAt: before.updatedAt })
    if (isOn && before.endsAt <= now) fail('PROMOTION_OVER')
    const updatedAt = nextVersion(before, now)
    await tx.promotions.update(promotionId, { isOn, updatedAt })
    return { updatedAt }
  })
}
