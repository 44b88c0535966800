import type { LineRule } from './discount'
import { amountFenOf } from './discount'
import type { CouponRule, MemberCoupon, PricingLine, UnusedCoupon } from './promotion'
import { isInScope } from './scope'
import type { Pieces } from './unit-price'

export type CouponCheck =
  { isUsable: true; pieces: Pieces[] } | ({ isUsable: false } & Omit<UnusedCoupon, 'couponId'>)

/** Whether a coupon may be used for these pieces, and for which of them; else why not. */
export function checkCoupon(
  coupon: MemberCoupon,
  now: number,
  lines: readonly PricingLine[],
  pieces: readonly Pieces[],
): CouponCheck {
  if (now < coupon.validFrom) return { isUsable: false, reason: 'notYet' }
  if (now >= coupon.validUntil) return { isUsable: false, reason: 'expired' }
  const { benefit, fromFen, scope } = coupon.rule
  const inScope = pieces.filter(({ line: index }) => {
    const line = lines[index]
    return line !== undefined && isInScope(scope, line)
  })
  if (inScope.length === 0) return { isUsable: false, reason: 'scope' }
  const joining = benefit.kind === 'freeDelivery' ? inScope : inScope.filter(({ isOpen }) => isOpen)
  if (joining.length === 0) return { isUsable: false, reason: 'doesNotStack' }
  const missingFen = fromFen - amountFenOf(joining)
  if (missingFen > 0) return { isUsable: false, reason: 'threshold', missingFen }
  return { isUsable: true, pieces: joining }
}

/** What a goods coupon does, as a rule for lines; nothing for one that pays the delivery. */
export function lineRuleOf({ benefit, fromFen }: CouponRule): LineRule | undefined {
  switch (benefit.kind) {
    case 'amountOff':
      return { kind: 'amountOff', tiers: [{ fromFen, offFen: benefit.offFen }] }
    case 'percentOff':
      return {
        kind: 'percentOff',
        tiers: [{ fromFen, percentOff: benefit.percentOff }],
        ...(benefit.mostFen === undefined ? {} : { mostFen: benefit.mostFen }),
      }
    case 'freeDelivery':
      return undefined
  }
}
