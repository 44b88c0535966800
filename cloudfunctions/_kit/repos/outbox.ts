import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { OutboxDocument, OutboxState } from '../documents/outbox'

const mostMessages = 10

/** A member's messages that wait for a credit, the oldest first. */
export async function listWaitingMessages(memberId: string): Promise<OutboxDocument[]> {
  const entries = await db.outbox.find({
    index: 'memberState',
    where: { memberId, state: 'open' },
    order: [['dueAt', 1]],
    limit: 50,
  })
  return entries.filter(({ effect }) => effect.kind === 'message').slice(0, mostMessages)
}

/** What a member was told or would have been told, the newest first. */
export const pageMessages = (
  memberId: string,
  limit: number,
  cursor?: string,
): Promise<Page<OutboxDocument>> =>
  db.outbox.page(
    {
      index: 'memberNewest',
      where: { memberId, 'effect.kind': 'message' },
      order: [
        ['createdAt', -1],
        ['_id', -1],
      ],
      limit,
    },
    cursor,
  )

/** Entries to be done by now, the longest due first. */
export const listDueEntries = (now: number, limit: number): Promise<OutboxDocument[]> =>
  db.outbox.find({
    index: 'stateDue',
    where: { state: 'open', dueAt: command.lte(now) },
    order: [
      ['dueAt', 1],
      ['_id', 1],
    ],
    limit,
  })

/** Ids of entries that ended before this instant. */
export async function listOldEntries(
  state: OutboxState,
  before: number,
  limit: number,
): Promise<string[]> {
  const entries = await db.outbox.find({
    index: 'stateDue',
    where: { state, dueAt: command.lt(before) },
    order: [
      ['dueAt', 1],
      ['_id', 1],
    ],
    only: ['state'],
    limit,
  })
  return entries.map(({ _id }) => _id)
}
