import { describe, expect, test } from '@jest/globals'
import { priceParts, priceText } from './price-text'

describe('a price in parts', () => {
  test.each([
    [12800, 'auto', '¥', '128', ''],
    [12800, 'always', '¥', '128', '.00'],
    [5880, 'auto', '¥', '58', '.80'],
    [5, 'auto', '¥', '0', '.05'],
    [0, 'auto', '¥', '0', ''],
    [123456789, 'always', '¥', '1,234,567', '.89'],
    [-990, 'always', '\u2212¥', '9', '.90'],
  ] as const)('%i fen, %s', (fen, cents, sign, yuan, rest) => {
    expect(priceParts(fen, cents)).toEqual({ sign, yuan, cents: rest })
  })

  test('in one piece', () => {
    expect(priceText(5880)).toBe('¥58.80')
    expect(priceText(800, 'always')).toBe('¥8.00')
  })
})
