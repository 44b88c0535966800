import type { NamedGoods } from '../../../shared/contract/console-promotions'
import type { PromotionForm } from '../../../shared/contract/promotion-form'
import { fenOf } from './money-field'
import { instantOf, momentOf } from './offer-words'
import type { Moment } from './offer-words'

/** What every offer has, as it is typed. */
export interface OfferFields {
  nameZh: string
  nameEn: string
  starts: Moment
  ends: Moment
  scope: NamedGoods[]
  except: NamedGoods[]
}

const dayMs = 86_400_000
const hourMs = 3_600_000

/** From the next full hour on, for a week, for everything. */
export const blankOffer = (now: number): OfferFields => {
  const startsAt = Math.ceil(now / hourMs) * hourMs
  return {
    nameZh: '',
    nameEn: '',
    starts: momentOf(startsAt),
    ends: momentOf(startsAt + 7 * dayMs),
    scope: [],
    except: [],
  }
}

type Common = Pick<PromotionForm, 'name' | 'startsAt' | 'endsAt' | 'scope'>

/** The same of an offer that is there. */
export function offerFieldsOf(
  { name, startsAt, endsAt, scope }: Common,
  goods: readonly NamedGoods[],
): OfferFields {
  const named = (kind: NamedGoods['kind'], ids: readonly string[] = []): NamedGoods[] =>
    ids.map(
      (id) => goods.find((each) => each.kind === kind && each.id === id) ?? { id, kind, name: id },
    )
  return {
    nameZh: name.zh,
    nameEn: name.en,
    starts: momentOf(startsAt),
    ends: momentOf(endsAt),
    scope: [
      ...named('category', scope.categoryIds),
      ...named('product', scope.productIds),
      ...named('sku', scope.skuIds),
    ],
    except: named('product', scope.exceptProductIds),
  }
}

const idsOfKind = (goods: readonly NamedGoods[], kind: NamedGoods['kind']): string[] =>
  goods.filter((each) => each.kind === kind).map(({ id }) => id)

/** The scope as it is sent: lists that name nothing are left away. */
export function scopeOf({ scope, except }: Pick<OfferFields, 'scope' | 'except'>) {
  const lists = {
    categoryIds: idsOfKind(scope, 'category'),
    productIds: idsOfKind(scope, 'product'),
    skuIds: idsOfKind(scope, 'sku'),
    exceptProductIds: idsOfKind(except, 'product'),
  }
  return Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0)) as Partial<
    typeof lists
  >
}

export type OfferProblem = 'wrongName' | 'wrongDates'

/** Name, time and scope as they are sent, or which of them is wrong. */
export function commonOf(fields: OfferFields): Common | { problem: OfferProblem } {
  const zh = fields.nameZh.trim()
  if (zh === '') return { problem: 'wrongName' }
  const startsAt = instantOf(fields.starts)
  const endsAt = instantOf(fields.ends)
  if (startsAt === undefined || endsAt === undefined || startsAt >= endsAt)
    return { problem: 'wrongDates' }
  // Without an English name, what is there is better than nothing.
  return { name: { zh, en: fields.nameEn.trim() || zh }, startsAt, endsAt, scope: scopeOf(fields) }
}

/** Money from nothing up; nothing typed is no threshold. */
export const thresholdOf = (typed: string): number | undefined =>
  /^0*(?:\.0{0,2})?$/.test(typed.trim()) ? 0 : fenOf(typed)
