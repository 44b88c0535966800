import type { Cart, CartLine } from '../../../shared/contract/order'
import type { OfferHint } from '../../../shared/contract/quote'
import type { MessageTexts } from '../../../shared/messages/messages'
import { kindTexts } from '../../lib/adjustment-words'
import { fill } from '../../lib/language'
import { priceText } from '../../lib/price-text'

type Texts = MessageTexts['cart']

export interface CartRow extends CartLine {
  /** Why it cannot be bought as it is, in words; empty when it can. */
  problemText: string
  /** What a tap beside the problem does, in words. */
  wayOn: string
  canLess: boolean
  canMore: boolean
}

export interface CartView {
  rows: CartRow[]
  isEmpty: boolean
  isAllSelected: boolean
  /** As above, with what cannot be bought: all lines can be removed. */
  isAllMarked: boolean
  /** Lines that are ticked, bought or not. */
  markedCount: number
  removeText: string
  promise: string
  selectedCount: number
  totalFen: number
  /** Delivery or what was saved, under the total. */
  underTotal: string
  checkoutText: string
  freeDelivery: { text: string; percent: number; isReached: boolean }
  /** What promotions take off, each with its name. */
  offers: { place: number; label: string; amount: string }[]
  /** What is missing for the next step of a promotion, the nearest first. */
  hints: string[]
}

/** More would hide the goods. */
const mostHints = 2

export function toCartView(cart: Cart, t: Texts, words: MessageTexts['promotion']): CartView {
  const { lines, totals } = cart
  const buyable = lines.filter(({ problem }) => problem === undefined)
  const markedCount = lines.filter(({ isSelected }) => isSelected).length
  const { thresholdFen, missingFen } = totals.freeDelivery
  return {
    rows: lines.map((line) => toRow(line, t)),
    isEmpty: lines.length === 0,
    isAllSelected: buyable.length > 0 && buyable.every(({ isSelected }) => isSelected),
    isAllMarked: markedCount === lines.length,
    markedCount,
    removeText: markedCount > 0 ? fill(t.removeSelected, { count: markedCount }) : t.remove,
    promise: cart.promise,
    selectedCount: totals.selectedCount,
    totalFen: totals.totalFen,
    underTotal: underTotal(cart, t),
    checkoutText:
      totals.selectedCount > 0 ? fill(t.checkout, { count: totals.selectedCount }) : t.checkoutNone,
    freeDelivery: {
      isReached: missingFen === 0,
      text:
        missingFen === 0
          ? totals.goodsFen >= thresholdFen
            ? fill(t.freeReached, { threshold: thresholdFen / 100 })
            : t.freeDelivery
          : fill(t.freeMissing, { missing: priceText(missingFen, 'always') }),
      percent: Math.round(100 * (1 - missingFen / Math.max(1, thresholdFen))),
    },
    offers: totals.adjustments.map(({ kind, name, amountFen }, place) => ({
      place,
      label: name ?? words[kindTexts[kind]],
      amount: priceText(amountFen, 'always'),
    })),
    hints: cart.hints.slice(0, mostHints).map((hint) => hintText(hint, words)),
  }
}

const hintText = (
  { name, missingFen, missingCount }: OfferHint,
  words: MessageTexts['promotion'],
): string =>
  missingFen === undefined
    ? fill(words.nextCount, { missing: missingCount ?? 1, offer: name })
    : fill(words.nextFen, { missing: priceText(missingFen), offer: name })

function toRow(line: CartLine, t: Texts): CartRow {
  const { problem, available, quantity } = line
  return {
    ...line,
    problemText: problem
      ? { soldOut: t.soldOut, off: t.off, short: fill(t.short, { count: available }) }[problem]
      : '',
    wayOn:
      problem === undefined
        ? ''
        : problem === 'short'
          ? fill(t.takeRest, { count: available })
          : t.similar,
    canLess: quantity > 1,
    canMore: quantity < available,
  }
}

function underTotal({ totals }: Cart, t: Texts): string {
  if (totals.selectedCount === 0) return ''
  if (totals.savedFen > 0) return fill(t.saved, { amount: priceText(totals.savedFen, 'always') })
  if (totals.deliveryFen > 0)
    return fill(t.deliveryFee, { amount: priceText(totals.deliveryFen, 'always') })
  return t.freeDelivery
}
