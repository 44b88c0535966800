import type { Adjustment } from '../contract/order'
import { hashText } from './hash'

/** What delivery costs, and from which sum of goods on it is free. */
export interface DeliveryRule {
  feeFen: number
  freeFromFen: number
}

/** A line with the price it has now. */
export interface PricedLine {
  skuId: string
  quantity: number
  priceFen: number
  wasFen?: number
}

export interface Totals {
  count: number
  goodsFen: number
  savedFen: number
  /** Sum to `deliveryFen`: what is added and what is taken off again. */
  adjustments: Adjustment[]
  deliveryFen: number
  totalFen: number
  freeDelivery: { thresholdFen: number; missingFen: number }
}

export const lineAmountFen = (line: { priceFen: number; quantity: number }): number =>
  line.priceFen * line.quantity

/** Adds lines up. The total is the goods plus every adjustment; nothing costs nothing. */
export function totalsOf(lines: readonly PricedLine[], delivery: DeliveryRule): Totals {
  let count = 0
  let goodsFen = 0
  let savedFen = 0
  for (const line of lines) {
    count += line.quantity
    goodsFen += lineAmountFen(line)
    savedFen += Math.max(0, (line.wasFen ?? line.priceFen) - line.priceFen) * line.quantity
  }
  const adjustments: Adjustment[] = []
  if (count > 0 && delivery.feeFen > 0) {
    adjustments.push({ kind: 'delivery', amountFen: delivery.feeFen })
    if (goodsFen >= delivery.freeFromFen)
      adjustments.push({ kind: 'freeDelivery', amountFen: -delivery.feeFen })
  }
  const deliveryFen = adjustments.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return {
    count,
    goodsFen,
    savedFen,
    adjustments,
    deliveryFen,
    totalFen: goodsFen + deliveryFen,
    freeDelivery: {
      thresholdFen: delivery.freeFromFen,
      missingFen: Math.max(0, delivery.freeFromFen - goodsFen),
    },
  }
}

/**
 * Names exactly these lines, prices and sums, whatever order the lines come in: when two
 * signatures are equal the customer has seen what will be charged.
 */
export function signatureOf(lines: readonly PricedLine[], totals: Totals): string {
  const parts = lines.map((line) => `${line.skuId}*${line.quantity}@${line.priceFen}`).sort()
  const sums = totals.adjustments.map(({ kind, amountFen }) => `${kind}=${amountFen}`)
  return `q1-${hashText([...parts, ...sums, `total=${totals.totalFen}`].join('\n'))}`
}
