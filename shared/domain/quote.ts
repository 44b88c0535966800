import { canonicalJson, hashText } from './hash'

export const lineAmountFen = (line: { priceFen: number; quantity: number }): number =>
  line.priceFen * line.quantity

/** Everything that decides what is paid and for what. */
export interface Agreement {
  lines: readonly { skuId: string; quantity: number; priceFen: number; isGift: boolean }[]
  adjustments: readonly { kind: string; sourceId?: string; amountFen: number }[]
  couponIds: readonly string[]
  points: number
  fulfilment: string
  storeId?: string | undefined
  groupId?: string | undefined
  means: unknown
  totalFen: number
}

/**
 * Names exactly this agreement, whatever order the lines come in: when two signatures are equal
 * the customer has seen what will be charged.
 */
export function signatureOf({ lines, couponIds, ...rest }: Agreement): string {
  const sorted = lines
    .map((line) => `${line.skuId}*${line.quantity}@${line.priceFen}${line.isGift ? '!' : ''}`)
    .sort()
  const hash = hashText(canonicalJson({ ...rest, lines: sorted, couponIds: [...couponIds].sort() }))
  return `q2-${hash}${couponIds.length > 0 ? withCoupons : ''}`
}

const withCoupons = '-c'

/** Whether coupons are part of what a signature names; else nobody has to look for them. */
export const namesCoupons = (signature: string): boolean => signature.endsWith(withCoupons)
