import { command } from '../cloud'
import { minuteMs } from '../clock'
import { db } from '../db'
import type { Effect, OutboxDocument } from '../documents/outbox'
import { logError, logProblem } from '../log'
import { checkContent, holdOldPictures } from './check-content'
import { closePayment } from './close-payment'
import { giveRefund } from './give-refund'
import type { Outcome } from './outcome'
import { refreshOffer } from './refresh-offer'
import { sendMessage } from './send-message'
import { settleGroup } from './settle-group'
import { updateGroupCard } from './update-group-card'
import { uploadShipping } from './upload-shipping'

/** Where and when effects run. */
export interface Run {
  envId: string
  now: number
  /** Whether the time for it is over: what is left is done another time. */
  isOver?: () => boolean
}

const isFresh = true

/** How long one try may take before another instance may try. */
const leaseMs = minuteMs
/** From ten seconds on, twice as long each time, an hour at most: about half a day in all. */
const mostAttempts = 20
/** Customers' money is never given up: tried every hour until whatever is in the way is put right. */
const isAboutMoney = ({ kind }: Effect) =>
  kind === 'refund' || kind === 'closePayment' || kind === 'settleGroup'
const backoffMs = (attempts: number) => Math.min(60 * minuteMs, 10_000 * 2 ** attempts)

function perform(entry: OutboxDocument, { envId, now: at }: Run): Promise<Outcome> {
  const { effect, attempts } = entry
  switch (effect.kind) {
    case 'message':
      return sendMessage(entry, effect, at)
    case 'closePayment':
      return closePayment(effect.outTradeNo, at)
    case 'refund':
      return giveRefund(effect.outRefundNo, { envId, at, attempts })
    case 'uploadShipping':
      return uploadShipping(effect.orderId)
    case 'refreshOffer':
      return refreshOffer(effect.productId)
    case 'checkContent':
      return checkContent(effect.subject, at)
    case 'holdPictures':
      return holdOldPictures(effect.subject, at)
    case 'settleGroup':
      return settleGroup(effect.groupId, at)
    case 'updateGroupCard':
      return updateGroupCard(effect.groupId, at)
  }
}

/**
 * Does entries that this instance has just written and so has for itself. What fails is left to
 * the timer: nothing is thrown, for what was committed stays committed.
 */
export async function runFresh(entries: readonly OutboxDocument[], run: Run): Promise<void> {
  for (const entry of entries) await attempt(entry, run, isFresh)
}

/** Does entries found due, each only if no other instance takes it at the same time. */
export async function runDue(entries: readonly OutboxDocument[], run: Run): Promise<void> {
  for (const entry of entries) {
    if (run.isOver?.()) return
    if (await take(entry, run)) await attempt(entry, run, !isFresh)
  }
}

/** A message is taken right before it is sent; anything else is leased for a while. */
const take = async (entry: OutboxDocument, run: Run): Promise<boolean> =>
  entry.effect.kind === 'message' ||
  db.outbox.updateIf(entry._id, { state: 'open', dueAt: entry.dueAt }, { dueAt: run.now + leaseMs })

async function attempt(entry: OutboxDocument, run: Run, fresh: boolean): Promise<void> {
  let outcome: Outcome
  try {
    outcome = await perform(entry, run)
  } catch (error) {
    logError('effectFailed', error, { entry: entry._id, attempts: entry.attempts })
    outcome = await afterFailure(entry, error, run.now)
  }
  // A new message that waits for a credit is due in a minute as it is: no write for that.
  if (fresh && entry.effect.kind === 'message' && outcome.is === 'later') return
  await record(entry, outcome)
}

async function record({ _id, effect }: OutboxDocument, outcome: Outcome): Promise<void> {
  if (outcome.is === 'taken') return
  if (outcome.is === 'later') {
    // Waiting for a credit is no failed attempt.
    const attempts = effect.kind === 'message' ? {} : { attempts: command.inc(1) }
    await db.outbox.updateIf(_id, { state: 'open' }, { dueAt: outcome.dueAt, ...attempts })
    return
  }
  if (outcome.is === 'dead') logProblem('effectDead', { entry: _id, reason: outcome.reason })
  await db.outbox.updateIf(
    _id,
    { state: command.in(['open', 'sending']) },
    { state: outcome.is, ...(outcome.is === 'dead' ? { lastError: outcome.reason } : {}) },
  )
}

async function afterFailure(entry: OutboxDocument, error: unknown, at: number): Promise<Outcome> {
  const reason = error instanceof Error ? error.message : JSON.stringify(error)
  if (entry.attempts + 1 >= mostAttempts && !isAboutMoney(entry.effect))
    return { is: 'dead', reason }
  await db.outbox.updateIf(entry._id, { state: 'open' }, { lastError: reason.slice(0, 500) })
  return { is: 'later', dueAt: at + backoffMs(entry.attempts) }
}
