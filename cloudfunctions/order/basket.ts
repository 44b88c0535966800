import type { Language, ParsedInputOf } from '../../shared/contract/define'
import type { order } from '../../shared/contract/order'
import type { LineItem, Shortage } from '../../shared/contract/order-parts'
import { availableOf, lineProblem } from '../../shared/domain/cart'
import { wasAt } from '../../shared/domain/honest-price'
import { inLanguage } from '../../shared/domain/localized'
import { now } from '../_kit/clock'
import { db } from '../_kit/db'
import type { SkuDocument } from '../_kit/documents/catalog'
import { releaseExpired } from '../_kit/orders/abandon-order'
import type { Run } from '../_kit/outbox/run'

export type Source = ParsedInputOf<(typeof order)['order.quote']>['source']

/** An SKU and how many of it are wanted. */
export interface WantedSku {
  sku: SkuDocument
  quantity: number
}

type ShortLine = Shortage['lines'][number]

/** What somebody is about to buy. */
export interface Basket {
  /** Can be bought as wanted. */
  lines: WantedSku[]
  /** Cannot, and why. */
  shortages: ShortLine[]
  /** An SKU bought straight away that does not exist. */
  unknownSkuId?: string
}

/**
 * Reads what the source stands for: one SKU, or the selected lines of the member's cart. Goods of
 * orders whose time to pay ran out are free, whether or not the sweep came by.
 */
export async function readBasket(
  memberId: string,
  source: Source,
  language: Language,
  run: Run,
): Promise<Basket> {
  const basket = await readAsIs(memberId, source, language)
  const short = basket.shortages.map(({ skuId }) => skuId)
  if (short.length === 0 || (await releaseExpired(short, run)) === 0) return basket
  return readAsIs(memberId, source, language)
}

async function readAsIs(memberId: string, source: Source, language: Language): Promise<Basket> {
  const wanted =
    source.kind === 'sku'
      ? [source]
      : ((await db.carts.get(memberId))?.entries ?? []).filter(({ isSelected }) => isSelected)
  const skus = await db.skus.getMany(wanted.map(({ skuId }) => skuId))
  if (source.kind === 'sku' && !skus.has(source.skuId))
    return { lines: [], shortages: [], unknownSkuId: source.skuId }
  return sortOut(wanted, skus, language)
}

/** Tells apart what can be bought as wanted and what cannot. */
export function sortOut(
  wanted: readonly { skuId: string; quantity: number }[],
  skus: ReadonlyMap<string, SkuDocument>,
  language: Language,
): Basket {
  const basket: Basket = { lines: [], shortages: [] }
  for (const { skuId, quantity } of wanted) {
    const sku = skus.get(skuId)
    const problem = lineProblem(quantity, sku)
    if (sku && !problem) basket.lines.push({ sku, quantity })
    else
      basket.shortages.push({
        skuId,
        name: sku ? inLanguage(sku.name, language) : '',
        problem: problem ?? 'off',
        available: sku ? availableOf(sku) : 0,
      })
  }
  return basket
}

/** A line as every page shows it. */
export const toLineItem = ({ sku, quantity }: WantedSku, language: Language): LineItem => ({
  skuId: sku._id,
  productId: sku.productId,
  name: inLanguage(sku.name, language),
  options: inLanguage(sku.optionWords, language),
  picture: sku.picture,
  plate: sku.plate,
  priceFen: sku.priceFen,
  quantity,
})

/** The former price, while it may be shown. */
export const wasOf = (sku: SkuDocument): { wasFen?: number } => wasAt(sku, now())
