import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anyValue } from './arbitraries'
import { KeyWriter, type Direction } from './key-encoding'
import { compareValues } from './order'
import type { Value } from './value'

const keyOf = (values: Value[], direction: Direction) => {
  const writer = new KeyWriter()
  for (const value of values) writer.value(value, direction)
  return writer.take()
}

describe('keys', () => {
  test('compare as their values do, in both directions', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const order = Math.sign(compareValues(a, b))
        expect(Buffer.compare(keyOf([a], 1), keyOf([b], 1))).toBe(order)
        expect(Buffer.compare(keyOf([a], -1), keyOf([b], -1))).toBe(order === 0 ? 0 : -order)
      }),
      { numRuns: 3000 },
    )
  })

  test('of several values compare by the first that differs', () => {
    const pairs = fc.tuple(anyValue, anyValue)
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        const order = Math.sign(compareValues(a[0], b[0]) || compareValues(a[1], b[1]))
        expect(Buffer.compare(keyOf(a, 1), keyOf(b, 1))).toBe(order)
      }),
      { numRuns: 2000 },
    )
  })

  test('with 0xff behind are above all keys that begin with them', () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.constantFrom<Direction>(1, -1), (a, b, direction) => {
        const end = Buffer.concat([keyOf([a], direction), Buffer.from([0xff])])
        const longer = new KeyWriter().value(a, direction).value(b, 1).take()
        const longerDown = new KeyWriter().value(a, direction).value(b, -1).take()
        expect(Buffer.compare(end, longer)).toBe(1)
        expect(Buffer.compare(end, longerDown)).toBe(1)
      }),
    )
  })

  test('put an empty array below null', () => {
    const empty = new KeyWriter().value(undefined, 1).take()
    expect(Buffer.compare(empty, keyOf([null], 1))).toBe(-1)
  })
})
