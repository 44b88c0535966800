import { minuteMs } from '../clock'
import type { Effect, OutboxDocument } from '../documents/outbox'

/** How long the instance that wrote an entry has it for itself before the timer takes it up. */
const headStartMs = minuteMs

/** The id of what is to be done: the same thing is never written twice. */
function idOf(effect: Effect, at: number): string {
  switch (effect.kind) {
    case 'message':
      return `message:${effect.message}:${effect.orderId}`
    case 'closePayment':
      return `close:${effect.outTradeNo}`
    case 'refund':
      return `refund:${effect.outRefundNo}`
    case 'uploadShipping':
      return `shipping:${effect.orderId}`
    case 'refreshOffer':
      return `offer:${effect.productId}:${at.toString(36)}-${Math.random().toString(36).slice(2, 8)}`
  }
}

/**
 * An outbox entry to be written in the same transaction as its cause. Without `dueAt` it is for
 * the writer to do right after the commit; the timer takes it up a minute later.
 */
export const newEntry = (
  effect: Effect,
  memberId: string,
  at: number,
  dueAt = at + headStartMs,
): OutboxDocument => ({
  _id: idOf(effect, at),
  memberId,
  effect,
  state: 'open',
  dueAt,
  attempts: 0,
  createdAt: at,
})
