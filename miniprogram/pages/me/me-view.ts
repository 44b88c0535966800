import type { Me, Means } from '../../../shared/contract/member'
import type { OrderCard } from '../../../shared/contract/order-parts'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'
import { groupedText, priceText } from '../../lib/price-text'

export type MeansId = 'points' | 'coupons' | 'balance' | 'giftcards'

export interface MeView {
  greeting: string
  avatar: string
  /** What there is to spend; a figure is empty for nothing, which is not worth a nought. */
  means: { id: MeansId; icon: string; label: string; figure: string; spoken: string }[]
  orders: { tab: string; icon: string; label: string; count: string; spoken: string }[]
  isStaff: boolean
  /** The cell of the messages, spoken, with its dot. */
  inbox: { hasNew: boolean; spoken: string }
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
export function toMeView(
  me: Me | undefined,
  hour: number,
  hasNew: boolean,
  t: MessageTexts['me'],
): MeView {
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
    means: meansOf(me?.means, t),
    orders: [
      entry('toPay', 'wallet', t.toPay, toPay),
      entry('toShip', 'time', t.toShip, toShip),
      entry('toReceive', 'undertake-delivery', t.toReceive, toReceive),
      entry('done', 'check', t.done, 0),
      entry('afterSale', 'service', t.afterSale, 0),
    ],
    isStaff: (me?.roles.length ?? 0) > 0,
    inbox: { hasNew, spoken: hasNew ? t.newMessages : t.messages },
  }
}

function meansOf(means: Means | undefined, t: MessageTexts['me']): MeView['means'] {
  const { points = 0, coupons = 0, balanceFen = 0, giftcards = 0 } = means ?? {}
  const entry = (id: MeansId, icon: string, label: string, amount: number, figure: string) => ({
    id,
    icon,
    label,
    figure: amount === 0 ? '' : figure,
    spoken: amount === 0 ? label : fill(t.spokenMeans, { label, figure }),
  })
  return [
    entry('points', 'gift', t.points, points, groupedText(points)),
    entry('coupons', 'coupon', t.coupons, coupons, String(coupons)),
    entry('balance', 'wallet', t.balance, balanceFen, priceText(balanceFen, 'always')),
    entry('giftcards', 'creditcard', t.giftcards, giftcards, String(giftcards)),
  ]
}

/** How far an order is; null when it is not on its way any more. */
export function toRunningView(order: OrderCard, t: MessageTexts['orders']): RunningView | null {
  const places: Partial<Record<OrderCard['state'], { stop: number; headline: string }>> = {
    pendingPayment: { stop: 1, headline: t.headPendingPayment },
    grouping: { stop: 2, headline: t.headGrouping },
    paid: { stop: 2, headline: t.headPaid },
    ready: { stop: 3, headline: t.headReady },
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
