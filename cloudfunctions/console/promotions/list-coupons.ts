import { inLanguage } from '../../../shared/domain/localized'
import type { HandlerOf } from '../../_kit/handler-of'
import { pageCoupons } from '../../_kit/repos/offers'
import { readScopeNames } from './offer-goods'
import { offerState } from './offer-state'

const pageSize = 20

export const listCoupons: HandlerOf<'console.listCoupons'> = async (
  { tab, cursor },
  { language, now },
) => {
  const page = await pageCoupons({ tab, at: now, limit: pageSize }, cursor)
  const namesOf = await readScopeNames(
    page.documents.map(({ rule }) => rule.scope),
    language,
  )
  return {
    coupons: page.documents.map((coupon) => {
      const { _id, name, rule, how, code, left, issued, startsAt, endsAt } = coupon
      return {
        id: _id,
        name: inLanguage(name, language),
        state: offerState(coupon, now),
        startsAt,
        endsAt,
        scope: namesOf(rule.scope),
        rule,
        how,
        ...(code === undefined ? {} : { code }),
        left,
        issued,
      }
    }),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
