import type { OrderDetail } from '../../../../shared/contract/order'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'

export interface PaidView {
  title: string
  totalFen: number
  parcel: string
  place: string
  /** It is picked up: there is news when it is ready, not when it ships. */
  isPickup: boolean
  /** Six digits to show at the store, in two groups. */
  pickupCode: string
  /** The group that is waited for. */
  groupId: string
  /** What is read out for the ridge. */
  spoken: string
}

export function toPaidView(
  order: OrderDetail,
  now: number,
  { orders: t, checkout: words }: Pick<MessageTexts, 'orders' | 'checkout'>,
): PaidView {
  const { address, pickup, state, count, totalFen, groupId } = order
  const isWaiting = state === 'grouping' && groupId !== undefined
  const promise = fill(t.linePaid, { time: nearTime(order.shipBy ?? now, now, t) })
  const place = pickup
    ? `${pickup.name} ${pickup.address}`
    : `${address.district} ${address.street}`.trim()
  return {
    title: isWaiting ? words.groupWaiting : t.paidTitle,
    totalFen,
    parcel: isWaiting
      ? words.groupLine
      : pickup
        ? words.pickupReady
        : fill(t.parcel, { count, promise }),
    place,
    isPickup: pickup !== undefined,
    pickupCode: pickup?.code === undefined ? '' : pickup.code.replace(/^(\d{3})/, '$1 '),
    groupId: isWaiting ? groupId : '',
    spoken: fill(t.progress, { now: 2, label: t.stopPaid }),
  }
}
