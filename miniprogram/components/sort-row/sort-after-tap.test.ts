import { expect, test } from '@jest/globals'
import { sortAfterTap } from './sort-after-tap'

test.each([
  ['default', 'newest', 'newest'],
  ['default', 'price', 'priceUp'],
  ['priceUp', 'price', 'priceDown'],
  ['priceDown', 'price', 'priceUp'],
  ['priceDown', 'default', 'default'],
] as const)('%s, a tap on %s: %s', (before, word, after) => {
  expect(sortAfterTap(before, word)).toBe(after)
})
