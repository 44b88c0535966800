import type { Quote } from '../contract/quote'

/** A product that costs something else than the customer has seen, a piece. */
interface ChangedPrice {
  skuId: string
  name: string
  beforeFen: number
  nowFen: number
}

/** An offer that takes off less than the customer has seen, or nothing any more. */
interface LostOffer {
  name: string
  beforeFen: number
  nowFen: number
}

/** What of a new quote explains that its total is another one. */
interface QuoteChanges {
  /** In the order of the new quote's lines; gifts are not among them. */
  prices: ChangedPrice[]
  /** Promotions and coupons, the greatest loss first. */
  offers: LostOffer[]
  /** What delivery costs, with what is taken off it. */
  delivery?: { beforeFen: number; nowFen: number }
}

type Seen = Pick<Quote, 'lines' | 'adjustments' | 'deliveryFen'>

/**
 * Compares the quote a customer has seen with the one in `PRICE_CHANGED`, so that it can be said
 * what is not as it was.
 */
export function quoteChanges(before: Seen, now: Seen): QuoteChanges {
  const { deliveryFen: beforeFen } = before
  const { deliveryFen: nowFen } = now
  return {
    prices: changedPrices(before, now),
    offers: lostOffers(before, now),
    ...(beforeFen === nowFen ? {} : { delivery: { beforeFen, nowFen } }),
  }
}

function changedPrices(before: Seen, now: Seen): ChangedPrice[] {
  const seen = new Map(boughtOf(before).map(({ skuId, priceFen }) => [skuId, priceFen]))
  return boughtOf(now).flatMap(({ skuId, name, priceFen }) => {
    const beforeFen = seen.get(skuId)
    return beforeFen === undefined || beforeFen === priceFen
      ? []
      : [{ skuId, name, beforeFen, nowFen: priceFen }]
  })
}

const boughtOf = ({ lines }: Seen) => lines.filter(({ isGift }) => !isGift)

/** Delivery has its own line, and offers without a name cannot be named. */
function lostOffers(before: Seen, now: Seen): LostOffer[] {
  const left = offersOf(now)
  return [...offersOf(before)]
    .map(([sourceId, { name, offFen }]) => ({
      name,
      beforeFen: offFen,
      nowFen: left.get(sourceId)?.offFen ?? 0,
    }))
    .filter(({ beforeFen, nowFen }) => nowFen < beforeFen)
    .sort((a, b) => b.beforeFen - b.nowFen - (a.beforeFen - a.nowFen))
}

/** What each promotion and coupon takes off, by its id; it may do so in several adjustments. */
function offersOf({ adjustments }: Seen): Map<string, { name: string; offFen: number }> {
  const offers = new Map<string, { name: string; offFen: number }>()
  for (const { sourceId, name, amountFen } of adjustments) {
    if (sourceId === undefined || name === undefined) continue
    const offFen = (offers.get(sourceId)?.offFen ?? 0) - amountFen
    offers.set(sourceId, { name, offFen })
  }
  return offers
}
