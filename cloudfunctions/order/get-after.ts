import type {
  InvoiceView,
  OrderAfterView,
  ParcelView,
  RefundView,
} from '../../shared/contract/order-after'
import type { PaymentParts } from '../../shared/contract/order-parts'
import type { Language } from '../../shared/contract/define'
import { inLanguage } from '../../shared/domain/localized'
import { toCaseCard } from '../_kit/care/case-view'
import { companySettings } from '../_kit/company'
import type { CompanySettings } from '../_kit/documents/catalog'
import type { InvoiceRequest, OrderDocument, RefundDocument } from '../_kit/documents/order'
import { withLinks } from '../_kit/file-links'
import type { HandlerOf } from '../_kit/handler-of'
import { toOrderLine } from '../_kit/orders/order-view'
import { ownOrder } from '../_kit/orders/own-order'
import { listOrderCases } from '../_kit/repos/after-sales'
import { listOrderRefunds } from '../_kit/repos/refunds'

export const getAfter: HandlerOf<'order.getAfter'> = async (
  { orderId },
  { memberId, language, fail },
) => {
  const [settings, order] = await Promise.all([companySettings(), ownOrder(orderId, memberId)])
  if (!order) return fail('ORDER_NOT_FOUND')
  const isPaid = order.paidAt !== undefined
  const [cases, refunds] = isPaid
    ? await Promise.all([listOrderCases(orderId), listOrderRefunds(orderId)])
    : [[], []]
  const view: OrderAfterView = {
    placedLines: order.lines.map((line) => ({
      ...toOrderLine(line, language),
      payableFen: line.payableFen,
      refunded: line.refunded,
      isGift: line.isGift ?? false,
    })),
    shipments: order.parcels.map((parcel) => toShipment(parcel, order, settings, language)),
    refundedFen: order.refundedFen,
    refunds: refunds.map(toRefundView),
    afterSales: cases.map((kase) => toCaseCard(kase, language)),
    ...(order.invoice ? { invoice: await toInvoiceView(order.invoice) } : {}),
    ...(order.remindedAt === undefined ? {} : { remindedAt: order.remindedAt }),
  }
  return view
}

/** The file was put there by staff: its customer gets a link. */
async function toInvoiceView(invoice: InvoiceRequest): Promise<InvoiceView> {
  if (invoice.file === undefined) return invoice
  const [file = invoice.file] = await withLinks([invoice.file], 'invoices')
  return { ...invoice, file }
}

const partsOf = ({
  wechatFen,
  balanceFen,
  giftcards,
}: Pick<RefundDocument, 'wechatFen' | 'balanceFen' | 'giftcards'>): PaymentParts => ({
  wechatFen,
  balanceFen,
  giftcardFen: giftcards.reduce((sum, { fen }) => sum + fen, 0),
})

const toRefundView = (refund: RefundDocument): RefundView => ({
  id: refund._id,
  state: refund.state,
  means: partsOf(refund),
  points: refund.points,
  createdAt: refund.createdAt,
  ...(refund.refundedAt === undefined ? {} : { refundedAt: refund.refundedAt }),
})

function toShipment(
  { id, carrier, trackingNumber, courier, shippedAt, lines }: OrderDocument['parcels'][number],
  order: OrderDocument,
  settings: CompanySettings,
  language: Language,
): ParcelView {
  const known = settings.carriers.find((one) => one.id === carrier)
  return {
    id,
    ...(carrier === undefined
      ? {}
      : { carrier: known ? inLanguage(known.name, language) : carrier }),
    trackingNumber,
    ...(courier ? { courier } : {}),
    shippedAt,
    lines: lines.map(({ lineIndex, quantity }) => {
      const line = order.lines[lineIndex]
      return { lineIndex, quantity, name: line ? inLanguage(line.name, language) : '' }
    }),
    // What carriers say on the way has its place between the two.
    events: [
      { at: shippedAt, what: 'shipped' },
      ...(order.receivedAt === undefined
        ? []
        : [{ at: order.receivedAt, what: 'received' as const }]),
    ],
  }
}
