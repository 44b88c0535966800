import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { EventHub } from '../events'
import type { StateFile } from '../state/state-file'
import type { User } from '../users'

/** A message that reached a customer's WeChat, as the phone and the desk show it. */
export interface InboxMessage {
  readonly id: string
  /** When it arrived, on the movable clock (epoch ms). */
  readonly at: number
  readonly user: string
  readonly openid: string
  readonly kind: 'subscribe' | 'customerService'
  readonly title: string
  /** Where a tap leads, without leading slash; absent when the message leads nowhere. */
  readonly page?: string
  readonly templateId?: string
  readonly miniprogramState?: string
  /** What the card shows, line by line. */
  readonly fields: readonly {
    readonly key: string
    readonly label: string
    readonly value: string
  }[]
}

export interface Inbox {
  deliver(user: User, message: Omit<InboxMessage, 'id' | 'at' | 'user' | 'openid'>): InboxMessage
  /** The messages of that user, newest last. */
  of(userName: string): InboxMessage[]
}

export function createInbox(state: StateFile, clock: Clock, events: EventHub): Inbox {
  const table = state.table<InboxMessage>('inbox')
  return {
    deliver(user, given) {
      const message: InboxMessage = {
        id: randomUUID(),
        at: clock.now(),
        user: user.name,
        openid: user.openid,
        ...given,
      }
      table.set(message.id, message)
      events.emit('inbox', { user: user.name, message })
      return message
    },
    of: (userName) => table.values().filter((message) => message.user === userName),
  }
}
