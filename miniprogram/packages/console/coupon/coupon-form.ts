import type { EditedCoupon } from '../../../../shared/contract/console-promotions'
import type { CouponForm } from '../../../../shared/contract/promotion-form'
import type { CouponRule } from '../../../../shared/domain/promotion/promotion'
import { fenOf, wholeOf, yuanField } from '../money-field'
import { blankOffer, commonOf, offerFieldsOf, scopeOf, thresholdOf } from '../offer-fields'
import type { OfferFields, OfferProblem } from '../offer-fields'
import { instantOf, momentOf } from '../offer-words'
import type { Moment } from '../offer-words'

type Benefit = CouponRule['benefit']['kind']

/** A coupon as it is typed. */
export interface CouponFields extends OfferFields {
  how: CouponForm['how']
  code: string
  benefit: Benefit
  off: string
  percent: string
  most: string
  from: string
  stock: string
  perMember: string
  validDays: string
  validUntil: Moment
  canGive: boolean
  stacks: boolean
  isForNewcomers: boolean
}

export type CouponProblem = OfferProblem | 'wrongRule' | 'wrongCode' | 'wrongStock'

const monthMs = 30 * 86_400_000

export function blankCoupon(now: number): CouponFields {
  const offer = blankOffer(now)
  return {
    ...offer,
    how: 'claim',
    code: '',
    benefit: 'amountOff',
    off: '',
    percent: '',
    most: '',
    from: '',
    stock: '',
    perMember: '1',
    validDays: '',
    validUntil: momentOf((instantOf(offer.ends) ?? now) + monthMs),
    canGive: false,
    stacks: true,
    isForNewcomers: false,
  }
}

export function toCouponFields({ form, goods }: EditedCoupon): CouponFields {
  const { rule, how, code = '', perMember, validDays, validUntil, canGive, audience } = form
  const { benefit, fromFen, scope, stacksWithPromotions } = rule
  return {
    ...blankCoupon(form.startsAt),
    ...offerFieldsOf({ ...form, scope }, goods),
    how,
    code,
    benefit: benefit.kind,
    off: benefit.kind === 'amountOff' ? yuanField(benefit.offFen) : '',
    percent: benefit.kind === 'percentOff' ? String(benefit.percentOff) : '',
    most: benefit.kind === 'percentOff' ? yuanField(benefit.mostFen) : '',
    from: yuanField(fromFen),
    perMember: String(perMember),
    validDays: validDays === undefined ? '' : String(validDays),
    validUntil: momentOf(validUntil),
    canGive,
    stacks: stacksWithPromotions,
    isForNewcomers: audience === 'newcomer',
  }
}

function benefitOf({
  benefit,
  off,
  percent,
  most,
}: CouponFields): CouponRule['benefit'] | undefined {
  switch (benefit) {
    case 'amountOff': {
      const offFen = fenOf(off)
      return offFen === undefined ? undefined : { kind: benefit, offFen }
    }
    case 'percentOff': {
      const percentOff = wholeOf(percent) ?? 0
      const mostFen = most === '' ? undefined : fenOf(most)
      if (percentOff < 1 || percentOff > 99 || (most !== '' && mostFen === undefined))
        return undefined
      return { kind: benefit, percentOff, ...(mostFen === undefined ? {} : { mostFen }) }
    }
    case 'freeDelivery':
      return { kind: benefit }
  }
}

/** What the coupon does; undefined while a number is missing. */
export function couponRuleOf(fields: CouponFields): CouponRule | undefined {
  const benefit = benefitOf(fields)
  const fromFen = thresholdOf(fields.from)
  if (!benefit || fromFen === undefined) return undefined
  return { benefit, fromFen, scope: scopeOf(fields), stacksWithPromotions: fields.stacks }
}

/** The coupon as it is sent, or what is wrong with it. */
export function toCouponForm(
  fields: CouponFields,
): { form: CouponForm } | { problem: CouponProblem } {
  const common = commonOf(fields)
  if ('problem' in common) return common
  const { name, startsAt, endsAt } = common
  const rule = couponRuleOf(fields)
  if (!rule) return { problem: 'wrongRule' }
  const code = fields.code.trim().toUpperCase()
  const isCode = fields.how === 'code'
  if (isCode && !/^(?!.{16}$)[A-Z0-9]{4,20}$/.test(code)) return { problem: 'wrongCode' }
  const perMember = wholeOf(fields.perMember) ?? 0
  const validDays = fields.validDays === '' ? undefined : wholeOf(fields.validDays)
  const validUntil = instantOf(fields.validUntil)
  if (perMember < 1 || perMember > 20) return { problem: 'wrongStock' }
  if (validUntil === undefined || validUntil < endsAt || validDays === 0)
    return { problem: 'wrongDates' }
  return {
    form: {
      name,
      startsAt,
      endsAt,
      rule,
      how: fields.how,
      ...(isCode ? { code } : {}),
      perMember,
      ...(validDays === undefined ? {} : { validDays }),
      validUntil,
      canGive: fields.canGive,
      ...(fields.isForNewcomers ? { audience: 'newcomer' as const } : {}),
    },
  }
}
