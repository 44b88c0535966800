import { afterSaleStates, overdueAfterSaleEvent } from '../../shared/domain/after-sale'
import { moveCase } from '../_kit/care/move-case'
import { runFresh } from '../_kit/outbox/run'
import type { Run } from '../_kit/outbox/run'
import { pageDueCases } from '../_kit/repos/after-sales'
import { transaction } from '../_kit/transaction'
import { batchSize } from './batch-size'
import type { Chore } from './chore'
import { eachInTime } from './each-in-time'

/** States in which something is due, whatever is asked for. */
const waitingStates = afterSaleStates.filter(
  (state) => overdueAfterSaleEvent({ kind: 'refundOnly', state, hasReturned: true }) !== undefined,
)

/** Goes on with after-sale cases whose deadline has passed. */
export const moveAfterSales: Chore = async (run) => {
  let moved = 0
  for (const state of waitingStates)
    moved += await eachInTime(run, {
      what: `moveAfterSale:${state}`,
      by: 'dueAt',
      page: (cursor) => pageDueCases(state, run.now, batchSize, cursor),
      work: ({ _id }) => moveOverdue(_id, run),
    })
  return moved
}

async function moveOverdue(afterSaleId: string, run: Run): Promise<void> {
  const entries = await transaction(async (tx) => {
    const kase = await tx.aftersales.get(afterSaleId)
    if (!kase || kase.dueAt > run.now) return []
    const { kind, state, returnParcel } = kase
    const event = overdueAfterSaleEvent({ kind, state, hasReturned: returnParcel !== undefined })
    if (!event) return []
    const moved = await moveCase(tx, kase, { event, at: run.now, by: 'system' })
    return moved?.entries ?? []
  })
  await runFresh(entries, run)
}
