import type { Language } from '../../shared/contract/define'
import type { Adjustment } from '../../shared/contract/order-parts'
import type {
  DeliveryWay,
  OfferHint,
  Quote,
  QuoteCoupon,
  QuoteLine,
} from '../../shared/contract/quote'
import { deliveryFee, offeredWays } from '../../shared/domain/delivery'
import { inLanguage } from '../../shared/domain/localized'
import { usableCards } from '../../shared/domain/means'
import type { NextTier, PricingAdjustment } from '../../shared/domain/promotion/promotion'
import { openStores } from '../_kit/delivery-rules'
import { toPickupStore } from '../_kit/orders/pickup-store'
import { promiseOf } from '../_kit/promise'
import { toLineItem, wasOf } from './basket'
import { toFreightLine } from './price'
import type { Priced } from './price'
import type { Scene } from './scene'

/** What the customer agrees to, in the customer's language. */
export function toQuote(priced: Priced, scene: Scene, language: Language): Quote {
  const { pricing, means, storeId } = priced
  const { settings, address, choices, wallet, now } = scene
  const usedOf = (id: string) => means.giftcards.find(({ cardId }) => cardId === id)?.fen ?? 0
  const points = pointsOf(priced, scene)
  return {
    lines: toLines(priced, language),
    adjustments: pricing.adjustments.map((adjustment) => toAdjustment(adjustment, language)),
    goodsFen: pricing.goodsFen,
    deliveryFen: pricing.deliveryFen,
    totalFen: pricing.totalFen,
    savedFen: pricing.savedFen,
    count: pricing.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    promise: promiseOf(settings, now, language),
    ...(address === undefined ? {} : { address }),
    fulfilment: choices.fulfilment,
    ways: toWays(scene),
    stores: openStores(settings).map((store) => toPickupStore(store, language)),
    ...(storeId === undefined ? {} : { storeId }),
    coupons: toCoupons(priced, scene, language),
    ...(points ? { points } : {}),
    ...(wallet.balanceFen > 0
      ? { balance: { haveFen: wallet.balanceFen, usedFen: means.balanceFen } }
      : {}),
    giftcards: usableCards(wallet, now).map((card) => ({ ...card, usedFen: usedOf(card.cardId) })),
    means: {
      wechatFen: means.wechatFen,
      balanceFen: means.balanceFen,
      giftcardFen: means.giftcards.reduce((sum, { fen }) => sum + fen, 0),
    },
    hints: pricing.hints.nextTiers.map((tier) => toHint(tier, language)),
    shortages: scene.basket.shortages,
    missingGifts: priced.missingGifts.map(({ name }) => inLanguage(name, language)),
    signature: priced.signature,
  }
}

export const toAdjustment = (
  { kind, amountFen, name, sourceId }: PricingAdjustment,
  language: Language,
): Adjustment => ({
  kind,
  amountFen,
  ...(name === undefined ? {} : { name: inLanguage(name, language) }),
  ...(sourceId === undefined ? {} : { sourceId }),
})

export const toHint = (
  { promotionId, name, missingFen, missingCount }: NextTier,
  language: Language,
): OfferHint => ({
  promotionId,
  name: inLanguage(name, language),
  ...(missingFen === undefined ? {} : { missingFen }),
  ...(missingCount === undefined ? {} : { missingCount }),
})

const toLines = ({ lines, gifts, pricing }: Priced, language: Language): QuoteLine[] => [
  ...lines.map((line, index) => {
    const { amountFen, payableFen, shares } = pricing.lines[index]!
    return { ...toLineItem(line, language), ...wasOf(line.sku), amountFen, payableFen, shares }
  }),
  ...gifts.map((gift) => ({
    ...toLineItem(gift, language),
    priceFen: 0,
    amountFen: 0,
    payableFen: 0,
    shares: pricing.adjustments.map(() => 0),
    isGift: true,
  })),
]

function toWays({ delivery, address, basket }: Scene): DeliveryWay[] {
  const freight = basket.lines.map(toFreightLine)
  return offeredWays(delivery).map((fulfilment) => {
    const fee = deliveryFee(fulfilment, freight, delivery, address)
    return { fulfilment, ...(fee.ok ? {} : { problem: fee.detail }) }
  })
}

/** Coupons in use first, then those that could be, then the others. */
function toCoupons({ pricing }: Priced, { offers }: Scene, language: Language): QuoteCoupon[] {
  const unusedById = new Map(pricing.hints.unusedCoupons.map((one) => [one.couponId, one]))
  const all = offers.coupons.map(({ id, name, rule, validUntil }): QuoteCoupon => {
    const isUsed = pricing.couponIds.includes(id)
    const used = pricing.adjustments.find(({ sourceId }) => isUsed && sourceId === id)
    const unused = unusedById.get(id)
    return {
      id,
      name: inLanguage(name, language),
      benefit: rule.benefit,
      fromFen: rule.fromFen,
      validUntil,
      isUsed,
      ...(used ? { offFen: -used.amountFen } : {}),
      ...(isUsed || !unused ? {} : { reason: unused.reason }),
      ...(unused?.missingFen === undefined ? {} : { missingFen: unused.missingFen }),
    }
  })
  const rankOf = ({ isUsed, reason }: QuoteCoupon) =>
    isUsed ? 0 : reason === 'worse' || reason === 'notChosen' ? 1 : 2
  return all.sort((a, b) => rankOf(a) - rankOf(b) || a.validUntil - b.validUntil)
}

function pointsOf({ pricing }: Priced, { choices, wallet, settings }: Scene): Quote['points'] {
  const could = pricing.hints.points
  if (!settings.points || !could) return undefined
  return { balance: wallet.points, ...could, isUsed: choices.usePoints && pricing.pointsUsed > 0 }
}
