import { yuan } from '../../../shared/domain/money'
import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { CompanySettings, MessageFact } from '../documents/catalog'
import type { OrderDocument } from '../documents/order'

type Facts = Partial<Record<MessageFact, string>>

/** What every message about an order can say; Chinese, as WeChat's templates are. */
const orderFacts = (order: OrderDocument): Facts => ({
  number: order.number,
  goods:
    order.lines.length === 1
      ? `${order.lines[0]!.name.zh} ×${order.count}`
      : `${order.lines[0]?.name.zh ?? ''} 等 ${order.count} 件`,
  total: `¥${yuan(order.totalFen)}`,
})

export const paidFacts = (order: OrderDocument, paidAt: number): Facts => ({
  ...orderFacts(order),
  paidAt: shanghaiMinute(paidAt),
  hint: '点开看订单进度',
})

export const shippedFacts = (
  order: OrderDocument,
  parcel: { carrier: string; trackingNumber: string; shippedAt: number },
  settings: CompanySettings,
): Facts => ({
  ...orderFacts(order),
  carrier: settings.carriers.find(({ id }) => id === parcel.carrier)?.name.zh ?? parcel.carrier,
  trackingNumber: parcel.trackingNumber,
  shippedAt: shanghaiMinute(parcel.shippedAt),
  hint: '点开看包裹到哪了',
})
