/** A price in the parts that are drawn in two sizes: sign, yuan, and fen with their point. */
export interface PriceParts {
  sign: string
  yuan: string
  /** Empty when the price is whole and lists leave ".00" out. */
  cents: string
}

/**
 * Splits integer fen for drawing. `auto` leaves out ".00" (lists, products); `always` keeps two
 * decimals (cart, checkout, orders, payment). The minus is U+2212.
 */
export function priceParts(fen: number, cents: 'auto' | 'always'): PriceParts {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  return {
    sign: fen < 0 ? '\u2212¥' : '¥',
    yuan: groupedText(whole),
    cents: rest === 0 && cents === 'auto' ? '' : `.${String(rest).padStart(2, '0')}`,
  }
}

/** A whole number that can be read at a glance: "1,360". */
export const groupedText = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/** A price in one piece, for a sentence or a label: "¥58.80". */
export function priceText(fen: number, cents: 'auto' | 'always' = 'auto'): string {
  const parts = priceParts(fen, cents)
  return parts.sign + parts.yuan + parts.cents
}
