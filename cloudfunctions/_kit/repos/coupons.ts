import { command } from '../cloud'
import { db } from '../db'
import type { CouponDocument } from '../documents/loyalty'

/** Coupons that can be had now by claiming, those that end soonest first. */
export async function listClaimableCoupons(at: number, limit: number): Promise<CouponDocument[]> {
  const coupons = await db.coupons.find({
    index: 'running',
    where: { isOn: true, endsAt: command.gt(at), startsAt: command.lte(at), how: 'claim' },
    order: [
      ['endsAt', 1],
      ['_id', 1],
    ],
    limit,
  })
  return coupons
}

/** The coupon that is had by this code, upper case. */
export async function couponByCode(code: string): Promise<CouponDocument | undefined> {
  return (await db.coupons.find({ index: 'code', where: { code }, limit: 1 }))[0]
}

/** Whether there is any coupon at all. */
export async function anyCoupon(): Promise<boolean> {
  const coupons = await db.coupons.find({
    index: 'newest',
    where: {},
    order: [
      ['createdAt', -1],
      ['_id', -1],
    ],
    only: ['_id'],
    limit: 1,
  })
  return coupons.length > 0
}
