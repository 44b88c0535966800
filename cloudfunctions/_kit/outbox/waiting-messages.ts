import { minuteMs } from '../clock'
import { companySettings } from '../company'
import { db } from '../db'
import type { OutboxDocument } from '../documents/outbox'
import { subscriptionId } from '../subscription-id'

/** How often a message that waits for a credit is looked at; a new credit sends it at once. */
export const recheckMs = 10 * minuteMs

/**
 * Puts off the messages among these that nobody may get yet, and ends those that are no news any
 * more, with one write each for all of them. Returns the rest, to be done.
 */
export async function setAsideWaiting(
  entries: readonly OutboxDocument[],
  at: number,
): Promise<OutboxDocument[]> {
  const messages = entries.flatMap(({ _id, memberId, effect }) =>
    effect.kind === 'message' ? [{ _id, memberId, effect }] : [],
  )
  if (messages.length === 0) return [...entries]
  const { templates } = await companySettings()
  const balanceOf = (memberId: string, template: string | undefined) =>
    subscriptionId(memberId, template ?? '')
  const balances = await db.subscriptions.getMany(
    messages.map(({ memberId, effect }) => balanceOf(memberId, templates[effect.message]?.id)),
    ['credits'],
  )
  const old: string[] = []
  const waiting: string[] = []
  for (const { _id, memberId, effect } of messages) {
    const template = templates[effect.message]
    const credits = balances.get(balanceOf(memberId, template?.id))?.credits ?? 0
    if (!template || effect.validUntil <= at) old.push(_id)
    else if (credits <= 0) waiting.push(_id)
  }
  await db.outbox.updateMany(old, { state: 'open' }, { state: 'expired' })
  await db.outbox.updateMany(waiting, { state: 'open' }, { dueAt: at + recheckMs })
  const aside = new Set([...old, ...waiting])
  return entries.filter(({ _id }) => !aside.has(_id))
}
