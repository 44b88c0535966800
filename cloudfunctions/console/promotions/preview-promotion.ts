import { deliveryFee } from '../../../shared/domain/delivery'
import { inLanguage } from '../../../shared/domain/localized'
import { findDeepCuts, withDraft } from '../../../shared/domain/price-floor'
import type { Draft } from '../../../shared/domain/price-floor'
import { priceBasket } from '../../../shared/domain/promotion/pricing'
import type { Basket, MemberCoupon, Promotion } from '../../../shared/domain/promotion/promotion'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { consolePromotions } from '../../../shared/contract/console-promotions'
import { companyDelivery } from '../../_kit/delivery-rules'
import { db } from '../../_kit/db'
import type { CouponDocument, PromotionDocument } from '../../_kit/documents/loyalty'
import type { HandlerOf } from '../../_kit/handler-of'
import { listFlashStocks, listRunningCoupons } from '../../_kit/repos/offers'
import { listRunningPromotions } from '../../_kit/repos/promotions'
import { toPreviewedCart } from './preview-cart'
import { readSampleGoods, toPricingLine } from './sample-goods'

type DraftInput = ParsedInputOf<(typeof consolePromotions)['console.previewPromotion']>['draft']

/** Names the draft among what runs. */
const draftId = 'draft'
const mostWarnings = 5
/** Customers hold no more kinds at once that matter for a warning. */
const mostCoupons = 30

export const previewPromotion: HandlerOf<'console.previewPromotion'> = async (
  { lines, isNewcomer, couponIds, draft: input },
  { language, now, fail },
) => {
  const { startsAt, endsAt } = input.form
  const at = startsAt <= now && now < endsAt ? now : startsAt
  const { rule, scope } =
    input.kind === 'promotion' ? input.form : { rule: undefined, scope: input.form.rule.scope }
  const giftIds = rule?.kind === 'gift' ? [rule.skuId] : []
  const [skus, goods, promotions, running, chosen, delivery] = await Promise.all([
    db.skus.getMany([...lines.map(({ skuId }) => skuId), ...giftIds]),
    readSampleGoods(scope, rule),
    promotionsAt(at, input),
    listRunningCoupons(at, mostCoupons),
    db.coupons.getMany(couponIds),
    companyDelivery(),
  ])
  const gone = lines.map(({ skuId }) => skuId).filter((skuId) => !skus.has(skuId))
  if (gone.length > 0) fail('OFFER_GOODS_GONE', { ids: gone })
  const wanted = lines.map(({ skuId, quantity }) => toPricingLine(skus.get(skuId)!, quantity))
  const fee = deliveryFee(
    'carrier',
    wanted.map(({ key, priceFen, quantity }) => {
      const { weightGrams, freightTemplateId } = skus.get(key)!
      return {
        amountFen: priceFen * quantity,
        quantity,
        ...(weightGrams === undefined ? {} : { weightGrams }),
        ...(freightTemplateId === undefined ? {} : { freightTemplateId }),
      }
    }),
    delivery,
    undefined,
  )
  const otherThanDraft = ({ _id }: CouponDocument) =>
    input.kind !== 'coupon' || _id !== input.couponId
  const sample: Basket = {
    now: at,
    lines: wanted,
    promotions,
    coupons: [...chosen.values()].filter(otherThanDraft).map((each) => inHand(each, at)),
    couponChoice: 'best',
    isMember: true,
    isNewcomer,
    flashStock: await flashStockOf(promotions, input),
    delivery: fee.ok ? fee.value : { feeFen: 0 },
  }
  const draft = toDraft(input, at)
  const [before, after] = [priceBasket(sample), priceBasket(withDraft(sample, draft))]
  for (const [id, sku] of await db.skus.getMany(
    [...before.gifts, ...after.gifts].map(({ skuId }) => skuId).filter((id) => !skus.has(id)),
  ))
    skus.set(id, sku)
  const world = {
    ...sample,
    coupons: running.filter(otherThanDraft).map((each) => inHand(each, at)),
    delivery: { feeFen: 0 },
  }
  const cuts = findDeepCuts(
    world,
    draft,
    goods.map((sku) => toPricingLine(sku, 1)),
  )
  const known = new Map([...skus, ...goods.map((sku) => [sku._id, sku] as const)])
  return {
    at,
    before: toPreviewedCart(before, skus, language),
    after: toPreviewedCart(after, skus, language),
    warnings: cuts.slice(0, mostWarnings).map(({ skuId, causes, ...cut }) => {
      const sku = known.get(skuId)!
      return {
        ...cut,
        name: inLanguage(sku.name, language),
        options: inLanguage(sku.optionWords, language),
        causes: causes.flatMap(({ name }) => (name ? [inLanguage(name, language)] : [])),
      }
    }),
  }
}

/** What is in force at that moment beside the draft. */
async function promotionsAt(at: number, input: DraftInput): Promise<Promotion[]> {
  const replaced = input.kind === 'promotion' ? input.promotionId : undefined
  return (await listRunningPromotions(at))
    .filter(({ _id, startsAt }) => startsAt <= at && _id !== replaced)
    .map(toPromotion)
}

const toPromotion = ({
  _id,
  createdAt: _created,
  updatedAt: _updated,
  ...promotion
}: PromotionDocument): Promotion => ({ ...promotion, id: _id })

/** Nobody has bought of it yet; of the draft there is what it will begin with. */
async function flashStockOf(promotions: readonly Promotion[], input: DraftInput) {
  const sales = promotions.filter(({ rule }) => rule.kind === 'flashSale').map(({ id }) => id)
  const pieces = input.kind === 'promotion' ? input.form.pieces : []
  return [
    ...(await listFlashStocks(sales)).map(({ promotionId, skuId, left }) => ({
      promotionId,
      skuId,
      left,
      boughtByMember: 0,
    })),
    ...pieces.map(({ skuId, total }) => ({
      promotionId: draftId,
      skuId,
      left: total,
      boughtByMember: 0,
    })),
  ]
}

function toDraft(input: DraftInput, at: number): Draft {
  if (input.kind === 'coupon') return { kind: 'coupon', coupon: inHand(input.form, at) }
  const { pieces: _pieces, ...form } = input.form
  return { kind: 'promotion', promotion: { ...form, id: draftId, isOn: true } }
}

/** A coupon as if somebody had just got one. */
const inHand = (
  { _id = draftId, name, rule }: Pick<CouponDocument, 'name' | 'rule'> & { _id?: string },
  at: number,
): MemberCoupon => ({ id: _id, name, rule, validFrom: at, validUntil: at + 1 })
