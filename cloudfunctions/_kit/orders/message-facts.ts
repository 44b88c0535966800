import { yuan } from '../../../shared/domain/money'
import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { Localized } from '../../../shared/domain/localized'
import type { MessageFact } from '../../../shared/domain/message-kinds'
import type { CompanySettings } from '../documents/catalog'

type Facts = Partial<Record<MessageFact, string>>

/** What of an order is told in a message. */
export interface ToldOrder {
  number: string
  lines: readonly { name: Localized }[]
  /** Of all pieces. */
  count: number
  totalFen: number
}

/** What every message about an order can say; Chinese, as WeChat's templates are. */
const orderFacts = (order: ToldOrder): Facts => ({
  number: order.number,
  goods:
    order.lines.length === 1
      ? `${order.lines[0]!.name.zh} ×${order.count}`
      : `${order.lines[0]?.name.zh ?? ''} 等 ${order.count} 件`,
  total: `¥${yuan(order.totalFen)}`,
})

export const paidFacts = (order: ToldOrder, paidAt: number): Facts => ({
  ...orderFacts(order),
  paidAt: shanghaiMinute(paidAt),
  hint: '点开看订单进度',
})

export const shippedFacts = (
  order: ToldOrder,
  parcel: { carrier?: string; trackingNumber: string; shippedAt: number },
  { carriers }: Pick<CompanySettings, 'carriers'>,
): Facts => ({
  ...orderFacts(order),
  carrier:
    carriers.find(({ id }) => id === parcel.carrier)?.name.zh ?? parcel.carrier ?? '专人送达',
  trackingNumber: parcel.trackingNumber,
  shippedAt: shanghaiMinute(parcel.shippedAt),
  hint: '点开看包裹到哪了',
})

/** What the customer needs to know to come and get it. */
export const readyFacts = (order: ToldOrder, store: string, pickupCode: string): Facts => ({
  ...orderFacts(order),
  pickupCode,
  store,
  hint: '到店报取货码就能拿',
})
