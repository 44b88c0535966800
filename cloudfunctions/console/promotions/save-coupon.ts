import type { CouponForm } from '../../../shared/contract/promotion-form'
import { canonicalJson } from '../../../shared/domain/hash'
import type { CouponDocument } from '../../_kit/documents/loyalty'
import { invalidInput } from '../../_kit/failure'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { couponByCode } from '../../_kit/repos/coupons'
import { idsOf, missingGoods } from './offer-goods'
import { nextVersion, offerState } from './offer-state'

/** The id of a coupon with a code is made of it, so that no two can have the same. */
const codeCouponId = (code: string): string => `code-${code}`

const promiseOf = ({ rule, validDays, validUntil, canGive, audience }: CouponForm): string =>
  canonicalJson({ rule, validDays, validUntil, canGive, audience: audience ?? 'all' })

export const saveCoupon: HandlerOf<'console.saveCoupon'> = async (
  { couponId, seenAt, stock, form },
  { now, fail, transaction },
) => {
  const ids = await missingGoods(idsOf(form.rule.scope))
  if (ids.length > 0) fail('OFFER_GOODS_GONE', { ids })
  if ((couponId === undefined) !== (stock !== undefined))
    throw invalidInput({ path: 'stock', reason: 'new coupons only' })
  if (couponId === undefined && form.code !== undefined && (await couponByCode(form.code)))
    fail('COUPON_CODE_TAKEN')
  const freshId = form.code === undefined ? newId(now) : codeCouponId(form.code)
  return transaction(async (tx) => {
    const id = couponId ?? freshId
    const before = await tx.coupons.get(id)
    if (couponId === undefined && before) fail('COUPON_CODE_TAKEN')
    if (couponId !== undefined && !before) return fail('COUPON_NOT_FOUND')
    if (before && before.updatedAt !== seenAt)
      fail('COUPON_CHANGED', { updatedAt: before.updatedAt })
    if (before && (before.how !== form.how || before.code !== form.code))
      throw invalidInput({ path: 'form.how', reason: 'fixed' })
    if (before && offerState(before, now) === 'running' && promiseOf(before) !== promiseOf(form))
      fail('COUPON_RUNNING')
    const after: CouponDocument = {
      _id: id,
      ...form,
      left: before?.left ?? stock ?? 0,
      issued: before?.issued ?? 0,
      isOn: before?.isOn ?? false,
      createdAt: before?.createdAt ?? now,
      updatedAt: nextVersion(before, now),
    }
    await tx.coupons.put(after)
    return { couponId: id, updatedAt: after.updatedAt }
  })
}
