import { startOfShanghaiDay } from '../../../shared/domain/shanghai-time'
import { err, ok } from '../../../shared/domain/result'
import type { Result } from '../../../shared/domain/result'
import { command } from '../cloud'
import { db } from '../db'
import type { CouponDocument, MemberCouponDocument } from '../documents/loyalty'
import type { Transaction } from '../transaction'

export type CouponProblem =
  'COUPON_NOT_FOUND' | 'COUPON_ENDED' | 'COUPON_GONE' | 'COUPON_LIMIT' | 'COUPON_NEWCOMERS_ONLY'

/** The id of a member's n-th coupon of a kind, from 1 on: nobody can have more than there are. */
export const memberCouponId = (couponId: string, memberId: string, n: number): string =>
  `${couponId}:${memberId}:${n}`

/**
 * Gives one coupon to a member: the last one is given once, and nobody has more than the coupon
 * allows. The count is written before it is read, as stock is: on a refusal the caller rolls back,
 * as `must` does.
 */
export async function issueCoupon(
  tx: Transaction,
  couponId: string,
  {
    memberId,
    how,
    isNewcomer,
  }: { memberId: string; how: CouponDocument['how']; isNewcomer: boolean },
  at: number,
): Promise<Result<MemberCouponDocument, CouponProblem>> {
  await tx.coupons.update(couponId, { left: command.inc(-1), issued: command.inc(1) })
  const coupon = await tx.coupons.get(couponId)
  const problem = coupon ? problemOf(coupon, how, isNewcomer, at) : 'COUPON_NOT_FOUND'
  if (!coupon || problem) return err(problem ?? 'COUPON_NOT_FOUND')
  for (let n = 1; n <= coupon.perMember; n += 1) {
    const id = memberCouponId(couponId, memberId, n)
    if (await tx.membercoupons.get(id)) continue
    const had = newMemberCoupon(coupon, { id, memberId }, at)
    await tx.membercoupons.insert(had)
    return ok(had)
  }
  return err('COUPON_LIMIT')
}

/**
 * Gives a member a coupon from staff, whatever way customers have it; the same limits hold, and a
 * refusal rolls back. For the console.
 */
export const grantCoupon = (
  tx: Transaction,
  couponId: string,
  memberId: string,
  at: number,
): Promise<Result<MemberCouponDocument, CouponProblem>> =>
  issueCoupon(tx, couponId, { memberId, how: 'staff', isNewcomer: true }, at)

/** A plain read before another attempt: whoever is too late does not stand in the others' way. */
export async function isCouponLeft(couponId: string): Promise<boolean> {
  return ((await db.coupons.get(couponId))?.left ?? 0) > 0
}

/** With the count already taken; staff may give what customers can only claim or type. */
function problemOf(
  { isOn, startsAt, endsAt, left, how: intended, audience }: CouponDocument,
  how: CouponDocument['how'],
  isNewcomer: boolean,
  at: number,
): CouponProblem | undefined {
  if (how !== 'staff' && how !== intended) return 'COUPON_NOT_FOUND'
  if (!isOn || endsAt <= at || startsAt > at) return 'COUPON_ENDED'
  if (left < 0) return 'COUPON_GONE'
  return audience === 'newcomer' && !isNewcomer ? 'COUPON_NEWCOMERS_ONLY' : undefined
}

const newMemberCoupon = (
  { _id: couponId, name, rule, canGive, validDays, validUntil }: CouponDocument,
  { id, memberId }: { id: string; memberId: string },
  at: number,
): MemberCouponDocument => ({
  _id: id,
  couponId,
  memberId,
  state: 'open',
  name,
  rule,
  canGive,
  validFrom: at,
  validUntil: validUntilOf({ validDays, validUntil }, at),
  gotAt: at,
})

/** To the end of the last of its days in Asia/Shanghai, and never beyond the coupon's own end. */
export const validUntilOf = (
  {
    validDays,
    validUntil,
  }: Pick<CouponDocument, 'validUntil'> & { validDays?: number | undefined },
  at: number,
): number =>
  validDays === undefined ? validUntil : Math.min(validUntil, startOfShanghaiDay(at, validDays + 1))
