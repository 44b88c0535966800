import { minuteMs } from '../../_kit/clock'
import type { Effect, OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { runFresh } from '../../_kit/outbox/run'
import { listDeadEffects, listStuckRefunds } from '../../_kit/repos/waiting-work'
import { lastMoneyDays } from './money-days'
import { readAbouts } from './trouble-about'

const most = 50
/** How long this instance has the effect for itself. */
const leaseMs = minuteMs

export const listTroubles: HandlerOf<'console.listTroubles'> = async (
  _input,
  { now, language },
) => {
  const [effects, refunds, days] = await Promise.all([
    listDeadEffects(most),
    listStuckRefunds(most),
    lastMoneyDays(now),
  ])
  const differing = days.filter(({ differences }) => differences.length > 0)
  const aboutOf = await readAbouts(
    [
      ...effects.map(({ effect }) => referenceOf(effect)),
      ...refunds.map(({ orderId }) => orderId),
      ...differing.flatMap(({ differences }) => differences.map(({ reference }) => reference)),
    ],
    language,
  )
  const about = (reference: string) => {
    const found = aboutOf(reference)
    return found ? { about: found } : {}
  }
  return {
    effects: effects.map(({ _id, effect, lastError, createdAt }) => ({
      id: _id,
      kind: effect.kind,
      ...(effect.kind === 'message' ? { message: effect.message } : {}),
      reference: referenceOf(effect),
      ...about(referenceOf(effect)),
      reason: lastError ?? '',
      createdAt,
      canRetry: effect.kind !== 'message',
    })),
    refunds: refunds.map(({ _id, orderId, refundFen, createdAt }) => ({
      id: _id,
      orderId,
      ...about(orderId),
      refundFen,
      createdAt,
    })),
    days: differing.map(({ _id, differences }) => ({
      date: _id,
      differences: differences.map(({ reference, ...difference }) => ({
        ...difference,
        reference: withoutCardNumber(reference),
        ...about(reference),
      })),
    })),
  }
}

export const retryEffect: HandlerOf<'console.retryEffect'> = async (
  { effectId },
  { caller, now, fail, transaction },
) => {
  let retried: OutboxDocument | undefined
  const answer = await transaction(async (tx) => {
    const entry = await tx.outbox.get(effectId)
    if (entry?.state !== 'dead') return fail('EFFECT_NOT_FOUND')
    // Nobody knows whether a message was sent after all: it is never sent twice.
    if (entry.effect.kind === 'message') return fail('EFFECT_NOT_RETRIABLE')
    retried = { ...entry, state: 'open', attempts: 0, dueAt: now + leaseMs }
    await tx.outbox.put(retried)
    return { retried: true }
  })
  if (retried) await runFresh([retried], { envId: caller.envId, now })
  return answer
}

/** Whoever reads the number of a gift card can spend it. */
const withoutCardNumber = (reference: string): string =>
  reference.replace(/^(giftcard:).*(.{4})$/, '$1…$2')

/** The order, payment, refund or other thing an effect is about. */
function referenceOf(effect: Effect): string {
  switch (effect.kind) {
    case 'message':
      return effect.message === 'alert' ? effect.problem : effect.orderId
    case 'uploadShipping':
      return effect.orderId
    case 'closePayment':
      return effect.outTradeNo
    case 'refund':
      return effect.outRefundNo
    case 'refreshOffer':
      return effect.productId
    case 'checkContent':
    case 'holdPictures':
      return effect.subject.id
    case 'settleGroup':
    case 'updateGroupCard':
      return effect.groupId
  }
}
