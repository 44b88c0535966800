import type { AppContract } from '../../../shared/contract'
import type { OutputOf } from '../../../shared/contract/define'
import type { Plate } from '../../../shared/contract/catalog'
import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

import { priceText } from '../../lib/price-text'

export type Live = OutputOf<AppContract['order.getLive']>

/** What the strip draws for the running orders. */
export interface LiveView {
  /** Empty when several are running of which none waits for payment: then the list opens. */
  orderId: string
  picture: string
  ground: Plate
  /** Pieces or orders, beside the picture; empty for one. */
  count: string
  headline: string
  note: string
  /** It waits for the customer. */
  isWaiting: boolean
}

/** The strip for the running orders; undefined when there are none. */
export function toLiveView(live: Live, texts: MessageTexts['home']): LiveView | undefined {
  const { count, order } = live
  const line = order?.lines[0]
  if (count === 0 || !order || !line) return undefined
  const base = { picture: line.picture, ground: line.plate }
  const isToPay = order.state === 'pendingPayment'
  if (count > 1 && !isToPay)
    return {
      ...base,
      orderId: '',
      count: String(count),
      headline: fill(texts.liveMany, { count }),
      note: texts.liveManyNote,
      isWaiting: false,
    }
  const headlines: Partial<Record<typeof order.state, string>> = {
    pendingPayment: fill(texts.liveToPay, { amount: priceText(order.totalFen, 'always') }),
    grouping: texts.liveGrouping,
    ready: texts.liveReady,
    shipped: texts.liveShipped,
    refunding: texts.liveRefunding,
  }
  const goods = order.count > 1 ? texts.liveNote : texts.liveNoteOne
  return {
    ...base,
    orderId: order.id,
    count: order.count > 1 ? String(order.count) : '',
    headline: headlines[order.state] ?? texts.livePaid,
    note:
      isToPay && order.expiresAt !== undefined
        ? heldNote(order.expiresAt, count - 1, texts)
        : fill(goods, { name: line.name, count: order.count }),
    isWaiting: isToPay,
  }
}

function heldNote(until: number, others: number, texts: MessageTexts['home']): string {
  const time = shanghaiMinute(until).slice(11)
  return others === 0
    ? fill(texts.liveToPayNote, { time })
    : fill(texts.liveToPayOthers, { time, count: others })
}
