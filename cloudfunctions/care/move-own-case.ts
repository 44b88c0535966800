import { moveCase } from '../_kit/care/move-case'
import type { AfterSaleTransition } from '../../shared/domain/after-sale'
import type { AfterSaleState } from '../../shared/domain/after-sale'
import type { HandlerOf } from '../_kit/handler-of'
import type { Transaction } from '../_kit/transaction'

interface Moving {
  afterSaleId: string
  memberId: string
  event: AfterSaleTransition
  at: number
  note?: string
}

type Moved = { state: AfterSaleState } | { refusal: 'absent' } | { refusal: AfterSaleState }

/** Moves the member's own case on; other people's cases do not exist. */
async function moveOwn(
  tx: Transaction,
  { afterSaleId, memberId, event, at, note }: Moving,
  change: Parameters<typeof moveCase>[3] = {},
): Promise<Moved> {
  const kase = await tx.aftersales.get(afterSaleId)
  if (kase?.memberId !== memberId) return { refusal: 'absent' }
  const step = { event, at, by: 'member' as const, ...(note === undefined ? {} : { note }) }
  const moved = await moveCase(tx, kase, step, change)
  return moved ? { state: moved.state } : { refusal: kase.state }
}

type CaseAction =
  'care.withdrawAfterSale' | 'care.sendBack' | 'care.appealAfterSale' | 'care.confirmExchange'
type CaseContext = Parameters<HandlerOf<CaseAction>>[1]

function answerOf(moved: Moved, fail: CaseContext['fail']): { state: AfterSaleState } {
  if ('state' in moved) return moved
  return moved.refusal === 'absent'
    ? fail('AFTER_SALE_NOT_FOUND')
    : fail('AFTER_SALE_CHANGED', { state: moved.refusal })
}

export const withdrawAfterSale: HandlerOf<'care.withdrawAfterSale'> = (
  { afterSaleId },
  { memberId, now: at, fail, transaction },
) =>
  transaction(async (tx) =>
    answerOf(await moveOwn(tx, { afterSaleId, memberId, event: 'withdraw', at }), fail),
  )

export const sendBack: HandlerOf<'care.sendBack'> = (
  { afterSaleId, carrier, trackingNumber },
  { memberId, now: at, fail, transaction },
) =>
  transaction(async (tx) => {
    const returnParcel = { carrier, trackingNumber, sentAt: at }
    const moving = { afterSaleId, memberId, event: 'sendBack', at } as const
    return answerOf(await moveOwn(tx, moving, { returnParcel }), fail)
  })

export const appealAfterSale: HandlerOf<'care.appealAfterSale'> = (
  { afterSaleId, words },
  { memberId, now: at, fail, transaction },
) =>
  transaction(async (tx) => {
    const moving = { afterSaleId, memberId, event: 'appeal', at, note: words } as const
    return answerOf(await moveOwn(tx, moving), fail)
  })

export const confirmExchange: HandlerOf<'care.confirmExchange'> = (
  { afterSaleId },
  { memberId, now: at, fail, transaction },
) =>
  transaction(async (tx) =>
    answerOf(await moveOwn(tx, { afterSaleId, memberId, event: 'receiveExchange', at }), fail),
  )
