import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deliveryFee, offeredWays } from './delivery'
import type { DeliveryRules } from './delivery'
import { freightOf, zoneFeeFen } from './freight'
import type { FreightLine, FreightTemplate } from './freight'

const zone = { firstGrams: 1000, firstFen: 1200, stepGrams: 500, stepFen: 300 }
const standard: FreightTemplate = {
  zones: [
    { ...zone, provinces: [], freeFromFen: 9900 },
    { ...zone, provinces: ['西藏自治区', '新疆维吾尔自治区'], firstFen: 2500, stepFen: 1200 },
    { ...zone, provinces: ['台湾省'], isExcluded: true },
  ],
}
const fragile: FreightTemplate = { zones: [{ ...zone, provinces: [], firstFen: 2000 }] }
const rules: DeliveryRules = {
  parcel: { feeFen: 1000, freeFromFen: 5000 },
  templates: new Map([
    ['default', standard],
    ['fragile', fragile],
  ]),
  sameCity: { feeFen: 600, freeFromFen: 8800, cities: [{ city: '大理州', districts: ['云山县'] }] },
  storeIds: ['cafe'],
}
const line = (change: Partial<FreightLine> = {}): FreightLine => ({
  amountFen: 3000,
  quantity: 1,
  weightGrams: 400,
  ...change,
})
const to = (province: string, city = '', district = '') => ({ province, city, district })

describe('a parcel', () => {
  test.each([
    ['a light one', [line()], '云南省', 1200],
    ['the first kilogram to the gram', [line({ weightGrams: 1000 })], '云南省', 1200],
    ['a gram more begins a step', [line({ weightGrams: 1001 })], '云南省', 1500],
    ['several pieces weigh together', [line({ quantity: 5 })], '云南省', 1800],
    ['far away', [line()], '西藏自治区', 2500],
    ['a province by its short name', [line({ quantity: 5 })], '西藏', 4900],
    ['nowhere yet', [line()], undefined, 1200],
    [
      'unknown weight is none',
      [line({ weightGrams: undefined as never, quantity: 9 })],
      '云南',
      1200,
    ],
  ])('%s', (_, lines, province, feeFen) => {
    expect(freightOf(lines, rules, province)?.feeFen).toBe(feeFen)
  })

  test('is not sent where the company does not send', () => {
    expect(freightOf([line()], rules, '台湾省')).toBeUndefined()
    expect(deliveryFee('carrier', [line()], rules, to('台湾省'))).toEqual({
      ok: false,
      code: 'NOT_DELIVERED',
      detail: 'region',
    })
  })

  test('without templates costs the flat fee', () => {
    const flat = { ...rules, templates: new Map<string, FreightTemplate>() }
    expect(freightOf([line()], flat, '云南省')).toEqual({ feeFen: 1000, freeFromFen: 5000 })
  })

  test('goods of two templates are weighed apart, and one of them is never free', () => {
    const lines = [line(), line({ freightTemplateId: 'fragile' })]
    expect(freightOf(lines, rules, '云南省')).toEqual({ feeFen: 3200 })
    const many = [line({ amountFen: 20_000 }), line({ freightTemplateId: 'fragile' })]
    expect(freightOf(many, rules, '云南省')).toEqual({ feeFen: 2000 })
  })

  test('a part that is free by itself is not asked for', () => {
    const dear = { zones: [{ ...zone, provinces: [], freeFromFen: 50_000 }] }
    const both = {
      ...rules,
      templates: new Map([
        ['default', standard],
        ['dear', dear],
      ]),
    }
    const lines = [line({ amountFen: 20_000 }), line({ freightTemplateId: 'dear' })]
    expect(freightOf(lines, both, '云南省')).toEqual({ feeFen: 1200, freeFromFen: 50_000 })
  })

  test('more weight never costs less', () => {
    const grams = fc.nat(50_000)
    fc.assert(
      fc.property(grams, grams, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(zoneFeeFen(standard.zones[0]!, less)).toBeLessThanOrEqual(
          zoneFeeFen(standard.zones[0]!, more),
        )
      }),
    )
  })

  test('how goods are put into lines does not change what they cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(3_000), (quantity, weightGrams) => {
        const together = [line({ quantity, weightGrams })]
        const apart = Array.from({ length: quantity }, () =>
          line({ weightGrams, amountFen: 3000 / quantity }),
        )
        expect(freightOf(apart, rules, '云南省')?.feeFen).toBe(
          freightOf(together, rules, '云南省')?.feeFen,
        )
      }),
    )
  })
})

describe('other ways', () => {
  test('the courier goes to his districts only', () => {
    const there = to('云南省', '大理州', '云山县')
    expect(deliveryFee('sameCity', [line()], rules, there)).toEqual({
      ok: true,
      value: { feeFen: 600, freeFromFen: 8800 },
    })
    for (const far of [to('云南省', '大理州', '宾川县'), to('云南省', '昆明市', '云山县')])
      expect(deliveryFee('sameCity', [line()], rules, far)).toMatchObject({ detail: 'city' })
  })

  test('picking up costs nothing, where there is a store', () => {
    expect(deliveryFee('pickup', [line()], rules, undefined)).toEqual({
      ok: true,
      value: { feeFen: 0 },
    })
    const none = { ...rules, storeIds: [], sameCity: undefined }
    expect(deliveryFee('pickup', [line()], none, undefined)).toMatchObject({ detail: 'store' })
    expect(offeredWays(none)).toEqual(['carrier'])
    expect(offeredWays(rules)).toEqual(['carrier', 'sameCity', 'pickup'])
  })
})
