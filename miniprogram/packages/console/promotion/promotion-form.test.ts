import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import type { EditedPromotion } from '../../../../shared/contract/console-promotions'
import { promotionForm } from '../../../../shared/contract/promotion-form'
import type { PromotionForm } from '../../../../shared/contract/promotion-form'
import { blankFields, ruleOf, toFields, toForm } from './promotion-form'
import { promotionKinds } from '../offer-words'

const now = Date.UTC(2026, 2, 21, 1)
const sku = {
  id: 'a',
  kind: 'sku',
  name: '雾尖',
  options: '50 克',
  priceFen: 5800,
  stock: 9,
} as const
const edited = (
  rule: PromotionForm['rule'],
  change: Partial<PromotionForm> = {},
): EditedPromotion => ({
  id: 'p',
  state: 'off',
  isOn: false,
  updatedAt: 1,
  goods: [
    sku,
    { id: 'tea', kind: 'category', name: '茶' },
    { id: 'x', kind: 'product', name: '碗' },
  ],
  left: [],
  form: {
    name: { zh: '春茶季', en: 'Spring' },
    startsAt: now,
    endsAt: now + 3_600_000,
    scope: { categoryIds: ['tea'], exceptProductIds: ['x'] },
    stacking: 'withOthers',
    rule,
    pieces: [],
    ...change,
  },
})
const rules: PromotionForm['rule'][] = [
  {
    kind: 'amountOff',
    tiers: [
      { fromFen: 19_900, offFen: 3000 },
      { fromFen: 39_900, offFen: 8050 },
    ],
  },
  { kind: 'amountOff', tiers: [{ fromFen: 100, offFen: 1 }], repeats: true },
  { kind: 'percentOff', tiers: [{ fromFen: 100, fromCount: 2, percentOff: 15 }], mostFen: 2000 },
  { kind: 'percentOff', tiers: [{ percentOff: 20 }] },
  { kind: 'nthItem', nth: 2, percentOff: 100 },
  { kind: 'bundlePrice', count: 3, priceFen: 9900 },
  { kind: 'gift', fromFen: 0, skuId: 'a', quantity: 1 },
  { kind: 'freeDelivery', fromFen: 4900 },
  { kind: 'memberPrice', percentOff: 5, prices: [{ skuId: 'a', priceFen: 5000 }] },
  { kind: 'newcomer', fromFen: 0, offFen: 1500 },
  { kind: 'groupBuy', items: [{ skuId: 'a', priceFen: 4500 }], size: 3, lastsMs: 86_400_000 },
]

describe('a promotion that nobody touches is sent as it was', () => {
  test.each(rules.map((rule) => [rule.kind, rule] as const))('%s', (_kind, rule) => {
    const { form } = edited(rule)
    expect(toForm(toFields(edited(rule)))).toEqual({ form })
    expect(v.safeParse(promotionForm, form).success).toBe(true)
  })

  test('a flash sale with its pieces', () => {
    const rule = {
      kind: 'flashSale',
      items: [{ skuId: 'a', priceFen: 3000, perMember: 2 }],
    } as const
    const change = { pieces: [{ skuId: 'a', total: 30 }] }
    const there = edited({ ...rule, items: [...rule.items] }, change)
    expect(toForm(toFields(there))).toEqual({ form: there.form })
  })
})

test.each(promotionKinds)('a new %s says nothing wrong before its numbers are there', (kind) => {
  const fields = { ...blankFields(kind, now), nameZh: '春' }
  if (kind === 'freeDelivery') expect(ruleOf(fields)).toEqual({ kind, fromFen: 0 })
  else expect(toForm(fields)).toEqual({ problem: 'wrongRule' })
})

test('what is missing is said', () => {
  const fields = toFields(edited(rules[0]!))
  expect(toForm({ ...fields, nameZh: ' ' })).toEqual({ problem: 'wrongName' })
  expect(toForm({ ...fields, ends: fields.starts })).toEqual({ problem: 'wrongDates' })
  expect(toForm({ ...fields, nameEn: '' })).toMatchObject({
    form: { name: { zh: '春茶季', en: '春茶季' } },
  })
})
