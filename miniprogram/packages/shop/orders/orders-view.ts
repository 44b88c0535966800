import type { AfterSaleCard } from '../../../../shared/contract/care'
import type { OrderCard } from '../../../../shared/contract/order-parts'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { caseKindWord, caseStateWord } from '../../../lib/after-sale-words'
import { fill } from '../../../lib/language'
import { nearTime, timeOfDay } from '../../../lib/china-time'
import { priceText } from '../../../lib/price-text'
import { actionButtons, stateWord } from '../order-words'
import type { ActionButton } from '../order-words'

export interface OrderRow {
  id: string
  outTradeNo: string
  placedAt: string
  state: string
  isWaiting: boolean
  pictures: { skuId: string; src: string; ground: string }[]
  name: string
  /** Options of a single line, or how many pieces there are. */
  detail: string
  totalFen: number
  /** Until when it can be paid, at the left of the buttons. */
  deadline: string
  buttons: ActionButton[]
}

export function toOrderRow(order: OrderCard, now: number, t: MessageTexts['orders']): OrderRow {
  const { lines, state, expiresAt } = order
  const [first] = lines
  const isWaiting = state === 'pendingPayment'
  return {
    id: order.id,
    outTradeNo: order.outTradeNo,
    placedAt: nearTime(order.placedAt, now, t),
    state: stateWord(state, t),
    isWaiting,
    pictures: lines
      .slice(0, 3)
      .map(({ skuId, picture, plate }) => ({ skuId, src: picture, ground: plate })),
    name:
      lines.length === 1
        ? (first?.name ?? '')
        : lines.map(({ name }) => name).join(t.nameSeparator),
    detail:
      lines.length === 1 && first?.options
        ? `${first.options}  ×${first.quantity}`
        : fill(t.pieces, { count: order.count }),
    totalFen: order.totalFen,
    deadline: isWaiting && expiresAt ? fill(t.payBefore, { time: timeOfDay(expiresAt) }) : '',
    // A row has room for the two that matter most; all of them are on the order's page.
    buttons: actionButtons(order.actions, t).slice(-2),
  }
}

export interface CaseRow {
  id: string
  kind: string
  state: string
  at: string
  pictures: { lineIndex: number; src: string }[]
  goods: string
  sum: string
}

/** A case in the list: what is wished, how far it is, and for how much. */
export function toCaseRow(
  kase: AfterSaleCard,
  now: number,
  t: Pick<MessageTexts, 'orders' | 'afterSale'>,
): CaseRow {
  const isMoney = kase.kind !== 'exchange' || kase.state === 'refunded'
  return {
    id: kase.id,
    kind: caseKindWord(kase.kind, t.afterSale),
    state: caseStateWord(kase.state, t.afterSale),
    at: nearTime(kase.createdAt, now, t.orders),
    pictures: kase.lines.slice(0, 3).map(({ lineIndex, picture }) => ({ lineIndex, src: picture })),
    goods: kase.lines
      .map(({ name, quantity }) => fill(t.orders.parcelGoods, { name, count: quantity }))
      .join(t.orders.nameSeparator),
    sum: isMoney ? priceText(kase.refundFen, 'always') : '',
  }
}
