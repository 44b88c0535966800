import type { StaffOrderCard } from '../../../../shared/contract/console-orders'
import type { Fulfilment } from '../../../../shared/contract/order-parts'
import type { OrderState } from '../../../../shared/domain/order-state'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { stamp } from '../stamp'

type Texts = MessageTexts['desk']

export interface OrderRow {
  id: string
  number: string
  state: string
  tone: 'warn' | 'danger' | 't2'
  way: string
  pictures: { skuId: string; src: string; plate: string }[]
  goods: string
  person: string
  totalFen: number
  marks: string[]
}

/** States in the order in which staff look for them. */
export const stateOrder = [
  'paid',
  'ready',
  'shipped',
  'pendingPayment',
  'grouping',
  'completed',
  'refunding',
  'refunded',
  'cancelled',
] as const satisfies readonly OrderState[]

export function stateText(state: OrderState, t: Texts): string {
  const words: Record<OrderState, string> = {
    pendingPayment: t.statePendingPayment,
    grouping: t.stateGrouping,
    paid: t.statePaid,
    ready: t.stateReady,
    shipped: t.stateShipped,
    completed: t.stateCompleted,
    cancelled: t.stateCancelled,
    refunding: t.stateRefunding,
    refunded: t.stateRefunded,
  }
  return words[state]
}

export function wayText(way: Fulfilment, t: Texts): string {
  const words: Record<Fulfilment, string> = {
    carrier: t.wayCarrier,
    sameCity: t.waySameCity,
    pickup: t.wayPickup,
  }
  return words[way]
}

/** An order in two lines, with what staff should not miss about it. */
export function toOrderRow(order: StaffOrderCard, now: number, t: Texts): OrderRow {
  const isLate = order.shipBy !== undefined && order.shipBy < now
  return {
    id: order.id,
    number: order.number,
    state: stateText(order.state, t),
    tone: isLate ? 'danger' : order.state === 'paid' || order.state === 'ready' ? 'warn' : 't2',
    way: wayText(order.fulfilment, t),
    pictures: order.lines
      .slice(0, 3)
      .map(({ skuId, picture, plate }) => ({ skuId, src: picture, plate })),
    goods: fill(t.summary, { name: order.lines[0]?.name ?? '', count: order.count }),
    person: `${order.receiver} ${stamp(order.placedAt)}`,
    totalFen: order.totalFen,
    marks: [
      ...(order.isReminded && order.state === 'paid' ? [t.reminded] : []),
      ...(order.hasNote ? [t.hasNote] : []),
      ...(order.staffNote ? [order.staffNote] : []),
    ],
  }
}
