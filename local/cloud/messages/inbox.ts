import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { EventHub } from '../events'
import type { StateFile } from '../state/state-file'
import type { User } from '../users'
import type { InboxMessage } from './inbox-message'

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
