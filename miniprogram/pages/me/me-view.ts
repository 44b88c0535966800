import type { Me } from '../../../shared/contract/member'
import type { OrderCard } from '../../../shared/contract/order'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

export interface MeView {
  greeting: string
  avatar: string
  orders: { tab: string; icon: string; label: string; count: string; spoken: string }[]
  isStaff: boolean
}

/** The order that runs, with the stop of the ridge it has reached. */
export interface RunningView {
  headline: string
  note: string
  isWaiting: boolean
  stop: number
  stops: string[]
  spoken: string
}

/** The page about oneself; complete also while nobody has answered yet. */
export function toMeView(me: Me | undefined, hour: number, t: MessageTexts['me']): MeView {
  const hello = helloAt(hour, t)
  const { toPay, toShip, toReceive } = me?.orders ?? { toPay: 0, toShip: 0, toReceive: 0 }
  const entry = (tab: string, icon: string, label: string, count: number) => ({
    tab,
    icon,
    label,
    count: count === 0 ? '' : count > 99 ? '99+' : String(count),
    spoken: count === 0 ? label : fill(t.badge, { label, count }),
  })
  return {
    greeting: me?.nickname ? fill(t.greeting, { hello, name: me.nickname }) : hello,
    avatar: me?.avatar ?? '',
    orders: [
      entry('toPay', 'wallet', t.toPay, toPay),
      entry('toShip', 'time', t.toShip, toShip),
      entry('toReceive', 'undertake-delivery', t.toReceive, toReceive),
      entry('done', 'check', t.done, 0),
    ],
    isStaff: (me?.roles.length ?? 0) > 0,
  }
}

/** How far an order is; null when it is not on its way any more. */
export function toRunningView(order: OrderCard, t: MessageTexts['orders']): RunningView | null {
  const places: Partial<Record<OrderCard['state'], { stop: number; headline: string }>> = {
    pendingPayment: { stop: 1, headline: t.headPendingPayment },
    paid: { stop: 2, headline: t.headPaid },
    shipped: { stop: 3, headline: t.headShipped },
  }
  const place = places[order.state]
  if (!place) return null
  const stops = [t.stopPlaced, t.stopPaid, t.stopShipped, t.stopReceived]
  return {
    ...place,
    note: order.lines.map(({ name }) => name).join(t.nameSeparator),
    isWaiting: order.state === 'pendingPayment',
    stops,
    spoken: fill(t.progress, { now: place.stop, label: stops[place.stop - 1] ?? '' }),
  }
}

function helloAt(hour: number, t: MessageTexts['me']): string {
  if (hour >= 5 && hour < 11) return t.morning
  if (hour >= 11 && hour < 14) return t.noon
  if (hour >= 14 && hour < 18) return t.afternoon
  return t.evening
}
