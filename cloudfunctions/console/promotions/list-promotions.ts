import { inLanguage } from '../../../shared/domain/localized'
import type { HandlerOf } from '../../_kit/handler-of'
import { listFlashStocks, pagePromotions } from '../../_kit/repos/offers'
import { readScopeNames } from './offer-goods'
import { offerState } from './offer-state'

const pageSize = 20

export const listPromotions: HandlerOf<'console.listPromotions'> = async (
  { tab, cursor },
  { language, now },
) => {
  const page = await pagePromotions({ tab, at: now, limit: pageSize }, cursor)
  const sales = page.documents.filter(({ rule }) => rule.kind === 'flashSale')
  const [namesOf, stocks] = await Promise.all([
    readScopeNames(
      page.documents.map(({ scope }) => scope),
      language,
    ),
    listFlashStocks(sales.map(({ _id }) => _id)),
  ])
  return {
    promotions: page.documents.map((promotion) => {
      const { _id, name, rule, scope, startsAt, endsAt } = promotion
      const mine = stocks.filter(({ promotionId }) => promotionId === _id)
      const sum = (of: 'left' | 'total') => mine.reduce((all, stock) => all + stock[of], 0)
      return {
        id: _id,
        name: inLanguage(name, language),
        state: offerState(promotion, now),
        startsAt,
        endsAt,
        scope: namesOf(scope),
        rule,
        ...(rule.kind === 'flashSale' ? { flash: { left: sum('left'), total: sum('total') } } : {}),
      }
    }),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
