import type { PromotionForm } from '../../../shared/contract/promotion-form'
import { canonicalJson } from '../../../shared/domain/hash'
import type { PromotionRule } from '../../../shared/domain/promotion/promotion'
import { db } from '../../_kit/db'
import type { PromotionDocument } from '../../_kit/documents/loyalty'
import { invalidInput } from '../../_kit/failure'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { idsOf, missingGoods } from './offer-goods'
import { nextVersion, offerState } from './offer-state'
import { setFlashPieces } from './set-flash-pieces'

/** What customers were promised: it never changes while they are looking at it. */
const promiseOf = ({ rule, scope, stacking, audience }: Omit<PromotionForm, 'pieces'>): string =>
  canonicalJson({ rule, scope, stacking, audience: audience ?? 'all' })

export const savePromotion: HandlerOf<'console.savePromotion'> = async (
  { promotionId, seenAt, form: { pieces, ...form } },
  { now, fail, transaction },
) => {
  const known = promotionId === undefined ? undefined : await db.promotions.get(promotionId)
  if (!known || promiseOf(known) !== promiseOf(form)) {
    const ids = await missingGoods(idsOf(form.scope, form.rule))
    if (ids.length > 0) fail('OFFER_GOODS_GONE', { ids })
    const high = await priceTooHigh(form.rule)
    if (high) fail('OFFER_PRICE_HIGH', high)
  }
  const freshId = newId(now)
  return transaction(async (tx) => {
    const id = promotionId ?? freshId
    const before = promotionId === undefined ? undefined : await tx.promotions.get(id)
    if (promotionId !== undefined && !before) return fail('PROMOTION_NOT_FOUND')
    if (before && before.updatedAt !== seenAt)
      fail('PROMOTION_CHANGED', { updatedAt: before.updatedAt })
    // Orders under way know the promotion by its kind.
    if (before && before.rule.kind !== form.rule.kind)
      throw invalidInput({ path: 'form.rule.kind', reason: 'fixed' })
    if (before && offerState(before, now) === 'running' && promiseOf(before) !== promiseOf(form))
      fail('PROMOTION_RUNNING')
    const problem = await setFlashPieces(tx, id, pieces)
    if (problem) fail('FLASH_PIECES_WRONG', problem)
    const after: PromotionDocument = {
      _id: id,
      ...form,
      isOn: before?.isOn ?? false,
      createdAt: before?.createdAt ?? now,
      updatedAt: nextVersion(before, now),
    }
    await tx.promotions.put(after)
    return { promotionId: id, updatedAt: after.updatedAt }
  })
}

/** The first price that is no reduction. */
async function priceTooHigh(
  rule: PromotionRule,
): Promise<{ skuId: string; priceFen: number } | undefined> {
  const prices =
    rule.kind === 'flashSale' || rule.kind === 'groupBuy'
      ? rule.items
      : rule.kind === 'memberPrice'
        ? (rule.prices ?? [])
        : []
  const skus = await db.skus.getMany(
    prices.map(({ skuId }) => skuId),
    ['priceFen'],
  )
  for (const { skuId, priceFen } of prices) {
    const usual = skus.get(skuId)?.priceFen ?? 0
    if (priceFen >= usual) return { skuId, priceFen: usual }
  }
  return undefined
}
