/** What an SKU contributes to the price a grid shows. */
export interface OfferSku {
  id: string
  priceFen: number
  wasFen?: number
  wasUntil?: number
  stock: number
  isListed: boolean
}

/** The price and availability of a product as a grid shows it. */
export interface Offer {
  priceFen: number
  wasFen?: number
  wasUntil?: number
  isFrom: boolean
  isSoldOut: boolean
  onlySkuId?: string
}

/**
 * The cheapest of what can be bought now; of everything listed when all of it is sold out, so
 * that a price never disappears. A former price is kept only when it is really higher.
 */
export function offerOf(skus: readonly OfferSku[]): Offer {
  const listed = skus.filter((sku) => sku.isListed)
  const buyable = listed.filter((sku) => sku.stock > 0)
  const shown = buyable.length > 0 ? buyable : listed
  const cheapest = shown.reduce<OfferSku | undefined>(
    (best, sku) => (best === undefined || sku.priceFen < best.priceFen ? sku : best),
    undefined,
  )
  const offer: Offer = {
    priceFen: cheapest?.priceFen ?? 0,
    isFrom: shown.some((sku) => sku.priceFen !== cheapest?.priceFen),
    isSoldOut: buyable.length === 0,
  }
  if (cheapest?.wasFen !== undefined && cheapest.wasFen > cheapest.priceFen) {
    offer.wasFen = cheapest.wasFen
    if (cheapest.wasUntil !== undefined) offer.wasUntil = cheapest.wasUntil
  }
  if (listed.length === 1) offer.onlySkuId = listed[0]!.id
  return offer
}
