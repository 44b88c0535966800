import { expect, test } from '@jest/globals'
import { parseRange } from './byte-range'

test.each([
  ['bytes=0-3', { first: 0, last: 3 }],
  ['bytes=8-', { first: 8, last: 9 }],
  ['bytes=-2', { first: 8, last: 9 }],
  ['bytes=-99', { first: 0, last: 9 }],
  ['bytes=5-99', { first: 5, last: 9 }],
  ['bytes=9-9', { first: 9, last: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=4-3', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=-', undefined],
  ['bytes=0-1,4-5', undefined],
  ['lines=0-1', undefined],
  [undefined, undefined],
])('%j of ten bytes', (header, range) => {
  expect(parseRange(header, 10)).toEqual(range)
})

test('nothing of an empty file can be ranged', () => {
  expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable')
})
