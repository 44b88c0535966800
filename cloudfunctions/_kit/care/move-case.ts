import {
  afterSaleDueAt,
  isOpenAfterSale,
  nextAfterSaleState,
} from '../../../shared/domain/after-sale'
import type { AfterSaleState, AfterSaleTransition } from '../../../shared/domain/after-sale'
import { refundAmount, withAsked } from '../../../shared/domain/after-sale-wish'
import { autoReceiveMs } from '../../../shared/domain/hold'
import { isAllSent } from '../../../shared/domain/parcels'
import type { AfterSaleDocument } from '../documents/care'
import type { OrderDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { applyEvent } from '../orders/apply-event'
import { startRefund } from '../orders/start-refund'
import type { RefundWish } from '../orders/start-refund'
import { newsOf } from './case-news'
import { newEntry } from '../outbox/entry'
import type { Transaction } from '../transaction'

/** Who moves a case on and when, with a word when they wrote one. */
export interface CaseStep extends Pick<
  AfterSaleDocument['timeline'][number],
  'at' | 'by' | 'staffId' | 'note'
> {
  event: AfterSaleTransition
}

type CaseChange = Partial<
  Pick<
    AfterSaleDocument,
    'returnParcel' | 'exchangeParcel' | 'answer' | 'refundFen' | 'refundPoints' | 'outRefundNo'
  >
>

/** What a step changes beside the state, and which pieces of a refund are for sale again. */
type CaseFollows = CaseChange & { isStockBack?: RefundWish['isStockBack'] }

export interface MovedCase {
  state: AfterSaleState
  /** Written already; for the writer to do right after the commit. */
  entries: OutboxDocument[]
}

/**
 * Moves a case to its next state inside a transaction, with all that follows: pieces that are free
 * again, money that goes back, the next deadline. Undefined, and nothing is written, when the
 * table of states does not allow it. `kase` is as this transaction has read it.
 */
export async function moveCase(
  tx: Transaction,
  kase: AfterSaleDocument,
  step: CaseStep,
  { isStockBack = step.by === 'system' ? 'unsent' : false, ...change }: CaseFollows = {},
): Promise<MovedCase | undefined> {
  const state = nextAfterSaleState(kase, step.event, step.by)
  if (state === undefined) return undefined
  let follows: { change: CaseChange; entries: OutboxDocument[] } = { change: {}, entries: [] }
  if (state === 'refunding') follows = await payBack(tx, kase, step.at, isStockBack)
  else if (isOpenAfterSale(kase.state) && !isOpenAfterSale(state)) await freePieces(tx, kase)
  const moved: AfterSaleDocument = {
    ...kase,
    ...change,
    ...follows.change,
    state,
    dueAt: afterSaleDueAt(state, step.at),
    timeline: [...kase.timeline, step],
  }
  await tx.aftersales.put(moved)
  const news = newsOf(moved, step)
  if (news.length > 0) await tx.outbox.insert(...news)
  return { state, entries: [...follows.entries, ...news] }
}

/** Books the refund. What goes back is counted anew: other pieces may have gone meanwhile. */
async function payBack(
  tx: Transaction,
  kase: AfterSaleDocument,
  at: number,
  isStockBack: RefundWish['isStockBack'],
): Promise<{ change: CaseChange; entries: OutboxDocument[] }> {
  const order = await orderOf(tx, kase)
  const { refundFen, points } = refundAmount(order, kase)
  const { outRefundNo, entries } = await startRefund(
    tx,
    { ...order, lines: withAsked(order.lines, kase.lines, -1) },
    {
      cause: 'afterSale',
      afterSaleId: kase._id,
      what: {
        lines: kase.lines.map(({ lineIndex, quantity }) => ({ lineIndex, quantity })),
        refundFen,
        points,
      },
      areReturned: kase.kind !== 'refundOnly',
      isStockBack,
    },
    at,
  )
  const uploads = await sendRest(tx, order._id, at)
  return {
    change: { refundFen, refundPoints: points, outRefundNo },
    entries: [...entries, ...uploads],
  }
}

/**
 * Of an order that left in part, nothing may be left to send now: then all of it is on its way, and
 * WeChat is told so.
 */
async function sendRest(tx: Transaction, orderId: string, at: number): Promise<OutboxDocument[]> {
  const order = await tx.orders.get(orderId)
  const lastParcel = order?.parcels.at(-1)
  if (order?.state !== 'paid' || !lastParcel || !isAllSent(order.lines)) return []
  const state = await applyEvent(
    tx,
    order,
    'ship',
    { at, by: 'system' },
    { shippedAt: lastParcel.shippedAt, dueAt: at + autoReceiveMs },
  )
  if (state === undefined) return []
  const parcel = order.parcels.length + 1
  const upload = newEntry({ kind: 'uploadShipping', orderId, parcel }, order.memberId, at)
  await tx.outbox.insert(upload)
  return [upload]
}

async function freePieces(tx: Transaction, kase: AfterSaleDocument): Promise<void> {
  const order = await orderOf(tx, kase)
  await tx.orders.update(order._id, {
    lines: withAsked(order.lines, kase.lines, -1),
    caseCount: Math.max(0, (order.caseCount ?? 0) - 1),
  })
}

async function orderOf(tx: Transaction, { _id, orderId }: AfterSaleDocument) {
  const order: OrderDocument | undefined = await tx.orders.get(orderId)
  if (!order) throw new Error(`after-sale case ${_id} has no order`)
  return order
}
