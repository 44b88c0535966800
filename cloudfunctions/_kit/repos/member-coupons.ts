import type { CouponTab } from '../../../shared/contract/loyalty'
import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { MemberCouponDocument } from '../documents/loyalty'

const soonestFirst = [
  ['validUntil', 1],
  ['_id', 1],
] as const

/** What a member can spend at this instant or later, what ends soonest first; at most 100. */
export async function listOpenCoupons(
  memberId: string,
  at: number,
): Promise<MemberCouponDocument[]> {
  const coupons = await db.membercoupons.find({
    index: 'memberState',
    where: { memberId, state: 'open', validUntil: command.gt(at) },
    order: soonestFirst,
    limit: 100,
  })
  return coupons.filter(({ giftToken }) => giftToken === undefined)
}

/** How many a member can spend at this instant. */
export const countOpenCoupons = (memberId: string, at: number): Promise<number> =>
  db.membercoupons.count({
    index: 'memberState',
    where: { memberId, state: 'open', validUntil: command.gt(at) },
  })

/** The coupon that waits, or waited, to be taken with this secret. */
export async function couponByGift(giftToken: string): Promise<MemberCouponDocument | undefined> {
  const found = await db.membercoupons.find({ index: 'giftToken', where: { giftToken }, limit: 1 })
  return found[0]
}

const newestFirst = [
  ['validUntil', -1],
  ['_id', -1],
] as const

/**
 * A member's coupons: those that can be spent or belong to an unpaid order, what ends soonest
 * first; those that are spent or given away; those whose time is over.
 */
export function pageMemberCoupons(
  { memberId, tab, at, limit }: { memberId: string; tab: CouponTab; at: number; limit: number },
  cursor: string | undefined,
): Promise<Page<MemberCouponDocument>> {
  const where = {
    usable: { memberId, state: command.in(['open', 'held']), validUntil: command.gt(at) },
    used: { memberId, state: command.in(['used', 'given']) },
    expired: { memberId, state: 'open' as const, validUntil: command.lte(at) },
  }[tab]
  const order = tab === 'usable' ? soonestFirst : newestFirst
  return db.membercoupons.page({ index: 'memberState', where, order, limit }, cursor)
}
