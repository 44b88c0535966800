import type { EditedPromotion, NamedGoods } from '../../../../shared/contract/console-promotions'
import type { PromotionForm } from '../../../../shared/contract/promotion-form'
import type { PromotionRule } from '../../../../shared/domain/promotion/promotion'
import { fenOf, wholeOf, yuanField } from '../money-field'
import { blankOffer, commonOf, offerFieldsOf, thresholdOf } from '../offer-fields'
import type { OfferFields, OfferProblem } from '../offer-fields'
import type { PromotionKind } from '../offer-words'

/** A tier as it is typed; a kind uses what it needs of it. */
export interface TierFields {
  from: string
  count: string
  off: string
}

/** An SKU with a price of its own. */
export interface ItemFields {
  goods: NamedGoods
  price: string
  perMember: string
  total: string
}

const singles = [
  'from',
  'off',
  'percent',
  'most',
  'nth',
  'count',
  'price',
  'giftQuantity',
  'size',
  'hours',
] as const
export type SingleField = (typeof singles)[number]

/** Everything about a promotion, as it is typed. */
export interface PromotionFields extends OfferFields {
  kind: PromotionKind
  tiers: TierFields[]
  repeats: boolean
  values: Record<SingleField, string>
  items: ItemFields[]
  isTogether: boolean
  audience: 'all' | 'newcomer' | 'member'
}

export type PromotionProblem = OfferProblem | 'wrongRule' | 'wrongItems'

export const blankTier = (): TierFields => ({ from: '', count: '', off: '' })

const noValues = (): Record<SingleField, string> =>
  Object.fromEntries(singles.map((name) => [name, ''])) as Record<SingleField, string>

export const blankFields = (kind: PromotionKind, now: number): PromotionFields => ({
  ...blankOffer(now),
  kind,
  tiers: [blankTier()],
  repeats: false,
  values: { ...noValues(), nth: '2', giftQuantity: '1', size: '2', hours: '24' },
  items: [],
  isTogether: false,
  audience: 'all',
})

export const itemOf = (goods: NamedGoods): ItemFields => ({
  goods,
  price: '',
  perMember: '1',
  total: '',
})

/** A promotion that is there, as it can be typed on. */
export function toFields({ form, goods }: EditedPromotion): PromotionFields {
  const { rule, pieces } = form
  const fields: PromotionFields = {
    ...blankFields(rule.kind, form.startsAt),
    ...offerFieldsOf(form, goods),
    isTogether: form.stacking === 'withOthers',
    audience: form.audience ?? 'all',
  }
  const { values } = fields
  const item = (skuId: string): ItemFields =>
    itemOf(
      goods.find(({ kind, id }) => kind === 'sku' && id === skuId) ?? {
        id: skuId,
        kind: 'sku',
        name: skuId,
      },
    )
  const priced = ({ skuId, priceFen }: { skuId: string; priceFen: number }): ItemFields => ({
    ...item(skuId),
    price: yuanField(priceFen),
  })
  switch (rule.kind) {
    case 'amountOff':
      fields.tiers = rule.tiers.map(({ fromFen, offFen }) => ({
        ...blankTier(),
        from: yuanField(fromFen),
        off: yuanField(offFen),
      }))
      fields.repeats = rule.repeats === true
      break
    case 'percentOff':
      fields.tiers = rule.tiers.map(({ fromFen, fromCount, percentOff }) => ({
        from: yuanField(fromFen),
        count: fromCount === undefined ? '' : String(fromCount),
        off: String(percentOff),
      }))
      values.most = yuanField(rule.mostFen)
      break
    case 'nthItem':
      values.nth = String(rule.nth)
      values.percent = String(rule.percentOff)
      break
    case 'bundlePrice':
      values.count = String(rule.count)
      values.price = yuanField(rule.priceFen)
      break
    case 'gift':
      values.from = yuanField(rule.fromFen)
      values.giftQuantity = String(rule.quantity)
      fields.items = [item(rule.skuId)]
      break
    case 'freeDelivery':
      values.from = yuanField(rule.fromFen)
      break
    case 'newcomer':
      values.from = yuanField(rule.fromFen)
      values.off = yuanField(rule.offFen)
      break
    case 'memberPrice':
      values.percent = rule.percentOff === undefined ? '' : String(rule.percentOff)
      fields.items = (rule.prices ?? []).map(priced)
      break
    case 'flashSale':
      fields.items = rule.items.map((each) => ({
        ...priced(each),
        perMember: String(each.perMember),
        total: String(pieces?.find(({ skuId }) => skuId === each.skuId)?.total ?? 0),
      }))
      break
    case 'groupBuy':
      values.size = String(rule.size)
      values.hours = String(rule.lastsMs / hourMs)
      fields.items = rule.items.map(priced)
      break
  }
  return fields
}

const hourMs = 3_600_000

/** The rule as it is sent; undefined while a number is missing. */
export function ruleOf({
  kind,
  tiers,
  repeats,
  values,
  items,
}: PromotionFields): PromotionRule | undefined {
  const whole = (name: SingleField) => wholeOf(values[name]) || undefined
  const fromFen = thresholdOf(values.from)
  const prices = items.map(({ goods, price }) => ({ skuId: goods.id, priceFen: fenOf(price) ?? 0 }))
  const hasPrices = prices.every(({ priceFen }) => priceFen > 0)
  switch (kind) {
    case 'amountOff': {
      const parsed = tiers.map(({ from, off }) => ({
        fromFen: thresholdOf(from) ?? -1,
        offFen: fenOf(off) ?? 0,
      }))
      if (parsed.some((tier) => tier.fromFen < 0 || tier.offFen === 0)) return undefined
      return { kind, tiers: parsed, ...(repeats ? { repeats } : {}) }
    }
    case 'percentOff': {
      const mostFen = values.most === '' ? undefined : fenOf(values.most)
      const parsed = tiers.map(({ from, count, off }) => {
        const sum = thresholdOf(from)
        const fromCount = wholeOf(count) ?? 0
        return {
          percentOff: sum === undefined ? 0 : (wholeOf(off) ?? 0),
          ...(sum ? { fromFen: sum } : {}),
          ...(fromCount > 1 ? { fromCount } : {}),
        }
      })
      if (parsed.some(({ percentOff }) => percentOff < 1 || percentOff > 99)) return undefined
      if (values.most !== '' && mostFen === undefined) return undefined
      return { kind, tiers: parsed, ...(mostFen === undefined ? {} : { mostFen }) }
    }
    case 'nthItem': {
      const [nth, percentOff] = [whole('nth'), whole('percent')]
      return nth && percentOff && percentOff <= 100 ? { kind, nth, percentOff } : undefined
    }
    case 'bundlePrice': {
      const [count, priceFen] = [whole('count'), fenOf(values.price)]
      return count && priceFen ? { kind, count, priceFen } : undefined
    }
    case 'gift': {
      const [quantity, skuId] = [whole('giftQuantity'), items[0]?.goods.id]
      if (fromFen === undefined || !quantity || skuId === undefined) return undefined
      return { kind, fromFen, skuId, quantity }
    }
    case 'freeDelivery':
      return fromFen === undefined ? undefined : { kind, fromFen }
    case 'newcomer': {
      const offFen = fenOf(values.off)
      return fromFen === undefined || !offFen ? undefined : { kind, fromFen, offFen }
    }
    case 'memberPrice': {
      const percentOff = whole('percent')
      if (!hasPrices || (percentOff === undefined && prices.length === 0)) return undefined
      return {
        kind,
        ...(percentOff === undefined ? {} : { percentOff }),
        ...(prices.length === 0 ? {} : { prices }),
      }
    }
    case 'flashSale': {
      const each = items.map(({ perMember }, index) => ({
        ...prices[index]!,
        perMember: wholeOf(perMember) ?? 0,
      }))
      const isComplete = hasPrices && each.every(({ perMember }) => perMember > 0)
      return each.length > 0 && isComplete ? { kind, items: each } : undefined
    }
    case 'groupBuy': {
      const [size, hours] = [whole('size'), whole('hours')]
      if (!size || !hours || prices.length === 0 || !hasPrices) return undefined
      return { kind, items: prices, size, lastsMs: hours * hourMs }
    }
  }
}

/** The promotion as it is sent, or what is wrong with it. */
export function toForm(
  fields: PromotionFields,
): { form: PromotionForm } | { problem: PromotionProblem } {
  const common = commonOf(fields)
  if ('problem' in common) return common
  const rule = ruleOf(fields)
  if (!rule) return { problem: 'wrongRule' }
  const pieces = fields.items.map(({ goods, total }) => ({
    skuId: goods.id,
    total: wholeOf(total) ?? -1,
  }))
  const isFlash = rule.kind === 'flashSale'
  if (isFlash && pieces.some(({ total }) => total < 0)) return { problem: 'wrongItems' }
  return {
    form: {
      ...common,
      stacking: fields.isTogether ? 'withOthers' : 'exclusive',
      ...(fields.audience === 'all' ? {} : { audience: fields.audience }),
      rule,
      pieces: isFlash ? pieces : [],
    },
  }
}
