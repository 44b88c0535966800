import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { couponForm } from '../../../../shared/contract/promotion-form'
import type { CouponForm } from '../../../../shared/contract/promotion-form'
import { blankCoupon, toCouponFields, toCouponForm } from './coupon-form'

const now = Date.UTC(2026, 2, 21, 1)
const form: CouponForm = {
  name: { zh: '春茶券', en: 'Spring' },
  startsAt: now,
  endsAt: now + 3_600_000,
  validUntil: now + 7_200_000,
  rule: {
    benefit: { kind: 'amountOff', offFen: 2050 },
    fromFen: 20_000,
    scope: { productIds: ['a'] },
    stacksWithPromotions: false,
  },
  how: 'claim',
  perMember: 2,
  canGive: true,
}
const edited = (change: Partial<CouponForm> = {}) => ({
  id: 'c',
  state: 'off' as const,
  isOn: false,
  updatedAt: 1,
  goods: [{ id: 'a', kind: 'product' as const, name: '雾尖' }],
  left: 3,
  issued: 0,
  form: { ...form, ...change },
})

describe('a coupon that nobody touches is sent as it was', () => {
  const cases: [string, Partial<CouponForm>][] = [
    ['to claim', {}],
    ['with a code', { how: 'code', code: 'TEA2026', validDays: 7 }],
    [
      'of percent for newcomers',
      {
        audience: 'newcomer',
        rule: { ...form.rule, benefit: { kind: 'percentOff', percentOff: 15, mostFen: 2000 } },
      },
    ],
    [
      'of delivery',
      { how: 'staff', rule: { ...form.rule, fromFen: 0, benefit: { kind: 'freeDelivery' } } },
    ],
  ]
  test.each(cases)('%s', (_name, change) => {
    const there = edited(change)
    expect(toCouponForm(toCouponFields(there))).toEqual({ form: there.form })
    expect(v.safeParse(couponForm, there.form).success).toBe(true)
  })
})

test('what is missing is said', () => {
  const fields = toCouponFields(edited())
  const problem = (change: object) => toCouponForm({ ...fields, ...change })
  expect(problem({ nameZh: '' })).toEqual({ problem: 'wrongName' })
  expect(problem({ validUntil: fields.starts })).toEqual({ problem: 'wrongDates' })
  expect(problem({ off: '' })).toEqual({ problem: 'wrongRule' })
  expect(problem({ how: 'code', code: 'ABCDEFGH23456789' })).toEqual({ problem: 'wrongCode' })
  expect(problem({ perMember: '0' })).toEqual({ problem: 'wrongStock' })
  expect(toCouponForm({ ...blankCoupon(now), nameZh: '券' })).toEqual({ problem: 'wrongRule' })
})
