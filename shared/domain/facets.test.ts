import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countFacets, facetKeysOf, passes } from './facets'
import type { Faceted } from './facets'

const both = (zh: string, en: string) => ({ zh, en })
const weight = (...grams: number[]) => ({
  name: both('净含量', 'Net weight'),
  values: grams.map((n) => ({ name: both(`${n} 克`, `${n} g`) })),
})
const product = (priceFen: number, grams: number[], tag?: string, isSoldOut = false): Faceted => ({
  priceFen,
  isSoldOut,
  facetKeys: facetKeysOf({ options: [weight(...grams)], tag: tag ? both(tag, tag) : undefined }),
})
const key = (grams: number) => `净含量|Net weight|${grams} 克|${grams} g`

const shelf = [
  product(1000, [50, 100], '明前'),
  product(2000, [100], '明前', true),
  product(3000, [250]),
]

describe('the filter sheet', () => {
  test('counts what each choice would leave, amounts in their order', () => {
    const { groups, price, count, inStockCount } = countFacets(shelf, {}, 'en', false)
    expect(groups[0]).toEqual({
      id: '净含量|Net weight',
      name: 'Net weight',
      values: [
        { key: key(50), name: '50 g', count: 1 },
        { key: key(100), name: '100 g', count: 2 },
        { key: key(250), name: '250 g', count: 1 },
      ],
    })
    expect(groups[1]).toMatchObject({ id: 'tag', name: '', values: [{ name: '明前', count: 2 }] })
    expect({ price, count, inStockCount }).toEqual({
      price: { lowestFen: 1000, highestFen: 3000 },
      count: 3,
      inStockCount: 2,
    })
  })

  test('a choice counts in other groups, and its own group says what more would add', () => {
    const { groups, count } = countFacets(shelf, { facets: [key(250)] }, 'zh-CN', false)
    expect(count).toBe(1)
    expect(groups[0]!.values.map((value) => value.count)).toEqual([1, 2, 1])
    expect(groups[1]!.values.map((value) => value.count)).toEqual([0])
  })
})

test('the number beside a choice is what choosing it alone in its group leaves', () => {
  const products = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.subarray([50, 100, 250]), fc.boolean())
      .map(([yuan, grams, isSoldOut]) => product(yuan * 100, grams, undefined, isSoldOut)),
    { maxLength: 12 },
  )
  const filter = fc.record({
    minFen: fc.integer({ min: 0, max: 300 }),
    maxFen: fc.integer({ min: 200, max: 500 }),
    inStock: fc.boolean(),
  })
  fc.assert(
    fc.property(products, filter, (all, chosen) => {
      for (const group of countFacets(all, chosen, 'en', false).groups)
        for (const value of group.values)
          expect(value.count).toBe(
            all.filter((each) => passes(each, { ...chosen, facets: [value.key] })).length,
          )
    }),
  )
})
