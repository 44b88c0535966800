import type { Language } from '../../shared/contract/define'
import type { Address } from '../../shared/contract/member'
import type { Quote } from '../../shared/contract/order'
import { lineAmountFen, signatureOf, totalsOf } from '../../shared/domain/quote'
import type { PricedLine, Totals } from '../../shared/domain/quote'
import type { CompanySettings } from '../_kit/documents/catalog'
import { promiseOf } from '../_kit/promise'
import { toLineItem, wasOf } from './basket'
import type { WantedSku } from './basket'

/** Lines with their sums and the name of exactly these. */
export interface Priced {
  lines: readonly WantedSku[]
  totals: Totals
  signature: string
}

export const toPricedLine = ({ sku, quantity }: WantedSku): PricedLine => ({
  skuId: sku._id,
  quantity,
  priceFen: sku.priceFen,
  ...wasOf(sku),
})

/** Computes every price there is; a client never sends one. */
export function price(lines: readonly WantedSku[], settings: CompanySettings): Priced {
  const priced = lines.map(toPricedLine)
  const totals = totalsOf(priced, settings.delivery)
  return { lines, totals, signature: signatureOf(priced, totals) }
}

/** What the customer agrees to. */
export const toQuote = (
  { lines, totals, signature }: Priced,
  address: Address | undefined,
  settings: CompanySettings,
  { language, now }: { language: Language; now: number },
): Quote => ({
  lines: lines.map((line) => ({
    ...toLineItem(line, language),
    ...wasOf(line.sku),
    amountFen: lineAmountFen({ priceFen: line.sku.priceFen, quantity: line.quantity }),
  })),
  adjustments: totals.adjustments,
  goodsFen: totals.goodsFen,
  deliveryFen: totals.deliveryFen,
  totalFen: totals.totalFen,
  count: totals.count,
  promise: promiseOf(settings, now, language),
  ...(address === undefined ? {} : { address }),
  signature,
})
