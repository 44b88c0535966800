import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { cursor, id, quantity, text } from './fields'

const takes = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success

describe('a text', () => {
  test.each([
    ['  何女士  ', '何女士'],
    ['左上角🍵', '左上角🍵'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['茶\ud83c', '茶'],
    ['\udf75茶', '茶'],
    ['一\n二\t三', '一\n二\t三'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(v.parse(text(20, 1), typed)).toBe(kept)
  })

  test.each([
    ['nothing but spaces', '   '],
    ['half a character', '\ud83c'],
    ['a control character', 'a\u0000b'],
    ['a control character of the second kind', 'a\u0085b'],
    ['what turns the line around', 'a\u202eb'],
    ['too much', 'x'.repeat(21)],
    ['spaces without end', ' '.repeat(41)],
    ['a number', 7],
  ])('%s is refused', (_what, typed) => {
    expect(takes(text(20, 1), typed)).toBe(false)
  })
})

test.each([[0], [100], [1.5], [-1], [NaN], [Infinity], ['1'], [null]])(
  '%p is no quantity',
  (value) => {
    expect(takes(quantity, value)).toBe(false)
  },
)

test('an id and a cursor never break out of a key', () => {
  for (const value of ['', 'a b', 'a/b', '$gt', 'x'.repeat(81), { $gt: '' }])
    expect(takes(id, value)).toBe(false)
  for (const value of ['', 'a b', '$gt', 'x'.repeat(401), { $gt: '' }])
    expect(takes(cursor, value)).toBe(false)
})
