import type { AppContract } from '../../../shared/contract'
import type { OutputOf } from '../../../shared/contract/define'
import type { CouponOffer } from '../../../shared/contract/loyalty'
import { couponWords, promotionWords, writeWords } from '../../../shared/domain/promotion/words'
import type { Writing } from '../../../shared/domain/promotion/words'
import type { MessageTexts } from '../../../shared/messages/messages'
import { toTicket, untilText } from '../../lib/coupon-words'
import type { Ticket } from '../../lib/coupon-words'
import { fill } from '../../lib/language'
import { priceText } from '../../lib/price-text'

export type ProductOffers = OutputOf<AppContract['loyalty.listProductOffers']>
type Texts = Pick<MessageTexts, 'coupons' | 'flashSale' | 'groupBuy' | 'orders' | 'promotion'>

export interface OffersView {
  /** The sale the chosen SKU is in. */
  flash: { name: string; until: number; note: string } | null
  /** A few words for each coupon, then all of them as tickets. */
  couponChips: { id: string; text: string }[]
  tickets: TicketRow[]
  lines: { id: string; kind: string; text: string; until: string }[]
  groups: GroupRow[]
  groupsHead: string
}

export interface TicketRow {
  couponId: string
  ticket: Ticket
  note: string
  button: string
  canClaim: boolean
  faded: boolean
}

export interface GroupRow {
  groupId: string
  initial: string
  avatar: string
  name: string
  missing: string
  until: number
  button: string
  isMine: boolean
}

const mostChips = 3
const mostGroups = 3

export function toOffersView(offers: ProductOffers, skuId: string, t: Texts): OffersView {
  const writing: Writing = { texts: t.promotion, fill, price: (fen) => priceText(fen) }
  const claimable = offers.coupons.filter(({ state, mine }) => state === 'open' || mine > 0)
  return {
    flash: flashOf(offers, skuId, t.flashSale),
    couponChips: claimable
      .slice(0, mostChips)
      .map(({ couponId, benefit, fromFen, stacksWithPromotions }) => {
        const words = couponWords({ benefit, fromFen, scope: {}, stacksWithPromotions })
        return { id: couponId, text: writeWords(words, writing)[0] ?? '' }
      }),
    tickets: offers.coupons.map((coupon) => toTicketRow(coupon, offers.now, t)),
    lines: offers.promotions.map(({ promotionId, name, rule, endsAt }) => ({
      id: promotionId,
      kind: name,
      text: writeWords(promotionWords(rule), writing).join(t.coupons.factSeparator),
      until: untilText(endsAt, offers.now, t),
    })),
    groups: offers.groups.slice(0, mostGroups).map((group) => ({
      groupId: group.groupId,
      initial: group.starter.initial,
      avatar: group.starter.avatar ?? '',
      name: group.starter.nickname || t.groupBuy.someone,
      missing: fill(t.groupBuy.missing, { count: group.placesLeft }),
      until: group.expiresAt,
      button: group.isMine ? t.groupBuy.mineHere : t.groupBuy.goJoin,
      isMine: group.isMine,
    })),
    groupsHead: fill(t.groupBuy.strip, { count: offers.groups.length }),
  }
}

function flashOf(
  { flashSale }: ProductOffers,
  skuId: string,
  t: Texts['flashSale'],
): OffersView['flash'] {
  const item = flashSale?.items.find((one) => one.skuId === skuId)
  if (!flashSale || !item) return null
  const { left, perMember, mayBuy } = item
  const note =
    left === 0
      ? t.gone
      : mayBuy === 0
        ? fill(t.boughtOut, { count: perMember })
        : fill(t.leftAndLimit, { left, count: perMember })
  return { name: flashSale.name, until: flashSale.endsAt, note }
}

function toTicketRow(coupon: CouponOffer, now: number, texts: Texts): TicketRow {
  const t = texts.coupons
  const { state, mine, validDays } = coupon
  const words = { open: t.claim, had: t.had, gone: t.gone, newcomersOnly: t.newcomersOnly }
  return {
    couponId: coupon.couponId,
    ticket: toTicket(coupon, t),
    note:
      validDays === undefined
        ? untilText(coupon.validUntil, now, texts)
        : fill(t.days, { count: validDays }),
    button: words[state],
    canClaim: state === 'open',
    faded: state !== 'open' && mine === 0,
  }
}

/** Prices by SKU. */
export type SkuPrices = Record<string, number>

/** What SKUs cost in a sale that is on, as far as this member may still have them for that. */
export function toFlashPrices({ flashSale }: ProductOffers): SkuPrices {
  const open = flashSale?.items.filter(({ left, mayBuy }) => left > 0 && mayBuy > 0) ?? []
  return Object.fromEntries(open.map(({ skuId, flashFen }) => [skuId, flashFen]))
}

/** The product page's two buttons while any of its SKUs can be bought together. */
export interface GroupButtons {
  promotionId: string
  /** Where choosing begins: the chosen SKU if it can be bought together, else one that can. */
  skuId: string
  prices: SkuPrices
  alone: string
  together: string
}

export function toGroupButtons(
  { groupBuy }: ProductOffers,
  chosen: { skuId: string; priceFen: number },
  t: MessageTexts['groupBuy'],
): GroupButtons | null {
  const [cheapest] = [...(groupBuy?.items ?? [])].sort((a, b) => a.groupFen - b.groupFen)
  if (!groupBuy || !cheapest) return null
  const begin = groupBuy.items.find(({ skuId }) => skuId === chosen.skuId) ?? cheapest
  return {
    promotionId: groupBuy.promotionId,
    skuId: begin.skuId,
    prices: Object.fromEntries(groupBuy.items.map(({ skuId, groupFen }) => [skuId, groupFen])),
    alone: fill(t.alone, { price: priceText(chosen.priceFen) }),
    together: fill(t.start, { price: priceText(begin.groupFen) }),
  }
}
