import type { StaffOrderFile } from '../../../shared/contract/console-orders'
import type { Language } from '../../../shared/contract/define'
import { isHeld } from '../../../shared/domain/hold'
import { inLanguage } from '../../../shared/domain/localized'
import { mostStaffDiscount, staffDiscountOf } from '../../../shared/domain/staff-discount'
import { companySettings } from '../../_kit/company'
import { db } from '../../_kit/db'
import type { CompanySettings } from '../../_kit/documents/catalog'
import type { OrderDocument } from '../../_kit/documents/order'
import type { HandlerOf } from '../../_kit/handler-of'
import { toParcels, toTimeline } from '../../_kit/orders/order-view'
import { toStaffLines, toStaffOrder } from '../staff-order'
import { toStaffOrderCard } from './find-orders'

const readOrder = (orderId: string) => Promise.all([companySettings(), db.orders.get(orderId)])

export const openOrder: HandlerOf<'console.openOrder'> = async (
  { orderId },
  { language, now, fail },
) => {
  const [settings, order] = await readOrder(orderId)
  return order ? toOrderFile(order, settings, { language, now }) : fail('ORDER_NOT_FOUND')
}

/** The same order for those who pack it: they pack what is paid, without its money. */
export const getOrder: HandlerOf<'console.getOrder'> = async ({ orderId }, { language, fail }) => {
  const [settings, order] = await readOrder(orderId)
  if (order?.paidAt === undefined) return fail('ORDER_NOT_FOUND')
  return {
    ...toStaffOrder(order, language),
    parcels: toParcels(order, settings, language),
    timeline: toTimeline(order, settings, language),
  }
}

/** Everything about one order, as staff may see it. */
export function toOrderFile(
  order: OrderDocument,
  settings: CompanySettings,
  { language, now }: { language: Language; now: number },
): StaffOrderFile {
  const isOpen = order.state === 'pendingPayment' && isHeld(order, now)
  return {
    ...toStaffOrderCard(order, { language, now }),
    lines: toStaffLines(order.lines, language),
    goodsFen: order.goodsFen,
    deliveryFen: order.deliveryFen,
    adjustments: order.adjustments.map(({ kind, amountFen, name }) => ({
      kind,
      amountFen,
      ...(name === undefined ? {} : { name: inLanguage(name, language) }),
    })),
    means: {
      wechatFen: order.means.wechatFen,
      balanceFen: order.means.balanceFen,
      giftcardFen: order.means.giftcards.reduce((sum, { fen }) => sum + fen, 0),
      points: order.points,
    },
    refundedFen: order.refundedFen,
    address: order.address,
    ...(order.pickup ? { pickup: pickupOf(order.pickup, settings, language) } : {}),
    note: order.note,
    giftNote: order.giftNote,
    ...(order.invoice ? { invoice: invoiceOf(order.invoice) } : {}),
    ...(order.paidAt === undefined ? {} : { paidAt: order.paidAt }),
    parcels: order.parcels,
    timeline: toTimeline(order, settings, language).map((entry, index) => ({
      ...entry,
      by: order.timeline[index]?.by ?? 'system',
    })),
    ...(isOpen ? { mostDiscountFen: mostStaffDiscount(order) } : {}),
    staffDiscountFen: staffDiscountOf(order.adjustments),
  }
}

const pickupOf = (
  { storeId, code }: NonNullable<OrderDocument['pickup']>,
  { stores }: CompanySettings,
  language: Language,
) => {
  const store = stores.find(({ id }) => id === storeId)
  return { storeId, store: store ? inLanguage(store.name, language) : storeId, code }
}

const invoiceOf = ({ kind, title, taxNumber, state }: NonNullable<OrderDocument['invoice']>) => ({
  kind,
  title,
  ...(taxNumber === undefined ? {} : { taxNumber }),
  state,
})
