import type { Adjustment, Fulfilment, Shortage } from '../../../../shared/contract/order-parts'
import type {
  DeliveryProblem,
  PickupStore,
  Quote,
  QuoteCoupon,
  QuoteLine,
} from '../../../../shared/contract/quote'
import { couponWords, writeWords } from '../../../../shared/domain/promotion/words'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { quoteChanges } from '../../../../shared/domain/quote-changes'
import { kindTexts } from '../../../lib/adjustment-words'
import { fill } from '../../../lib/language'
import { groupedText, priceText } from '../../../lib/price-text'

type Texts = Pick<MessageTexts, 'checkout' | 'promotion'>

interface Row {
  key: string
  label: string
  amount: string
  isOff: boolean
}

interface CouponRow {
  id: string
  name: string
  worth: string
  /** What it takes off, or why it is not used. */
  state: string
  isUsed: boolean
  canUse: boolean
}

interface Switch {
  id: string
  label: string
  line: string
  isOn: boolean
}

export interface CheckoutView {
  /** Street first: it is what one checks. */
  address?: { place: string; person: string }
  ways: { fulfilment: Fulfilment; label: string; isChosen: boolean }[]
  isPickup: boolean
  stores: (PickupStore & { isChosen: boolean })[]
  /** Why the chosen way cannot be taken. */
  problem: string
  lines: (QuoteLine & { place: number; times: string; isChanged: boolean; isGift: boolean })[]
  /** Selected goods and gifts that are not in this order, one sentence a line. */
  missing: string
  wayLabel: string
  promise: string
  couponText: string
  coupons: CouponRow[]
  /** Points, balance and gift cards that could be used. */
  switches: Switch[]
  rows: Row[]
  /** What is left for WeChat Pay. */
  payableFen: number
  savedText: string
  isPaidAtOnce: boolean
}

/** `before` is the quote shown until now; lines that cost something else are marked. */
export function toCheckoutView(quote: Quote, t: Texts, before?: Quote): CheckoutView {
  const { address, fulfilment, storeId, means, savedFen } = quote
  const words = t.checkout
  const changes = before && quoteChanges(before, quote)
  const problem = quote.ways.find((way) => way.fulfilment === fulfilment)?.problem
  const usable = quote.coupons.filter(isUsable)
  const offFen = quote.coupons.reduce((sum, coupon) => sum + (coupon.offFen ?? 0), 0)
  return {
    ...(address
      ? {
          address: {
            place: `${address.district} ${address.street}`.trim(),
            person: `${address.name} ${address.phone}`,
          },
        }
      : {}),
    ways: quote.ways.map((way) => ({
      fulfilment: way.fulfilment,
      label: words[way.fulfilment],
      isChosen: way.fulfilment === fulfilment,
    })),
    isPickup: fulfilment === 'pickup',
    stores: quote.stores.map((store) => ({ ...store, isChosen: store.id === storeId })),
    problem: problem ? problemText(problem, words) : '',
    lines: quote.lines.map((line, place) => ({
      ...line,
      place,
      isGift: line.isGift === true,
      times: fill(words.times, { count: line.quantity }),
      isChanged:
        line.isGift !== true && !!changes?.prices.some(({ skuId }) => skuId === line.skuId),
    })),
    missing: missingText(quote, words),
    wayLabel: words[fulfilment],
    // It is about parcels.
    promise: fulfilment === 'carrier' ? quote.promise : '',
    couponText:
      offFen > 0
        ? priceText(-offFen, 'always')
        : usable.length > 0
          ? fill(words.couponsCount, { count: usable.length })
          : words.couponsNone,
    coupons: quote.coupons.map((coupon) => toCouponRow(coupon, t)),
    switches: switchesOf(quote, words),
    rows: rowsOf(quote, t),
    payableFen: means.wechatFen,
    savedText: savedFen > 0 ? fill(words.saved, { amount: priceText(savedFen, 'always') }) : '',
    isPaidAtOnce: means.wechatFen === 0,
  }
}

function missingText({ shortages, missingGifts }: Quote, t: Texts['checkout']): string {
  const names = missingGifts.join(t.nameSeparator)
  const gifts = names === '' ? [] : [fill(t.missingGift, { names })]
  return [...(shortages.length > 0 ? [shortageText({ lines: shortages }, t)] : []), ...gifts].join(
    '\n',
  )
}

const problemText = (problem: DeliveryProblem, t: Texts['checkout']): string =>
  ({ region: t.outOfRegion, city: t.outOfCity, store: t.noStore })[problem]

const isUsable = ({ isUsed, reason }: QuoteCoupon): boolean =>
  isUsed || reason === 'worse' || reason === 'notChosen'

function toCouponRow(coupon: QuoteCoupon, t: Texts): CouponRow {
  const { id, name, benefit, fromFen, isUsed, offFen, reason, missingFen } = coupon
  const writing = { texts: t.promotion, fill, price: priceText }
  const rule = { benefit, fromFen, scope: {}, stacksWithPromotions: true }
  const reasons = {
    threshold: fill(t.promotion.couponThreshold, { missing: priceText(missingFen ?? 0) }),
    scope: t.promotion.couponScope,
    notYet: t.promotion.couponNotYet,
    expired: t.promotion.couponExpired,
    doesNotStack: t.promotion.couponDoesNotStack,
    worse: t.promotion.couponWorse,
    notChosen: t.promotion.couponNotChosen,
  }
  return {
    id,
    name,
    worth: writeWords(couponWords(rule), writing).join(t.checkout.comma),
    state: isUsed ? (offFen ? priceText(-offFen, 'always') : '') : reason ? reasons[reason] : '',
    isUsed,
    canUse: isUsable(coupon),
  }
}

function switchesOf(quote: Quote, t: Texts['checkout']): Switch[] {
  const { points, balance, giftcards } = quote
  const switches: Switch[] = []
  if (points)
    switches.push({
      id: 'points',
      label: fill(t.pointsUse, {
        points: groupedText(points.points),
        amount: priceText(points.offFen),
      }),
      line: fill(t.pointsHave, { points: groupedText(points.balance) }),
      isOn: points.isUsed,
    })
  if (balance)
    switches.push({
      id: 'balance',
      label: t.balance,
      line: fill(t.balanceHave, { amount: priceText(balance.haveFen, 'always') }),
      isOn: balance.usedFen > 0,
    })
  for (const { cardId, leftFen, usedFen } of giftcards)
    switches.push({
      id: cardId,
      label: fill(t.giftcard, { tail: cardId.slice(-4) }),
      line: fill(t.balanceHave, { amount: priceText(leftFen, 'always') }),
      isOn: usedFen > 0,
    })
  return switches
}

/** The sum line by line: goods, everything added or taken off, and by what it is paid. */
function rowsOf(quote: Quote, t: Texts): Row[] {
  const { means, adjustments, goodsFen, count, deliveryFen } = quote
  const words = t.checkout
  const row = (key: string, label: string, fen: number): Row => ({
    key,
    label,
    amount: priceText(fen, 'always'),
    isOff: fen < 0,
  })
  const hasDelivery = adjustments.some(({ kind }) => kind === 'delivery')
  return [
    row('goods', fill(words.goods, { count }), goodsFen),
    ...adjustments.map((adjustment, index) =>
      row(`${adjustment.kind}-${index}`, adjustmentLabel(adjustment, t), adjustment.amountFen),
    ),
    ...(hasDelivery || deliveryFen > 0
      ? []
      : [{ key: 'free', label: words.deliveryFee, amount: words.free, isOff: false }]),
    ...(means.balanceFen > 0 ? [row('balance', words.byBalance, -means.balanceFen)] : []),
    ...(means.giftcardFen > 0 ? [row('giftcard', words.byGiftcard, -means.giftcardFen)] : []),
  ]
}

/** What kind it is, with the promotion's or coupon's own name behind it. */
function adjustmentLabel({ kind, name }: Adjustment, t: Texts): string {
  const word = t.promotion[kindTexts[kind]]
  return name === undefined ? word : fill(t.checkout.namedOffer, { kind: word, name })
}

/** Says what made the total another one than the customer has seen: one thing, and how many more. */
export function priceNews(before: Quote, now: Quote, t: Texts['checkout']): string {
  const { prices, offers, delivery } = quoteChanges(before, now)
  const amount = (fen: number) => priceText(fen, 'always')
  const said = [
    ...prices.map(({ name, beforeFen, nowFen }) =>
      fill(t.newPrice, { name, before: amount(beforeFen), now: amount(nowFen) }),
    ),
    ...offers.map(({ name, beforeFen, nowFen }) =>
      nowFen === 0
        ? fill(t.lostOffer, { name })
        : fill(t.smallerOffer, { name, amount: amount(beforeFen - nowFen) }),
    ),
    ...(delivery
      ? [
          fill(t.newDelivery, {
            before: amount(delivery.beforeFen),
            now: amount(delivery.nowFen),
          }),
        ]
      : []),
  ]
  const [first, ...more] = said
  if (first === undefined) return t.priceChanged
  return fill(more.length > 0 ? t.newsAndMore : t.news, { first, count: more.length })
}

/** Which goods are missing, one sentence each. */
export const shortageText = ({ lines }: Shortage, t: Texts['checkout']): string =>
  lines
    .map(({ name, problem, available }) => {
      const sentence = { soldOut: t.soldOutLine, short: t.shortLine, off: t.offLine }[problem]
      return fill(sentence, { name, count: available })
    })
    .join('\n')
