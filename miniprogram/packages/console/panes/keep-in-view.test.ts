import { expect, test } from '@jest/globals'
import { scrollToSee } from './keep-in-view'

const seen = { from: 84, to: 820 }

test('what is in view stays where it is', () => {
  expect(scrollToSee({ top: 84, bottom: 820 }, seen, 300)).toBeUndefined()
})

test('what is below comes up until its end is seen', () => {
  expect(scrollToSee({ top: 760, bottom: 900 }, seen, 300)).toBe(380)
})

test('what lies above, or under the bars, comes down', () => {
  expect(scrollToSee({ top: -16, bottom: 120 }, seen, 300)).toBe(200)
  expect(scrollToSee({ top: 60, bottom: 196 }, seen, 10)).toBe(0)
})

test('what is taller than the window shows its beginning', () => {
  expect(scrollToSee({ top: 200, bottom: 1200 }, seen, 0)).toBe(116)
})
