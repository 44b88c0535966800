import type { NamedGoods } from '../../../../shared/contract/console-promotions'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { instantOf, ruleSentence, scopeText, timeText } from '../offer-words'
import type { OfferTexts, PromotionKind } from '../offer-words'
import { ruleOf } from './promotion-form'
import type { PromotionFields, SingleField } from './promotion-form'

type Texts = OfferTexts['staffPromotions']

/** A number that a kind asks for. */
export interface FieldView {
  name: SingleField
  label: string
  hint: string
  isMoney: boolean
}

/** What the editor of a kind shows. */
export interface KindView {
  fields: FieldView[]
  /** Columns of a tier; empty when the kind has none. */
  tiers: { name: 'from' | 'count' | 'off'; label: string; isMoney: boolean }[]
  repeats: boolean
  /** How SKUs are asked for: with prices, with pieces too, one gift, or not at all. */
  items: 'none' | 'gift' | 'prices' | 'pieces'
  scope: boolean
  stacking: boolean
  audience: boolean
}

const plain: KindView = {
  fields: [],
  tiers: [],
  repeats: false,
  items: 'none',
  scope: true,
  stacking: true,
  audience: true,
}

/** Which questions a kind asks. */
export function kindView(kind: PromotionKind, t: Texts): KindView {
  const field = (name: SingleField, label: string, isMoney = false, hint = ''): FieldView => ({
    name,
    label,
    hint,
    isMoney,
  })
  const from = field('from', t.from, true, t.fromHint)
  switch (kind) {
    case 'amountOff':
      return {
        ...plain,
        repeats: true,
        tiers: [
          { name: 'from', label: t.from, isMoney: true },
          { name: 'off', label: t.offYuan, isMoney: true },
        ],
      }
    case 'percentOff':
      return {
        ...plain,
        fields: [field('most', t.most, true, t.mostHint)],
        tiers: [
          { name: 'from', label: t.from, isMoney: true },
          { name: 'count', label: t.fromCount, isMoney: false },
          { name: 'off', label: t.percent, isMoney: false },
        ],
      }
    case 'nthItem':
      return { ...plain, fields: [field('nth', t.nth), field('percent', t.percent, false, '50')] }
    case 'bundlePrice':
      return { ...plain, fields: [field('count', t.count), field('price', t.price, true)] }
    case 'gift':
      return { ...plain, fields: [from, field('giftQuantity', t.giftQuantity)], items: 'gift' }
    case 'freeDelivery':
      return { ...plain, fields: [from], stacking: false }
    case 'newcomer':
      return { ...plain, fields: [from, field('off', t.offYuan, true)], audience: false }
    case 'memberPrice':
      return {
        ...plain,
        fields: [field('percent', t.percent, false, t.percentHint)],
        items: 'prices',
        stacking: false,
        audience: false,
      }
    case 'flashSale':
      return { ...plain, items: 'pieces', scope: false }
    case 'groupBuy':
      return {
        ...plain,
        fields: [field('size', t.size), field('hours', t.hours)],
        items: 'prices',
        scope: false,
      }
  }
}

/** What customers will read, as it is typed: what it does, for what, and when. */
export function liveSentence(fields: PromotionFields, t: OfferTexts): string {
  const rule = ruleOf(fields)
  if (!rule) return ''
  const scope = kindView(fields.kind, t.staffPromotions).scope
    ? [scopeText(namesOf(fields.scope), t.staffPromotions)]
    : []
  const [startsAt, endsAt] = [instantOf(fields.starts), instantOf(fields.ends)]
  const time =
    startsAt === undefined || endsAt === undefined
      ? []
      : [timeText({ startsAt, endsAt }, t.staffPromotions)]
  return [ruleSentence(rule, t), ...scope, ...time].join(t.staffPromotions.partSeparator)
}

export const namesOf = (goods: readonly NamedGoods[]): string[] => goods.map(({ name }) => name)

/** What is known of each SKU beside what is typed. */
export const toItemViews = (
  { items }: PromotionFields,
  left: readonly { skuId: string; left: number }[],
  t: Texts,
): { name: string; line: string }[] =>
  items.map(({ goods }) => {
    const mine = left.find(({ skuId }) => skuId === goods.id)
    const usual =
      goods.priceFen === undefined
        ? ''
        : fill(t.usual, { price: priceText(goods.priceFen), stock: goods.stock ?? 0 })
    return {
      name: [goods.name, goods.options].filter(Boolean).join(' '),
      line: [usual, mine ? fill(t.itemLeft, { left: mine.left }) : ''].filter(Boolean).join('  '),
    }
  })
