import { toCaseCard } from '../_kit/care/case-view'
import type { HandlerOf } from '../_kit/handler-of'
import { pageMemberCases } from '../_kit/repos/after-sales'

const pageSize = 10

export const listAfterSales: HandlerOf<'care.listAfterSales'> = async (
  { cursor },
  { memberId, language },
) => {
  const page = await pageMemberCases(memberId, pageSize, cursor)
  return {
    cases: page.documents.map((kase) => toCaseCard(kase, language)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
