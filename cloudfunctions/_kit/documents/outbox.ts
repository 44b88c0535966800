import type { MessageKind } from '../../../shared/contract/member'
import type { MessageFact } from './catalog'

/** Something to be done outside the database because of what was committed in it. */
export type Effect =
  | {
      kind: 'message'
      message: MessageKind
      orderId: string
      facts: Partial<Record<MessageFact, string>>
      /** After this instant it is no news any more. */
      validUntil: number
    }
  | { kind: 'closePayment'; outTradeNo: string }
  | { kind: 'refund'; outRefundNo: string }
  | { kind: 'uploadShipping'; orderId: string }
  | { kind: 'refreshOffer'; productId: string }

/**
 * `open` waits for `dueAt`; a message also for a credit. `sending` is a message that was taken to
 * be sent: it is never taken again, whatever happened. `dead` was given up, with its last error.
 */
export type OutboxState = 'open' | 'sending' | 'done' | 'expired' | 'dead'

export interface OutboxDocument {
  _id: string
  memberId: string
  effect: Effect
  state: OutboxState
  dueAt: number
  attempts: number
  createdAt: number
  lastError?: string
}

/** The answer a once-key stands for; the id is `once:{memberId}:{key}`. */
export interface OnceDocument {
  _id: string
  action: string
  inputHash: string
  /** JSON. */
  answer: string
  createdAt: number
}
