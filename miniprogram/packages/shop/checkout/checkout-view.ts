import type { Quote, QuoteLine, Shortage } from '../../../../shared/contract/order'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'

type Texts = MessageTexts['checkout']

export interface CheckoutView {
  /** Street first: it is what one checks. */
  address?: { place: string; person: string }
  lines: (QuoteLine & { times: string; isChanged: boolean })[]
  promise: string
  goodsText: string
  goodsFen: number
  deliveryText: string
  totalFen: number
}

/** `before` is the quote shown until now; lines that cost something else are marked. */
export function toCheckoutView(quote: Quote, t: Texts, before?: Quote): CheckoutView {
  const { address } = quote
  const oldPrices = new Map(before?.lines.map(({ skuId, priceFen }) => [skuId, priceFen]))
  return {
    ...(address
      ? {
          address: {
            place: `${address.district} ${address.street}`.trim(),
            person: `${address.name} ${address.phone}`,
          },
        }
      : {}),
    lines: quote.lines.map((line) => ({
      ...line,
      times: fill(t.times, { count: line.quantity }),
      isChanged: (oldPrices.get(line.skuId) ?? line.priceFen) !== line.priceFen,
    })),
    promise: quote.promise,
    goodsText: fill(t.goods, { count: quote.count }),
    goodsFen: quote.goodsFen,
    deliveryText: quote.deliveryFen === 0 ? t.free : priceText(quote.deliveryFen, 'always'),
    totalFen: quote.totalFen,
  }
}

/** Which goods are missing, one sentence each. */
export const shortageText = ({ lines }: Shortage, t: Texts): string =>
  lines
    .map(({ name, problem, available }) => {
      const sentence = { soldOut: t.soldOutLine, short: t.shortLine, off: t.offLine }[problem]
      return fill(sentence, { name, count: available })
    })
    .join('\n')
