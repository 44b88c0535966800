import { fitTemplateField } from '../../../shared/domain/template-field'
import { command, errCodeOf, openapi } from '../cloud'

import { companySettings } from '../company'
import { db } from '../db'
import type { MessageTemplate } from '../documents/catalog'
import type { SubscriptionDocument } from '../documents/member'
import type { Effect, OutboxDocument } from '../documents/outbox'
import { logError } from '../log'
import { subscriptionId } from '../subscription-id'
import { done, expired, taken } from './outcome'
import type { Outcome } from './outcome'
import { recheckMs } from './waiting-messages'

type MessageEffect = Extract<Effect, { kind: 'message' }>

const orderPage = 'packages/shop/order/order'
const casePage = 'packages/care/case/case'
const healthPage = 'packages/console/health/health'
const noCredit = 43101

/**
 * Sends a subscribe message at most once: it is taken out of the open ones before WeChat is asked,
 * and comes back only when WeChat has said that it did not send it.
 */
export async function sendMessage(
  entry: OutboxDocument,
  effect: MessageEffect,
  at: number,
): Promise<Outcome> {
  if (effect.validUntil <= at) return expired
  const template = (await companySettings()).templates[effect.message]
  if (!template) return expired
  const balanceId = subscriptionId(entry.memberId, template.id)
  const balance = await db.subscriptions.get(balanceId)
  if (!balance || balance.credits <= 0) return { is: 'later', dueAt: recheckAt(effect, at) }
  if (!(await db.outbox.updateIf(entry._id, { state: 'open' }, { state: 'sending' }))) return taken
  try {
    if (!(await spendCredit(balanceId, at))) return await backToOpen(entry, recheckAt(effect, at))
  } catch (error) {
    // WeChat has not been asked yet, so it may be tried again.
    await backToOpen(entry, at)
    throw error
  }
  try {
    await openapi.subscribeMessage.send({
      touser: entry.memberId,
      templateId: template.id,
      page: pageOf(effect),
      data: fieldsOf(template, effect),
      miniprogramState: process.env.MINIPROGRAM_STATE || 'formal',
      lang: 'zh_CN',
    })
  } catch (error) {
    return afterRefusal(entry, effect, balanceId, error, at)
  }
  return done
}

function pageOf(effect: MessageEffect): string {
  if (effect.message === 'alert') return healthPage
  return 'afterSaleId' in effect
    ? `${casePage}?afterSaleId=${effect.afterSaleId}`
    : `${orderPage}?orderId=${effect.orderId}`
}

const recheckAt = ({ validUntil }: MessageEffect, at: number): number =>
  Math.min(validUntil, at + recheckMs)

const fieldsOf = (template: MessageTemplate, { facts }: MessageEffect) =>
  Object.fromEntries(
    Object.entries(template.fields).map(([key, fact]) => [
      key,
      { value: fitTemplateField(key, facts[fact] ?? '') },
    ]),
  )

const spendCredit = (balanceId: string, at: number): Promise<boolean> =>
  db.subscriptions.updateIf(
    balanceId,
    { credits: command.gte(1) },
    { credits: command.inc(-1), entries: command.push({ at, change: -1, cause: 'sent' }) },
  )

async function backToOpen(entry: OutboxDocument, dueAt: number): Promise<Outcome> {
  await db.outbox.updateIf(entry._id, { state: 'sending' }, { state: 'open' })
  return { is: 'later', dueAt }
}

async function afterRefusal(
  entry: OutboxDocument,
  effect: MessageEffect,
  balanceId: string,
  error: unknown,
  at: number,
): Promise<Outcome> {
  const code = errCodeOf(error)
  // -1 is also the SDK's word for a broken connection: then nobody knows whether it was sent.
  const isAnswer = code !== undefined && (code > 0 || code <= -600_000)
  logError('messageNotSent', error, { entry: entry._id, code })
  if (!isAnswer) return { is: 'dead', reason: `nobody knows whether it was sent: ${String(error)}` }
  if (code !== noCredit) {
    await changeCredit(balanceId, 1, at)
    return { is: 'dead', reason: `WeChat refused it: ${String(error)}` }
  }
  const left: SubscriptionDocument | undefined = await db.subscriptions.get(balanceId)
  if (left && left.credits > 0) await changeCredit(balanceId, -left.credits, at, left.credits)
  return backToOpen(entry, recheckAt(effect, at))
}

const changeCredit = (balanceId: string, change: number, at: number, atLeast = 0) =>
  db.subscriptions.updateIf(
    balanceId,
    { credits: command.gte(atLeast) },
    {
      credits: command.inc(change),
      entries: command.push({ at, change, cause: change > 0 ? 'notSent' : 'refused' }),
    },
  )
