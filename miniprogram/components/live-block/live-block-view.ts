import type { AppContract } from '../../../shared/contract'
import type { OutputOf } from '../../../shared/contract/define'
import type { CouponOffer } from '../../../shared/contract/loyalty'
import type { Plate } from '../../../shared/contract/catalog'
import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'
import { priceText } from '../../lib/price-text'

type Texts = MessageTexts['home']

/** A product in an offer, as its small card shows it. */
export interface OfferCard {
  id: string
  productId: string
  name: string
  picture: string
  plate: Plate
  fen: number
  wasFen: number
  note: string
}

/** A coupon that can be claimed. */
export interface CouponCard {
  id: string
  worth: string
  threshold: string
  name: string
  canClaim: boolean
  label: string
}

const mostCards = 12
const dayMs = 86_400_000

/** What a flash sale has left, with when it ends. */
export function toFlashCards(
  { now, sales }: OutputOf<AppContract['loyalty.listFlashSales']>,
  t: Texts,
): { cards: OfferCard[]; note: string } {
  const running = sales.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now)
  const cards = running.flatMap(({ promotionId, items }) =>
    items.map(({ skuId, productId, name, picture, plate, flashFen, priceFen, left }) => ({
      id: `${promotionId}:${skuId}`,
      productId,
      name,
      picture,
      plate,
      fen: flashFen,
      wasFen: priceFen,
      note: left === 0 ? t.flashGone : fill(t.flashLeft, { count: left }),
    })),
  )
  const endsAt = Math.min(...running.map((sale) => sale.endsAt))
  return {
    cards: cards.slice(0, mostCards),
    note: running.length === 0 ? '' : untilText(endsAt, now, t),
  }
}

/** What can be bought together, by how many. */
export const toGroupCards = (
  { groupBuys }: OutputOf<AppContract['loyalty.listGroupBuys']>,
  t: Texts,
): OfferCard[] =>
  groupBuys
    .flatMap(({ promotionId, size, items }) =>
      items.map(({ skuId, productId, name, picture, plate, groupFen, priceFen }) => ({
        id: `${promotionId}:${skuId}`,
        productId,
        name,
        picture,
        plate,
        fen: groupFen,
        wasFen: priceFen,
        note: fill(t.groupOf, { count: size }),
      })),
    )
    .slice(0, mostCards)

/** Coupons in the order of the company, those that are gone left out. */
export const toCouponCards = (coupons: readonly CouponOffer[], t: Texts): CouponCard[] =>
  coupons
    .filter(({ state }) => state === 'open' || state === 'had')
    .map(({ couponId, name, benefit, fromFen, state }) => ({
      id: couponId,
      worth: worthOf(benefit, t),
      threshold: fromFen === 0 ? t.couponAny : fill(t.couponFrom, { amount: priceText(fromFen) }),
      name,
      canClaim: state === 'open',
      label: state === 'open' ? t.couponClaim : t.couponHad,
    }))

function worthOf(benefit: CouponOffer['benefit'], t: Texts): string {
  switch (benefit.kind) {
    case 'amountOff':
      return priceText(benefit.offFen)
    case 'percentOff':
      return fill(t.couponPercent, {
        percent: benefit.percentOff,
        tenths: (100 - benefit.percentOff) / 10,
      })
    case 'freeDelivery':
      return t.couponDelivery
  }
}

/** Until a time of today, else for how many days. */
function untilText(at: number, now: number, t: Texts): string {
  const days = Math.ceil((at - now) / dayMs)
  return days > 1
    ? fill(t.flashDays, { count: days })
    : fill(t.flashUntil, { time: shanghaiMinute(at).slice(11) })
}
