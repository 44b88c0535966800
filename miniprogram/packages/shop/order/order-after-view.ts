import type {
  InvoiceView,
  OrderAfterView,
  ParcelView,
  RefundView,
} from '../../../../shared/contract/order-after'
import type { PaymentParts } from '../../../../shared/contract/order-parts'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { caseKindWord, caseStateWord } from '../../../lib/after-sale-words'
import { nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { invoiceFormat } from './invoice-file'
import type { InvoiceFormat } from './invoice-file'

type Texts = Pick<MessageTexts, 'orders' | 'afterSale'>

export interface AfterView {
  parcels: {
    id: string
    title: string
    /** Carrier and number, or who brings it. */
    who: string
    trackingNumber: string
    phone: string
    goods: string
    events: { id: number; at: string; text: string }[]
  }[]
  refunds: { id: string; state: string; isStuck: boolean; sum: string; parts: string; at: string }[]
  cases: { id: string; kind: string; state: string; goods: string }[]
  /** Pieces that went back, by place in the lines; empty texts for the others. */
  backs: string[]
  invoice: { title: string; state: string; canAsk: boolean; format: InvoiceFormat }
}

/** By what something was paid or went back, in words. */
export const meansText = (
  { wechatFen, balanceFen, giftcardFen }: PaymentParts,
  t: MessageTexts['orders'],
): string =>
  [
    [t.meansWechat, wechatFen] as const,
    [t.meansBalance, balanceFen] as const,
    [t.meansGiftcard, giftcardFen] as const,
  ]
    .filter(([, fen]) => fen > 0)
    .map(([text, fen]) => fill(text, { amount: priceText(fen, 'always') }))
    .join(t.nameSeparator)

export function toAfterView(
  after: OrderAfterView,
  { isSold, now }: { isSold: boolean; now: number },
  t: Texts,
): AfterView {
  const { orders } = t
  const time = (instant: number) => nearTime(instant, now, orders)
  return {
    parcels: after.shipments.map((parcel, index) => ({
      ...toParcelRow(parcel, orders),
      title:
        after.shipments.length > 1
          ? fill(orders.parcelTitle, { number: index + 1 })
          : orders.parcelOne,
      // Newest first, as everywhere.
      events: [...parcel.events].reverse().map(({ at, what }, id) => ({
        id,
        at: time(at),
        text: what === 'shipped' ? orders.parcelShipped : orders.parcelReceived,
      })),
    })),
    refunds: after.refunds.map((refund) => toRefundRow(refund, time, orders)),
    cases: after.afterSales.map(({ id, kind, state, lines }) => ({
      id,
      kind: caseKindWord(kind, t.afterSale),
      state: caseStateWord(state, t.afterSale),
      goods: lines
        .map(({ name, quantity }) => fill(orders.parcelGoods, { name, count: quantity }))
        .join(orders.nameSeparator),
    })),
    backs: after.placedLines.map(({ refunded }) =>
      refunded > 0 ? fill(orders.refundedPieces, { count: refunded }) : '',
    ),
    invoice: toInvoiceRow(after.invoice, isSold, orders),
  }
}

function toParcelRow(parcel: ParcelView, t: MessageTexts['orders']) {
  const { id, carrier, trackingNumber, courier, lines } = parcel
  return {
    id,
    who: courier
      ? fill(t.courier, courier)
      : carrier
        ? `${carrier} ${trackingNumber}`
        : t.courierOnly,
    trackingNumber: courier ? '' : trackingNumber,
    phone: courier?.phone ?? '',
    goods: lines
      .map(({ name, quantity }) => fill(t.parcelGoods, { name, count: quantity }))
      .join(t.nameSeparator),
  }
}

function toRefundRow(
  { id, state, means, points, createdAt, refundedAt }: RefundView,
  time: (instant: number) => string,
  t: MessageTexts['orders'],
) {
  const { wechatFen, balanceFen, giftcardFen } = means
  return {
    id,
    state: { asked: t.refundAsked, refunded: t.refundDone, stuck: t.refundStuck }[state],
    isStuck: state === 'stuck',
    sum: priceText(wechatFen + balanceFen + giftcardFen, 'always'),
    parts: [meansText(means, t), ...(points > 0 ? [fill(t.pointsBack, { count: points })] : [])]
      .filter(Boolean)
      .join(t.nameSeparator),
    at: time(refundedAt ?? createdAt),
  }
}

function toInvoiceRow(
  invoice: InvoiceView | undefined,
  isSold: boolean,
  t: MessageTexts['orders'],
): AfterView['invoice'] {
  if (!invoice) return { title: '', state: '', canAsk: isSold, format: '' }
  const isIssued = invoice.state === 'issued'
  const format = isIssued ? invoiceFormat(invoice.file) : ''
  return {
    title: invoice.title,
    state: !isIssued ? t.invoiceAsked : format === '' ? t.invoiceGone : t.invoiceIssued,
    canAsk: isSold && !isIssued,
    format,
  }
}
