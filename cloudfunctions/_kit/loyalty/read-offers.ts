import type {
  FlashStock,
  MemberCoupon,
  Promotion,
} from '../../../shared/domain/promotion/promotion'
import { releaseExpired } from '../orders/abandon-order'
import type { Run } from '../outbox/run'
import { listOpenCoupons } from '../repos/member-coupons'
import { readFlashStock } from './flash-stock'
import { isForNewcomers, isNewcomer } from './newcomer'
import { hasCoupons, runningPromotions } from './running-promotions'

/** All that may change the price of a basket for one member. */
export interface Offers {
  /** Those that are on and whose time has come. */
  promotions: Promotion[]
  /** What the member can spend now. */
  coupons: MemberCoupon[]
  /** Of the flash sales that are on, for the SKUs asked about. */
  flashStock: FlashStock[]
  isNewcomer: boolean
}

/** Those of them that have nothing to do with what is bought. */
type MemberOffers = Omit<Offers, 'flashStock'>

/**
 * Reads what every price of a member's depends on, whatever is bought. Promotions are at most 30
 * seconds old; coupons and what the member bought are as they are now. A company without
 * promotions and coupons pays nothing for it, and nobody does for coupons that are not wanted.
 */
export async function readMemberOffers(
  memberId: string,
  { now }: Run,
  withCoupons = true,
): Promise<MemberOffers> {
  const [promotions, isAnyCoupon] = await Promise.all([
    runningPromotions(now),
    withCoupons && hasCoupons(),
  ])
  const [coupons, newcomer] = await Promise.all([
    isAnyCoupon ? listOpenCoupons(memberId, now) : [],
    promotions.some(isForNewcomers) && isNewcomer(memberId),
  ])
  return {
    promotions,
    coupons: coupons.map(({ _id, name, rule, validFrom, validUntil }) => ({
      id: _id,
      name,
      rule,
      validFrom,
      validUntil,
    })),
    isNewcomer: newcomer,
  }
}

/**
 * What the flash sales that are on have left of these SKUs now. Pieces that orders hold whose time
 * to pay ran out are free, whether or not the sweep came by.
 */
export async function readFlash(
  memberId: string,
  skuIds: readonly string[],
  promotions: readonly Promotion[],
  run: Run,
): Promise<FlashStock[]> {
  const stock = await readFlashStock(memberId, skuIds, promotions)
  const gone = stock.filter(({ left }) => left <= 0).map(({ skuId }) => skuId)
  if (gone.length === 0 || (await releaseExpired(gone, run)) === 0) return stock
  return readFlashStock(memberId, skuIds, promotions)
}
