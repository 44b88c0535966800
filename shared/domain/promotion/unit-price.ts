import type { Localized } from '../localized'
import type { Basket, FlashSale, MemberPrice, PricingLine, Promotion } from './promotion'
import { isInScope } from './scope'

/** Where a lower unit price comes from. */
export interface PriceSource {
  kind: 'memberPrice' | 'flashSale' | 'groupBuy'
  promotionId?: string
  name?: Localized
  /** Whether its pieces may join further promotions. */
  isOpen: boolean
  /** What it offers for each line, by the line's position; only what is below the list price. */
  offers: ({ priceFen: number; most: number } | undefined)[]
}

/** Pieces of one line that share a unit price. */
export interface Pieces {
  line: number
  quantity: number
  unitFen: number
  isOpen: boolean
  source?: PriceSource
}

const percentOffPrice = (priceFen: number, percentOff: number): number =>
  priceFen - Math.floor((priceFen * percentOff) / 100)

function memberPriceFen(rule: MemberPrice, line: PricingLine): number | undefined {
  const own = rule.prices?.find(({ skuId }) => skuId === line.key)
  if (own) return own.priceFen
  return rule.percentOff === undefined ? undefined : percentOffPrice(line.priceFen, rule.percentOff)
}

function flashOffer(promotion: Promotion, rule: FlashSale, line: PricingLine, basket: Basket) {
  const item = rule.items.find(({ skuId }) => skuId === line.key)
  const stock = basket.flashStock?.find(
    ({ promotionId, skuId }) => promotionId === promotion.id && skuId === line.key,
  )
  if (!item || !stock) return undefined
  const most = Math.min(stock.left, item.perMember - stock.boughtByMember)
  return { priceFen: item.priceFen, most: Math.max(0, most) }
}

function offerFor(promotion: Promotion, line: PricingLine, basket: Basket) {
  const { rule } = promotion
  if (!isInScope(promotion.scope, line)) return undefined
  switch (rule.kind) {
    case 'memberPrice': {
      const priceFen = memberPriceFen(rule, line)
      return priceFen === undefined ? undefined : { priceFen, most: Infinity }
    }
    case 'flashSale':
      return flashOffer(promotion, rule, line, basket)
    case 'groupBuy': {
      const item = rule.items.find(({ skuId }) => skuId === line.key)
      return item && { priceFen: item.priceFen, most: Infinity }
    }
    default:
      return undefined
  }
}

const lowers = (source: PriceSource): boolean => source.offers.some((offer) => offer !== undefined)

/** Everything that lowers the unit price of some line; `promotions` are those in force. */
export function priceSourcesOf(
  basket: Basket,
  lines: readonly PricingLine[],
  promotions: readonly Promotion[],
): PriceSource[] {
  const sources: PriceSource[] = []
  if (basket.isMember) {
    sources.push({
      kind: 'memberPrice',
      isOpen: true,
      offers: lines.map(({ priceFen, memberPriceFen: own }) =>
        own !== undefined && own < priceFen ? { priceFen: own, most: Infinity } : undefined,
      ),
    })
  }
  for (const promotion of promotions) {
    const { kind } = promotion.rule
    if (kind !== 'memberPrice' && kind !== 'flashSale' && kind !== 'groupBuy') continue
    if (kind === 'groupBuy' && promotion.id !== basket.groupBuyId) continue
    sources.push({
      kind,
      promotionId: promotion.id,
      name: promotion.name,
      isOpen: kind === 'memberPrice' || promotion.stacking === 'withOthers',
      offers: lines.map((line) => {
        const offer = offerFor(promotion, line, basket)
        return offer && offer.priceFen < line.priceFen && offer.most > 0 ? offer : undefined
      }),
    })
  }
  return sources.filter(lowers)
}

/** Gives every piece the lowest price that these sources offer, while they last. */
export function piecesOf(lines: readonly PricingLine[], sources: readonly PriceSource[]): Pieces[] {
  const pieces: Pieces[] = []
  for (const [line, { quantity: wanted, priceFen }] of lines.entries()) {
    let left = wanted
    for (const { source, unitFen, most } of offersFor(line, sources)) {
      const quantity = Math.min(left, most)
      if (quantity === 0) break
      pieces.push({ line, quantity, unitFen, isOpen: source.isOpen, source })
      left -= quantity
    }
    if (left > 0) pieces.push({ line, quantity: left, unitFen: priceFen, isOpen: true })
  }
  return pieces
}

/** The cheapest first; of equals the one whose pieces may join more. */
function offersFor(line: number, sources: readonly PriceSource[]) {
  const offers: { source: PriceSource; unitFen: number; most: number }[] = []
  for (const source of sources) {
    const offer = source.offers[line]
    if (offer) offers.push({ source, unitFen: offer.priceFen, most: offer.most })
  }
  return offers.sort(
    (a, b) => a.unitFen - b.unitFen || Number(b.source.isOpen) - Number(a.source.isOpen),
  )
}
