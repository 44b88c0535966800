import { isDeepStrictEqual } from 'node:util'
import { lineProblem } from '../../shared/domain/cart'
import { deliveryFee } from '../../shared/domain/delivery'
import type { DeliveryFee } from '../../shared/domain/delivery'
import { meansFor } from '../../shared/domain/means'
import type { ChosenMeans } from '../../shared/domain/means'
import { priceBasket } from '../../shared/domain/promotion/pricing'
import type { Basket as PricingBasket, Pricing } from '../../shared/domain/promotion/promotion'
import { lineAmountFen, signatureOf } from '../../shared/domain/quote'
import type { DeliveryProblem } from '../../shared/contract/quote'
import { openStores } from '../_kit/delivery-rules'
import type { SkuDocument } from '../_kit/documents/catalog'
import { db } from '../_kit/db'
import type { WantedSku } from './basket'
import type { Scene } from './scene'

type Skus = ReadonlyMap<string, SkuDocument>

/** A scene with its sums, its gifts, and the name of exactly these. */
export interface Priced {
  lines: readonly WantedSku[]
  gifts: readonly WantedSku[]
  /** Gifts that belong to it and have run out. */
  missingGifts: readonly SkuDocument[]
  pricing: Pricing
  means: ChosenMeans
  storeId?: string | undefined
  /** Why it cannot be delivered in this way; delivery then costs nothing yet. */
  problem?: DeliveryProblem | undefined
  signature: string
}

/** Prices goods before it is known which of their gifts are there. */
export function priceGoods(
  { choices, offers, wallet, settings, delivery, address, now }: PricedScene,
  lines: readonly WantedSku[],
): { pricing: Pricing; problem?: DeliveryProblem } {
  const fee = deliveryFee(choices.fulfilment, lines.map(toFreightLine), delivery, address)
  const pricing = priceBasket({
    now,
    lines: lines.map(toPricingLine),
    promotions: offers.promotions,
    coupons: offers.coupons,
    couponChoice: choices.coupons,
    isMember: true,
    isNewcomer: offers.isNewcomer,
    flashStock: offers.flashStock,
    ...(choices.group ? { groupBuyId: choices.group.promotionId } : {}),
    ...pointsOffer(settings.points, wallet.points, choices.usePoints),
    delivery: fee.ok ? fee.value : ({ feeFen: 0 } satisfies DeliveryFee),
  })
  return { pricing, ...(fee.ok ? {} : { problem: fee.detail }) }
}

/** What of a scene decides the price. */
export type PricedScene = Pick<
  Scene,
  'choices' | 'offers' | 'wallet' | 'settings' | 'delivery' | 'address' | 'now'
>

const pointsOffer = (
  rule: Scene['settings']['points'],
  balance: number,
  isWanted: boolean,
): Pick<PricingBasket, 'points'> =>
  rule && balance > 0
    ? {
        points: { isWanted, balance, perYuan: rule.perYuan, mostPercent: rule.mostPercent },
      }
    : {}

/**
 * Computes every price there is; a client never sends one. `known` has the SKUs of gifts, too: a
 * gift that is not among them or has run out is left away and said.
 */
export function price(
  scene: PricedScene,
  lines: readonly WantedSku[],
  known: Skus,
  { pricing, problem } = priceGoods(scene, lines),
): Priced {
  const { choices, wallet, settings, now } = scene
  const gifts: WantedSku[] = []
  const missingGifts: SkuDocument[] = []
  for (const { skuId, quantity } of pricing.gifts) {
    const sku = known.get(skuId)
    const bought = lines.find((line) => line.sku._id === skuId)?.quantity ?? 0
    if (sku && lineProblem(quantity + bought, sku) === undefined) gifts.push({ sku, quantity })
    else if (sku) missingGifts.push(sku)
  }
  const means = meansFor(pricing.totalFen, wallet, choices, now)
  const storeId = storeOf(choices, settings)
  const signature = signatureOf({
    lines: [
      ...lines.map(({ sku, quantity }) => ({
        skuId: sku._id,
        quantity,
        priceFen: sku.priceFen,
        isGift: false,
      })),
      ...gifts.map(({ sku, quantity }) => ({
        skuId: sku._id,
        quantity,
        priceFen: 0,
        isGift: true,
      })),
    ],
    adjustments: pricing.adjustments.map(({ kind, sourceId, amountFen }) => ({
      kind,
      ...(sourceId === undefined ? {} : { sourceId }),
      amountFen,
    })),
    couponIds: pricing.couponIds,
    points: pricing.pointsUsed,
    fulfilment: choices.fulfilment,
    storeId,
    groupId: choices.group?.groupId,
    means,
    totalFen: pricing.totalFen,
  })
  return { lines, gifts, missingGifts, pricing, means, storeId, problem, signature }
}

/** The price of what a scene's basket has, with the SKUs of its gifts looked up. */
export async function priceScene(scene: Scene): Promise<Priced> {
  const { lines } = scene.basket
  const goods = priceGoods(scene, lines)
  const known = new Map(lines.map(({ sku }) => [sku._id, sku]))
  const others = goods.pricing.gifts.map(({ skuId }) => skuId).filter((skuId) => !known.has(skuId))
  for (const [skuId, sku] of await db.skus.getMany(others)) known.set(skuId, sku)
  return price(scene, lines, known, goods)
}

/** The store it is picked up from: the chosen one, else the first. */
function storeOf(
  { fulfilment, storeId }: Scene['choices'],
  settings: Scene['settings'],
): string | undefined {
  if (fulfilment !== 'pickup') return undefined
  const stores = openStores(settings)
  return (stores.find(({ id }) => id === storeId) ?? stores[0])?.id
}

const toPricingLine = ({ sku, quantity }: WantedSku) => ({
  key: sku._id,
  productId: sku.productId,
  categoryIds: sku.categoryIds ?? [],
  quantity,
  priceFen: sku.priceFen,
})

/** Whether nothing of these goods has changed that any price depends on. */
export const isPricedAlike = (a: WantedSku, b: WantedSku): boolean =>
  isDeepStrictEqual([toPricingLine(a), toFreightLine(a)], [toPricingLine(b), toFreightLine(b)])

export const toFreightLine = ({ sku, quantity }: WantedSku) => ({
  amountFen: lineAmountFen({ priceFen: sku.priceFen, quantity }),
  quantity,
  ...(sku.weightGrams === undefined ? {} : { weightGrams: sku.weightGrams }),
  ...(sku.freightTemplateId === undefined ? {} : { freightTemplateId: sku.freightTemplateId }),
})
