import type { AfterSaleMessage } from '../../../shared/domain/message-kinds'
import type { AfterSaleTransition } from '../../../shared/domain/after-sale'
import { yuan } from '../../../shared/domain/money'
import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import { dayMs } from '../clock'
import type { AfterSaleDocument, AfterSaleLine } from '../documents/care'
import type { OutboxDocument } from '../documents/outbox'
import { toldGoods } from '../orders/message-facts'
import type { Told } from '../orders/message-facts'
import { newEntry } from '../outbox/entry'

/** How long an answer is news. */
const newsMs = 7 * dayMs

/** What a message about a case says of it. */
export interface ToldCase extends Pick<AfterSaleDocument, 'number' | 'refundFen'> {
  lines: readonly Pick<AfterSaleLine, 'name' | 'quantity'>[]
}

interface News {
  message: AfterSaleMessage
  /** Chinese and at most five characters, so that it fits every field a template may have for it. */
  progress: string
  hint: string
}

/** What a customer wants to hear of: all that the shop does, and silence that counts as that. */
export const caseNews: Partial<Record<AfterSaleTransition, News>> = {
  approve: { message: 'afterSaleAnswered', progress: '同意退款', hint: '点开看退款进度' },
  approveReturn: { message: 'afterSaleAnswered', progress: '请寄回来', hint: '点开看寄到哪里' },
  refuse: {
    message: 'afterSaleAnswered',
    progress: '没有同意',
    hint: '点开看原因，可以请店长复核',
  },
  sendExchange: { message: 'afterSaleAnswered', progress: '换货发出', hint: '点开看运单号' },
  close: { message: 'afterSaleAnswered', progress: '售后结束', hint: '点开看经过' },
  refund: { message: 'afterSaleRefunded', progress: '已退款', hint: '原路退回，点开看明细' },
}

/** What a message says of a case when this has happened to it. */
export function caseFacts(
  { number, refundFen, lines }: ToldCase,
  { progress, hint }: Pick<News, 'progress' | 'hint'>,
  at: number,
): Told {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const { facts, english } = toldGoods(lines, count)
  const total = `¥${yuan(refundFen)}`
  return {
    facts: { number, ...facts, total, progress, changedAt: shanghaiMinute(at), hint },
    english,
  }
}

/** The message a step of a case is worth; `kase` is as the step has left it. */
export function newsOf(
  kase: AfterSaleDocument,
  { event, at }: { event: AfterSaleTransition; at: number },
): OutboxDocument[] {
  const news = caseNews[event]
  if (!news) return []
  const { _id: afterSaleId, orderId, memberId, timeline } = kase
  const effect = {
    kind: 'message',
    message: news.message,
    orderId,
    afterSaleId,
    event,
    step: timeline.length,
    ...caseFacts(kase, news, at),
    validUntil: at + newsMs,
  } as const
  return [newEntry(effect, memberId, at)]
}
