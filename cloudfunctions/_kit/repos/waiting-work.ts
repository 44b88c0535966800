import type { AfterSaleState } from '../../../shared/domain/after-sale'
import { command } from '../cloud'
import { db } from '../db'
import type { RefundDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'

/** States in which an after-sale case waits for staff. */
const forStaff = ['requested', 'returnSent', 'arbitration'] as const satisfies AfterSaleState[]

/** After-sale cases that wait for staff. */
export const countAfterSales = (): Promise<number> =>
  db.aftersales.count({ index: 'stateDue', where: { state: command.in(forStaff) } })

/** Reviews that nobody has looked at. */
export const countReviews = (): Promise<number> =>
  db.reviews.count({ index: 'needsStaff', where: { needsStaff: true } })

/** Questions without an answer. */
export const countQuestions = (): Promise<number> =>
  db.questions.count({ index: 'open', where: { isOpen: true } })

/** Listed SKUs of which so few are left. */
export const countLowStock = (atMost: number): Promise<number> =>
  db.skus.count({ index: 'low', where: { isListed: true, stock: command.lte(atMost) } })

/** Effects that were given up. */
export const countDeadEffects = (): Promise<number> =>
  db.outbox.count({ index: 'stateDue', where: { state: 'dead' } })

/** Effects that were given up, the last first. */
export const listDeadEffects = (limit: number): Promise<OutboxDocument[]> =>
  db.outbox.find({
    index: 'stateDue',
    where: { state: 'dead' },
    order: [
      ['dueAt', -1],
      ['_id', -1],
    ],
    limit,
  })

/** Refunds that WeChat Pay has given up, the oldest first. */
export const listStuckRefunds = (limit: number): Promise<RefundDocument[]> =>
  db.refunds.find({
    index: 'stateCreated',
    where: { state: 'stuck' },
    order: [
      ['createdAt', 1],
      ['_id', 1],
    ],
    limit,
  })
