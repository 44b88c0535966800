import type { AfterSaleTab } from '../../../shared/contract/console-care'
import { finalAfterSaleStates } from '../../../shared/domain/after-sale'
import type { AfterSaleState } from '../../../shared/domain/after-sale'
import { toCaseCard } from '../../_kit/care/case-view'
import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { countCases, pageCases } from '../../_kit/repos/after-sales'

const pageSize = 20

const statesOf: Record<AfterSaleTab, readonly AfterSaleState[]> = {
  due: ['requested'],
  returns: ['returnSent'],
  appeals: ['arbitration'],
  waiting: ['returning', 'refused', 'refunding', 'exchanging'],
  done: finalAfterSaleStates,
}

const dayMs = 86_400_000

export const countAfterSales: HandlerOf<'console.countAfterSales'> = async (_input, { now }) => {
  const ours: AfterSaleState[] = ['requested', 'returnSent', 'arbitration']
  const [due, returns, appeals, late] = await Promise.all([
    countCases(statesOf.due),
    countCases(statesOf.returns),
    countCases(statesOf.appeals),
    countCases(ours, now + dayMs),
  ])
  return { due, returns, appeals, late }
}

export const listAfterSales: HandlerOf<'console.listAfterSales'> = async (
  { tab, cursor },
  { language },
) => {
  const page = await pageCases(statesOf[tab], pageSize, cursor)
  const orders = await db.orders.getMany(
    page.documents.map(({ orderId }) => orderId),
    ['address'],
  )
  return {
    cases: page.documents.map((kase) => {
      const { name = '', phone = '' } = orders.get(kase.orderId)?.address ?? {}
      return { ...toCaseCard(kase, language), customer: { name, phone } }
    }),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
