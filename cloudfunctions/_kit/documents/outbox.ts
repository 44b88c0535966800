import type { AlertKind } from '../../../shared/contract/console-health'
import type { AfterSaleMessage, MessageKind } from '../../../shared/domain/message-kinds'
import type { MessageFact } from '../../../shared/domain/message-kinds'
import type { AfterSaleTransition } from '../../../shared/domain/after-sale'
import type { CheckSubject } from './care'

/** Something to be done outside the database because of what was committed in it. */
export type Effect =
  | {
      kind: 'message'
      message: Exclude<MessageKind, 'alert' | AfterSaleMessage>
      orderId: string
      /** The how-manieth parcel it is about, from the second on. */
      parcel?: number
      facts: Partial<Record<MessageFact, string>>
      /** Of the facts, those with other words in English; absent where messages were Chinese only. */
      english?: Partial<Record<MessageFact, string>>
      /** After this instant it is no news any more. */
      validUntil: number
    }
  | {
      kind: 'message'
      message: AfterSaleMessage
      orderId: string
      afterSaleId: string
      /** What the shop did, and the how-manieth step of the case that was. */
      event: AfterSaleTransition
      step: number
      facts: Partial<Record<MessageFact, string>>
      english?: Partial<Record<MessageFact, string>>
      validUntil: number
    }
  | {
      kind: 'message'
      message: 'alert'
      problem: AlertKind
      facts: Partial<Record<MessageFact, string>>
      validUntil: number
    }
  | { kind: 'closePayment'; outTradeNo: string }
  | { kind: 'refund'; outRefundNo: string }
  | { kind: 'uploadShipping'; orderId: string; parcel?: number }
  | { kind: 'refreshOffer'; productId: string }
  | { kind: 'checkContent'; subject: CheckSubject }
  /** Copies pictures from before there were copies, whatever their check has said. */
  | { kind: 'holdPictures'; subject: CheckSubject }
  | { kind: 'settleGroup'; groupId: string }
  | { kind: 'updateGroupCard'; groupId: string }

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
