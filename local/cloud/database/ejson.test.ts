import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
// The very copy that the SDK brings along; it is no dependency of ours.
import { EJSON } from '../../../node_modules/bson'
import { anyValue } from './arbitraries'
import { parseEjson, parseStored, stringifyEjson } from './ejson'
import { equalValues } from './order'
import { ObjectId, type Doc } from './value'

const readBack = (doc: Doc) => EJSON.parse(stringifyEjson(doc)) as Record<string, unknown>

describe('Extended JSON', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const again = parseStored(stringifyEjson({ value }))['value']
        expect(equalValues(again, value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('is read as the SDK writes it', () => {
    const values = { int: 5, long: 2 ** 40, double: 0.5, huge: 1e300, text: '$x', yes: true }
    const at = new Date(1_700_000_000_000)
    const text = EJSON.stringify({ ...values, at, list: [1, at], none: null }, { relaxed: false })
    expect(text).toContain('$numberInt')
    expect(parseEjson(text, 0)).toEqual({ ...values, at, list: [1, at], none: null })
  })

  test('is written so that the SDK reads the same', () => {
    const at = new Date(-5)
    const doc: Doc = { _id: 'a', n: 5, big: 2 ** 53, fraction: 0.1, at, list: [{ at }], no: null }
    expect(readBack(doc)).toEqual(doc)
    const id = 'a0'.repeat(12)
    expect(String(readBack({ id: new ObjectId(id) })['id'])).toBe(id)
    const odd = [NaN, Infinity, -Infinity]
    expect(readBack({ odd })).toEqual({ odd })
  })

  test('resolves server dates by the clock', () => {
    const text = '{"at":{"$tcb_server_date":{"offset":{"$numberInt":"-500"}}}}'
    expect(parseEjson(text, 2_000)).toEqual({ at: new Date(1_500) })
  })

  test.each([
    ['{"a":', 'not JSON'],
    ['{"a":{"$numberDecimal":"1"}}', 'cannot hold'],
    ['{"a":{"$date":"yesterday"}}', 'not a date'],
    ['{"a":{"$oid":"12"}}', '24 hex digits'],
    ['{"a":{"$regularExpression":{"pattern":"a","options":"x"}}}', 'invalid flag'],
    ['{"a":{"$regularExpression":{"pattern":"(","options":""}}}', 'is invalid'],
    ['{"a":{"$numberInt":"five"}}', 'not a number'],
    ['{"$":1,"__proto__":{"polluted":true}}', '__proto__'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseEjson(text, 0)).toThrow(reason)
  })
})
