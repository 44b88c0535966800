import { minuteMs } from '../clock'
import type { Effect, OutboxDocument } from '../documents/outbox'
import { memberHash } from '../ids'

/** How long the instance that wrote an entry has it for itself before the timer takes it up. */
const headStartMs = minuteMs

const ofParcel = (parcel: number | undefined) => (parcel === undefined ? '' : `:${parcel}`)

/** The id of what is to be done: the same thing is never written twice. */
function idOf(effect: Effect, memberId: string, at: number): string {
  switch (effect.kind) {
    case 'message':
      if (effect.message === 'alert')
        return `alert:${effect.problem}:${at.toString(36)}:${memberHash(memberId)}`
      if ('afterSaleId' in effect)
        return `message:${effect.message}:${effect.afterSaleId}:${effect.step}`
      return `message:${effect.message}:${effect.orderId}${ofParcel(effect.parcel)}`
    case 'closePayment':
      return `close:${effect.outTradeNo}`
    case 'refund':
      return `refund:${effect.outRefundNo}`
    case 'uploadShipping':
      return `shipping:${effect.orderId}${ofParcel(effect.parcel)}`
    case 'settleGroup':
      return `group:${effect.groupId}`
    case 'updateGroupCard':
      return `group-card:${effect.groupId}:${at.toString(36)}-${Math.random().toString(36).slice(2, 8)}`
    case 'checkContent': {
      const { subject } = effect
      // Whoever comes back to an earlier picture has it looked at again.
      if (subject.kind === 'avatar')
        return `check:avatar:${subject.id}:${at.toString(36)}:${subject.picture.split('/').pop()}`
      const part = subject.kind === 'answer' ? `:${subject.answerId}` : ''
      return `check:${subject.kind}:${subject.id}${part}`
    }
    case 'holdPictures': {
      const { subject } = effect
      const picture = subject.kind === 'avatar' ? `:${subject.picture.split('/').pop()}` : ''
      return `hold:${subject.kind}:${subject.id}${picture}`
    }
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
  _id: idOf(effect, memberId, at),
  memberId,
  effect,
  state: 'open',
  dueAt,
  attempts: 0,
  createdAt: at,
})
