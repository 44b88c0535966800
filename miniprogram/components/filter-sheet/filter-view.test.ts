import { expect, test } from '@jest/globals'
import { messages } from '../../../shared/messages/messages'
import { chosenCount, toFilterView, withFacet, withPrices, withStock } from './filter-view'

const texts = messages.en.filter
const filters = {
  groups: [
    {
      id: 'tag',
      name: '',
      values: [
        { key: 'a', name: 'New', count: 2 },
        { key: 'b', name: 'Old', count: 0 },
      ],
    },
  ],
  price: { lowestFen: 1250, highestFen: 9910 },
  count: 2,
  inStockCount: 0,
  isPartial: true,
}

test('what would leave nothing cannot be chosen, what is chosen can be undone', () => {
  const view = toFilterView(filters, {}, texts)
  expect(view.groups[0]).toMatchObject({
    name: texts.tag,
    values: [
      { isOn: false, isEmpty: false, label: 'New, 2' },
      { isOn: false, isEmpty: true },
    ],
  })
  expect(view).toMatchObject({ lowest: 'From ¥12', highest: 'To ¥100', isStockEmpty: true })
  expect(view.show).toBe('Show 2+')
  const chosen = toFilterView(filters, { facets: ['b'], inStock: true }, texts)
  expect(chosen.groups[0]!.values[1]).toMatchObject({ isOn: true, isEmpty: false })
  expect(chosen.isStockEmpty).toBe(false)
})

test('taps turn choices on and off again and leave no empty rest', () => {
  expect(withFacet({}, 'a')).toEqual({ facets: ['a'] })
  expect(withFacet({ facets: ['a'] }, 'a')).toEqual({})
  expect(withStock(withStock({}))).toEqual({})
})

test.each([
  ['12', '99.5', { minFen: 1200, maxFen: 9950 }],
  ['99', '12', { minFen: 1200, maxFen: 9900 }],
  ['', '12', { maxFen: 1200 }],
  ['x', '-1', {}],
])('from %p to %p', (lowest, highest, filter) => {
  expect(withPrices({ minFen: 1, maxFen: 2 }, lowest, highest)).toEqual(filter)
})

test('a price range counts once', () => {
  expect(chosenCount({ facets: ['a', 'b'], minFen: 1, maxFen: 2, inStock: true })).toBe(4)
  expect(chosenCount({})).toBe(0)
})
