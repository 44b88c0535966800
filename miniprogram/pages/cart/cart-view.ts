import type { Cart, CartLine } from '../../../shared/contract/order'
import type { MessageTexts } from '../../../shared/messages/messages'
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
  selectedCount: number
  totalFen: number
  /** Delivery or what was saved, under the total. */
  underTotal: string
  checkoutText: string
  freeDelivery: { text: string; percent: number; isReached: boolean }
}

export function toCartView(cart: Cart, t: Texts): CartView {
  const { lines, totals } = cart
  const buyable = lines.filter(({ problem }) => problem === undefined)
  const { thresholdFen, missingFen } = totals.freeDelivery
  return {
    rows: lines.map((line) => toRow(line, t)),
    isEmpty: lines.length === 0,
    isAllSelected: buyable.length > 0 && buyable.every(({ isSelected }) => isSelected),
    selectedCount: totals.selectedCount,
    totalFen: totals.totalFen,
    underTotal: underTotal(cart, t),
    checkoutText:
      totals.selectedCount > 0 ? fill(t.checkout, { count: totals.selectedCount }) : t.checkoutNone,
    freeDelivery: {
      isReached: missingFen === 0,
      text:
        missingFen === 0
          ? fill(t.freeReached, { threshold: thresholdFen / 100 })
          : fill(t.freeMissing, { missing: priceText(missingFen, 'always') }),
      percent: Math.round(100 * (1 - missingFen / Math.max(1, thresholdFen))),
    },
  }
}

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

/** The cart with one line's quantity changed, shown until the server has answered. */
export const withQuantity = (cart: Cart, skuId: string, quantity: number): Cart => ({
  ...cart,
  lines: cart.lines.map((line) => (line.skuId === skuId ? { ...line, quantity } : line)),
})

/** The cart with lines selected or not, shown until the server has answered. */
export const withSelected = (cart: Cart, skuIds: readonly string[], isSelected: boolean): Cart => ({
  ...cart,
  lines: cart.lines.map((line) => (skuIds.includes(line.skuId) ? { ...line, isSelected } : line)),
})

/** The cart without some lines, shown until the server has answered. */
export const withoutLines = (cart: Cart, skuIds: readonly string[]): Cart => ({
  ...cart,
  lines: cart.lines.filter(({ skuId }) => !skuIds.includes(skuId)),
})
