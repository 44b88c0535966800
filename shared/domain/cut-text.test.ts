import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutText } from './cut-text'

test.each([
  ['茶', 4, '茶'],
  ['abcd', 3, 'abc'],
  ['ab🍵', 3, 'ab'],
  ['ab🍵', 4, 'ab🍵'],
  ['🍵', 0, ''],
])('%s in %i is %s', (text, longest, cut) => {
  expect(cutText(text, longest)).toBe(cut)
})

test('is always a beginning of the text, whole characters only, as long as can be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, longest) => {
      const cut = cutText(text, longest)
      expect(text.startsWith(cut)).toBe(true)
      expect([...text].slice(0, [...cut].length).join('')).toBe(cut)
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, longest - 1))
      expect(cut.length).toBeLessThanOrEqual(longest)
    }),
  )
})
