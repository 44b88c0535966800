import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseCsv, writeCsv, writeCsvRows } from './csv'

/** Rows a sheet can hold: at least two cells, so that no row is an empty line. */
const rows = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom(...'a茶",\r\n=+-@\'\t 1') }), {
    minLength: 2,
    maxLength: 5,
  }),
  { maxLength: 8 },
)

describe('CSV', () => {
  test('gives back what was written, whatever is in the cells', () => {
    fc.assert(fc.property(rows, (written) => expect(parseCsv(writeCsv(written))).toEqual(written)))
  })

  test('never lets a cell begin a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        const written = writeCsvRows([[start + rest, 'x']])
        expect(written.replace(/^"/, '').startsWith("'")).toBe(true)
      }),
    )
  })

  test('begins with the mark Excel needs and ends lines as the standard says', () => {
    expect(writeCsv([['茶', '1']])).toBe('\ufeff茶,1\r\n')
    expect(writeCsvRows([['a"b', 'c,d']])).toBe('"a""b","c,d"\r\n')
  })

  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\n\r\nb', [['a'], [], ['b']]],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    ['"a"x,b', [['ax', 'b']]],
    ['"never ends, at all', [['never ends, at all']]],
    ['a,', [['a', '']]],
    ['', []],
  ])('reads %j', (csv, wanted) => {
    expect(parseCsv(csv)).toEqual(wanted)
  })

  test('ends on any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a",\r\n') }), (csv) => {
        expect(parseCsv(csv).length).toBeLessThanOrEqual(csv.length)
      }),
    )
  })
})
