/** What staff may type to find an order, and how what they type is compared with it. */

interface Findable {
  number: string
  name: string
  phone: string
  trackingNumbers?: readonly string[]
}

/** Digits of order numbers and phones lose the signs between them; words lose capitals. */
export function lookupWord(typed: string): string {
  const word = typed.trim().toLowerCase()
  return /^y?[\d\s-]+$/.test(word) ? word.replace(/\D/g, '') : word
}

/**
 * The words an order is found by: its number, whole and without the day; the receiver's phone,
 * whole and its last four digits; the receiver's name; its tracking numbers.
 */
export function lookupWords({ number, name, phone, trackingNumbers = [] }: Findable): string[] {
  const digits = lookupWord(number)
  return [
    ...new Set([
      digits,
      digits.slice(-8),
      phone,
      phone.slice(-4),
      lookupWord(name),
      ...trackingNumbers.map(lookupWord),
    ]),
  ]
}
