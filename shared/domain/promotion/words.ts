import type { promotion } from '../../messages/promotion'
import type { CouponRule, NextTier, PercentOff, PromotionRule } from './promotion'

type PromotionTextKey = keyof (typeof promotion)['zh-CN']

/** A statement about an offer: which text says it, and what the text needs. */
export interface PromotionWord {
  key: PromotionTextKey
  /** Money by its place in the text, in fen; the page writes it as a price. */
  fen?: Record<string, number>
  /** Numbers and words by their place in the text. */
  plain?: Record<string, number | string>
}

/** How a page writes: its texts in one language, how it fills a text and how it writes a price. */
export interface Writing {
  texts: Record<PromotionTextKey, string>
  fill: (text: string, values: Record<string, string | number>) => string
  price: (fen: number) => string
}

/** 20 percent off is "8" in Chinese, 15 percent "8.5": what is paid, in tenths. */
const reduction = (percent: number) => ({ percent, fold: String((100 - percent) / 10) })

const ordinalEndings = ['th', 'st', 'nd', 'rd']
const ordinal = (nth: number): string => {
  const isTeen = Math.floor((nth % 100) / 10) === 1
  return `${nth}${(isTeen ? undefined : ordinalEndings[nth % 10]) ?? 'th'}`
}

function percentWords({ tiers, mostFen }: PercentOff): PromotionWord[] {
  const words = tiers.map(({ fromFen = 0, fromCount = 0, percentOff }): PromotionWord => {
    const plain = reduction(percentOff)
    if (fromFen > 0 && fromCount > 1)
      return {
        key: 'percentOffBoth',
        fen: { from: fromFen },
        plain: { ...plain, count: fromCount },
      }
    if (fromFen > 0) return { key: 'percentOff', fen: { from: fromFen }, plain }
    if (fromCount > 1) return { key: 'percentOffCount', plain: { ...plain, count: fromCount } }
    return { key: 'percentOffAny', plain }
  })
  return mostFen === undefined ? words : [...words, { key: 'atMost', fen: { most: mostFen } }]
}

function fromPrices(
  key: 'flashSale' | 'groupBuy',
  items: readonly { priceFen: number }[],
  plain: Record<string, number> = {},
): PromotionWord[] {
  if (items.length === 0) return []
  const prices = items.map(({ priceFen }) => priceFen)
  const lowest = Math.min(...prices)
  const isOne = prices.every((fen) => fen === lowest)
  return [{ key: isOne ? `${key}One` : key, fen: { price: lowest }, plain }]
}

/** What a promotion does: a statement for each of its tiers, in their order, and for its limit. */
export function promotionWords(rule: PromotionRule): PromotionWord[] {
  switch (rule.kind) {
    case 'amountOff':
      return rule.tiers.map(({ fromFen, offFen }): PromotionWord =>
        fromFen > 0
          ? {
              key: rule.repeats ? 'amountOffRepeats' : 'amountOff',
              fen: { from: fromFen, off: offFen },
            }
          : { key: 'amountOffAny', fen: { off: offFen } },
      )
    case 'percentOff':
      return percentWords(rule)
    case 'nthItem': {
      const { nth, percentOff } = rule
      if (nth === 2 && percentOff === 50) return [{ key: 'secondHalf' }]
      const plain = { nth, ordinal: ordinal(nth) }
      return percentOff === 100
        ? [{ key: 'nthFree', plain }]
        : [{ key: 'nthOff', plain: { ...plain, ...reduction(percentOff) } }]
    }
    case 'bundlePrice':
      return [{ key: 'bundlePrice', fen: { price: rule.priceFen }, plain: { count: rule.count } }]
    case 'gift':
      return rule.fromFen > 0
        ? [{ key: 'gift', fen: { from: rule.fromFen }, plain: { count: rule.quantity } }]
        : [{ key: 'giftAny', plain: { count: rule.quantity } }]
    case 'freeDelivery':
      return [freeDelivery(rule.fromFen)]
    case 'memberPrice':
      return rule.percentOff === undefined
        ? [{ key: 'memberPrice' }]
        : [{ key: 'memberPercent', plain: reduction(rule.percentOff) }]
    case 'newcomer':
      return rule.fromFen > 0
        ? [{ key: 'newcomer', fen: { from: rule.fromFen, off: rule.offFen } }]
        : [{ key: 'newcomerAny', fen: { off: rule.offFen } }]
    case 'flashSale':
      return fromPrices('flashSale', rule.items)
    case 'groupBuy':
      return fromPrices('groupBuy', rule.items, { count: rule.size })
  }
}

const freeDelivery = (fromFen: number): PromotionWord =>
  fromFen > 0 ? { key: 'freeDelivery', fen: { from: fromFen } } : { key: 'freeDeliveryAny' }

/** What a coupon does. */
export function couponWords({ benefit, fromFen }: CouponRule): PromotionWord[] {
  switch (benefit.kind) {
    case 'amountOff':
      return promotionWords({ kind: 'amountOff', tiers: [{ fromFen, offFen: benefit.offFen }] })
    case 'percentOff': {
      const { percentOff, mostFen } = benefit
      const tiers = [{ fromFen, percentOff }]
      return percentWords({
        kind: 'percentOff',
        tiers,
        ...(mostFen === undefined ? {} : { mostFen }),
      })
    }
    case 'freeDelivery':
      return [freeDelivery(fromFen)]
  }
}

/** The statements as a page shows them, one text each. */
export const writeWords = (words: readonly PromotionWord[], writing: Writing): string[] =>
  words.map(({ key, fen = {}, plain = {} }) => {
    const prices = Object.entries(fen).map(([place, amount]) => [place, writing.price(amount)])
    return writing.fill(writing.texts[key], { ...plain, ...Object.fromEntries(prices) })
  })

/** "¥20 more: ¥30 off from ¥199": the nearest tier of an offer, in one text. */
export function writeNextTier(next: NextTier, rule: PromotionRule, writing: Writing): string {
  const words = promotionWords(rule)
  const offer = writeWords(words.slice(next.tier, next.tier + 1), writing).join('')
  const { missingFen, missingCount } = next
  return missingCount === undefined
    ? writing.fill(writing.texts.nextFen, { missing: writing.price(missingFen ?? 0), offer })
    : writing.fill(writing.texts.nextCount, { missing: missingCount, offer })
}
