import type { Me } from '../../../shared/contract/member'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

export interface MeView {
  greeting: string
  avatar: string
  orders: { tab: string; icon: string; label: string; count: string; spoken: string }[]
  isStaff: boolean
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

function helloAt(hour: number, t: MessageTexts['me']): string {
  if (hour >= 5 && hour < 11) return t.morning
  if (hour >= 11 && hour < 14) return t.noon
  if (hour >= 14 && hour < 18) return t.afternoon
  return t.evening
}
