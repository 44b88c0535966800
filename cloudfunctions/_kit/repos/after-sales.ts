import { finalAfterSaleStates } from '../../../shared/domain/after-sale'
import type { AfterSaleState } from '../../../shared/domain/after-sale'
import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { AfterSaleDocument } from '../documents/care'

/** A member's cases, the newest first. */
export const pageMemberCases = (
  memberId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<AfterSaleDocument>> =>
  db.aftersales.page(
    {
      index: 'memberCreated',
      where: { memberId },
      order: [
        ['createdAt', -1],
        ['_id', -1],
      ],
      limit,
    },
    cursor,
  )

/** The cases of one order, the newest first. */
export async function listOrderCases(orderId: string): Promise<AfterSaleDocument[]> {
  const cases = await db.aftersales.find({ index: 'order', where: { orderId }, limit: 100 })
  return cases.sort((a, b) => b.createdAt - a.createdAt)
}

const soonestFirst = [
  ['dueAt', 1],
  ['_id', 1],
] as const
const newestFirst = [
  ['dueAt', -1],
  ['_id', -1],
] as const

const isFinal = (state: AfterSaleState) =>
  (finalAfterSaleStates as readonly AfterSaleState[]).includes(state)

/** Cases in one of these states: what is due soonest first, what is over newest first. */
export const pageCases = (
  states: readonly AfterSaleState[],
  limit: number,
  cursor: string | undefined,
): Promise<Page<AfterSaleDocument>> =>
  db.aftersales.page(
    {
      index: 'stateDue',
      where: { state: command.in(states) },
      order: states.every(isFinal) ? newestFirst : soonestFirst,
      limit,
    },
    cursor,
  )

/** How many cases are in one of these states; with `before`, only those due by then. */
export const countCases = (states: readonly AfterSaleState[], before?: number): Promise<number> =>
  db.aftersales.count({
    index: 'stateDue',
    where: {
      state: command.in(states),
      ...(before === undefined ? {} : { dueAt: command.lte(before) }),
    },
  })

/** Cases in a state whose deadline has come, the longest overdue first. */
export const pageDueCases = (
  state: AfterSaleState,
  now: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<Pick<AfterSaleDocument, '_id' | 'dueAt'>>> =>
  db.aftersales.page(
    {
      index: 'stateDue',
      where: { state, dueAt: command.lte(now) },
      order: soonestFirst,
      only: ['dueAt'],
      limit,
    },
    cursor,
  )
