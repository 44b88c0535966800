import type { CouponRow, PromotionRow } from '../../../../shared/contract/console-promotions'
import { fill } from '../../../lib/language'
import { couponSentence, kindText, ruleSentence, scopeText, timeText } from '../offer-words'
import type { OfferTexts } from '../offer-words'

export interface OfferRowView {
  id: string
  name: string
  /** What kind it is, or how it is had. */
  tag: string
  sentence: string
  scope: string
  time: string
  /** How much of it is left. */
  left: string
}

const ofPromotion = (row: PromotionRow, t: OfferTexts): OfferRowView => ({
  id: row.id,
  name: row.name,
  tag: kindText(row.rule.kind, t.staffPromotions),
  sentence: ruleSentence(row.rule, t),
  scope:
    row.rule.kind === 'flashSale' || row.rule.kind === 'groupBuy'
      ? ''
      : scopeText(row.scope, t.staffPromotions),
  time: timeText(row, t.staffPromotions),
  left: row.flash ? fill(t.staffPromotions.flashLeft, row.flash) : '',
})

const ofCoupon = (row: CouponRow, t: OfferTexts): OfferRowView => ({
  id: row.id,
  name: row.name,
  tag: howText(row, t.staffPromotions),
  sentence: couponSentence(row.rule, t),
  scope: scopeText(row.scope, t.staffPromotions),
  time: timeText(row, t.staffPromotions),
  left: fill(t.staffPromotions.couponLeft, { left: row.left, issued: row.issued }),
})

/** A promotion or a coupon in a few lines. */
export const toOfferRow = (row: PromotionRow | CouponRow, t: OfferTexts): OfferRowView =>
  'how' in row ? ofCoupon(row, t) : ofPromotion(row, t)

function howText({ how, code = '' }: CouponRow, t: OfferTexts['staffPromotions']): string {
  if (how === 'code') return fill(t.howCodeIs, { code })
  return how === 'claim' ? t.howClaim : t.howStaff
}
