import type { Language } from '../../shared/contract/define'
import type { InboxMessage } from '../../shared/contract/member'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { pageMessages } from '../_kit/repos/outbox'

const pageSize = 20
/** What a page of the first release has words for. */
const orderKinds: readonly string[] = ['orderPaid', 'orderShipped', 'orderReady']

export const listMessages: HandlerOf<'member.listMessages'> = async (
  { cursor, kinds = orderKinds },
  { memberId, language, now },
) => {
  const page = await pageMessages(memberId, pageSize, cursor)
  return {
    messages: page.documents
      .flatMap((entry) => toInboxMessage(entry, language))
      .filter(({ kind }) => kinds.includes(kind)),
    now,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

/** An alert is for staff, who read it where the company's health is shown. */
export function toInboxMessage(
  { _id, effect, createdAt }: OutboxDocument,
  language: Language,
): InboxMessage[] {
  if (effect.kind !== 'message' || effect.message === 'alert') return []
  const { message, orderId } = effect
  const facts = language === 'en' ? { ...effect.facts, ...effect.english } : effect.facts
  const about =
    'afterSaleId' in effect ? { afterSaleId: effect.afterSaleId, event: effect.event } : {}
  return [{ id: _id, kind: message, orderId, ...about, facts, at: createdAt }]
}
