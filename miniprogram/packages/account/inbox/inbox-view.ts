import type { InboxMessage } from '../../../../shared/contract/member'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'

export interface InboxRow {
  id: string
  orderId: string
  /** Of a message about a case, which is opened then instead of the order. */
  afterSaleId: string
  icon: string
  title: string
  line: string
  /** Carrier and tracking number of what was sent. */
  note: string
  when: string
}

const icons: Record<InboxMessage['kind'], string> = {
  orderPaid: 'check-circle',
  orderShipped: 'vehicle',
  orderReady: 'store',
  afterSaleAnswered: 'service',
  afterSaleRefunded: 'wallet',
  invoiceIssued: 'sticky-note',
}

/** What this page has words for; a newer shop may write about more. */
export const inboxKinds = Object.keys(icons)

/** A message in words of the reader's language, which its facts come in. */
export function toInboxRow(
  { id, orderId, afterSaleId = '', kind, event, facts, at }: InboxMessage,
  now: number,
  t: Pick<MessageTexts, 'inbox' | 'orders'>,
): InboxRow {
  const { goods = '', total = '', store = '', pickupCode = '', carrier, trackingNumber } = facts
  const lines = {
    orderPaid: t.inbox.paidLine,
    orderShipped: t.inbox.shippedLine,
    orderReady: t.inbox.readyLine,
    afterSaleAnswered: t.inbox.shippedLine,
    afterSaleRefunded: t.inbox.refundedLine,
    invoiceIssued: t.inbox.paidLine,
  }
  return {
    id,
    orderId,
    afterSaleId,
    icon: icons[kind],
    title: titleOf(kind, event, t.inbox),
    line: fill(lines[kind], { goods, total, store, pickupCode }),
    note: [carrier, trackingNumber].filter(Boolean).join(' '),
    when: nearTime(at, now, t.orders),
  }
}

function titleOf(
  kind: InboxMessage['kind'],
  event: InboxMessage['event'],
  t: MessageTexts['inbox'],
): string {
  switch (event) {
    case 'approve':
    case 'approveReturn':
    case 'refuse':
    case 'sendExchange':
    case 'close':
    case 'refund':
      return t[event]
    default:
      return kind === 'afterSaleRefunded' ? t.refund : t[kind]
  }
}
