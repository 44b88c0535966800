import type { OrderDetail } from '../../../../shared/contract/order'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { nearTime } from '../china-time'

export interface PaidView {
  totalFen: number
  parcel: string
  place: string
  /** What is read out for the ridge. */
  spoken: string
}

export function toPaidView(order: OrderDetail, now: number, t: MessageTexts['orders']): PaidView {
  const { district, street } = order.address
  const promise = fill(t.linePaid, { time: nearTime(order.shipBy ?? now, now, t) })
  return {
    totalFen: order.totalFen,
    parcel: fill(t.parcel, { count: order.count, promise }),
    place: `${district} ${street}`.trim(),
    spoken: fill(t.progress, { now: 2, label: t.stopPaid }),
  }
}
