import type { OrderCard } from '../../../../shared/contract/order'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { nearTime, timeOfDay } from '../china-time'
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
    buttons: actionButtons(order.actions, t),
  }
}
