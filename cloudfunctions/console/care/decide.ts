import { moveCase } from '../../_kit/care/move-case'
import type { CaseStep, MovedCase } from '../../_kit/care/move-case'
import { db } from '../../_kit/db'
import type { AfterSaleDocument } from '../../_kit/documents/care'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'
import { takeStock } from '../../_kit/orders/stock'
import { inLanguage } from '../../../shared/domain/localized'
import type { Transaction } from '../../_kit/transaction'

type Decision =
  | 'console.approveAfterSale'
  | 'console.refuseAfterSale'
  | 'console.acceptReturn'
  | 'console.sendExchange'
  | 'console.decideAfterSale'
type Context<A extends Decision> = Parameters<HandlerOf<A>>[1]

/** Reads the case inside the transaction, has `move` move it on, and does what follows after. */
async function decide<A extends Decision>(
  afterSaleId: string,
  { caller, now, fail, transaction }: Context<A> & Context<Decision>,
  move: (tx: Transaction, kase: AfterSaleDocument) => Promise<MovedCase | undefined>,
) {
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const kase = await tx.aftersales.get(afterSaleId)
    if (!kase) return fail('AFTER_SALE_NOT_FOUND')
    const moved = await move(tx, kase)
    if (!moved) return fail('AFTER_SALE_CHANGED', { state: kase.state })
    entries = moved.entries
    return { state: moved.state }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}

const stepOf = (
  event: CaseStep['event'],
  { memberId: staffId, now: at }: { memberId: string; now: number },
  note = '',
): CaseStep => ({ event, at, by: 'staff', staffId, ...(note === '' ? {} : { note }) })

const word = (answer: string) => (answer === '' ? {} : { answer })

export const approveAfterSale: HandlerOf<'console.approveAfterSale'> = (
  { afterSaleId, answer, isStockBack },
  context,
) =>
  decide(afterSaleId, context, async (tx, kase) => {
    // An appeal is the owner's or manager's to decide, also when the words are the same.
    if (kase.state !== 'requested') return undefined
    const event = kase.kind === 'refundOnly' ? 'approve' : 'approveReturn'
    return moveCase(tx, kase, stepOf(event, context, answer), { ...word(answer), isStockBack })
  })

export const refuseAfterSale: HandlerOf<'console.refuseAfterSale'> = (
  { afterSaleId, answer },
  context,
) =>
  decide(afterSaleId, context, (tx, kase) =>
    moveCase(tx, kase, stepOf('refuse', context, answer), { answer }),
  )

export const acceptReturn: HandlerOf<'console.acceptReturn'> = (
  { afterSaleId, isStockBack },
  context,
) =>
  decide(afterSaleId, context, (tx, kase) =>
    moveCase(tx, kase, stepOf('acceptReturn', context), { isStockBack }),
  )

const decidedEvents = { refund: 'approve', return: 'approveReturn', close: 'close' } as const

export const decideAfterSale: HandlerOf<'console.decideAfterSale'> = (
  { afterSaleId, decision, answer, isStockBack },
  context,
) =>
  decide(afterSaleId, context, async (tx, kase) => {
    if (kase.state !== 'arbitration') return undefined
    const step = stepOf(decidedEvents[decision], context, answer)
    return moveCase(tx, kase, step, { answer, isStockBack })
  })

export const sendExchange: HandlerOf<'console.sendExchange'> = async (
  { afterSaleId, carrier, trackingNumber, isStockBack },
  context,
) => {
  const { language, now, fail } = context
  const asked = await db.aftersales.get(afterSaleId)
  return decide(afterSaleId, context, async (tx, kase) => {
    const exchangeParcel = { carrier, trackingNumber, sentAt: now }
    const moved = await moveCase(tx, kase, stepOf('sendExchange', context), { exchangeParcel })
    if (!moved) return undefined
    // Sound pieces that came back are sold again; the ones that leave are off the stock.
    const pieces = kase.lines.map(({ skuId, quantity }) => ({ skuId, quantity }))
    if (isStockBack) return moved
    const { shortage, turned } = await takeStock(tx, pieces)
    if (shortage) {
      const name = asked?.lines.find(({ skuId }) => skuId === shortage.skuId)?.name
      fail('SOLD_OUT', { lines: [{ ...shortage, name: name ? inLanguage(name, language) : '' }] })
    }
    const entries = turned.map((productId) =>
      newEntry({ kind: 'refreshOffer', productId }, kase.memberId, now),
    )
    if (entries.length > 0) await tx.outbox.insert(...entries)
    return { ...moved, entries: [...moved.entries, ...entries] }
  })
}
