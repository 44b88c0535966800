import type { OfferTab } from '../../../shared/contract/console-promotions'
import type { CouponRule, PromotionRule } from '../../../shared/domain/promotion/promotion'
import { couponWords, promotionWords, writeWords } from '../../../shared/domain/promotion/words'
import { atShanghaiMinute, shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'
import { priceText } from '../../lib/price-text'
import { stamp } from './stamp'

/** Texts that everything about offers needs. */
export type OfferTexts = Pick<MessageTexts, 'staffPromotions' | 'promotion'>

const kindTexts = {
  amountOff: 'kindAmountOff',
  percentOff: 'kindPercentOff',
  nthItem: 'kindNthItem',
  bundlePrice: 'kindBundlePrice',
  gift: 'kindGift',
  freeDelivery: 'kindFreeDelivery',
  memberPrice: 'kindMemberPrice',
  newcomer: 'kindNewcomer',
  flashSale: 'kindFlashSale',
  groupBuy: 'kindGroupBuy',
} as const satisfies Record<PromotionRule['kind'], keyof MessageTexts['staffPromotions']>

export type PromotionKind = PromotionRule['kind']
/** In the order in which they are offered to whoever makes one. */
export const promotionKinds = Object.keys(kindTexts) as PromotionKind[]

export const isKind = (word: string | undefined): word is PromotionKind =>
  promotionKinds.some((kind) => kind === word)

export const kindText = (kind: PromotionKind, t: OfferTexts['staffPromotions']): string =>
  t[kindTexts[kind]]

export const stateText = (state: OfferTab, t: OfferTexts['staffPromotions']): string => t[state]

const writing = (t: OfferTexts) => ({ texts: t.promotion, fill, price: priceText })

/** What customers read of a promotion: "满 ¥199 减 ¥30，满 ¥399 减 ¥80". */
export const ruleSentence = (rule: PromotionRule, t: OfferTexts): string =>
  writeWords(promotionWords(rule), writing(t)).join(t.staffPromotions.factSeparator)

export const couponSentence = (rule: CouponRule, t: OfferTexts): string =>
  writeWords(couponWords(rule), writing(t)).join(t.staffPromotions.factSeparator)

const mostNames = 3

/** "绿茶、白茶可用", or that it is for everything. */
export function scopeText(names: readonly string[], t: OfferTexts['staffPromotions']): string {
  if (names.length === 0) return t.everything
  const shown = names.slice(0, mostNames).join(t.nameSeparator)
  const some =
    names.length > mostNames ? fill(t.more, { names: shown, count: names.length }) : shown
  return fill(t.forSome, { names: some })
}

export const timeText = (
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  t: OfferTexts['staffPromotions'],
): string => fill(t.until, { from: stamp(startsAt), to: stamp(endsAt) })

/** An instant as the date and time pickers have it, in China. */
export interface Moment {
  date: string
  time: string
}

export const momentOf = (at: number): Moment => {
  const [date = '', time = ''] = shanghaiMinute(at).split(' ')
  return { date, time }
}

/** The instant of what was picked; undefined for what is none. */
export const instantOf = ({ date, time }: Moment): number | undefined => {
  const at = atShanghaiMinute(date, time)
  return Number.isNaN(at) ? undefined : at
}
