import { randomInt } from 'node:crypto'
import type { InvoiceWish } from '../../shared/contract/invoice'
import type { Address } from '../../shared/contract/member'
import { holdMs } from '../../shared/domain/hold'
import { lookupWords } from '../../shared/domain/order-lookup'
import { orderWords } from '../../shared/domain/order-words'
import { minuteMs } from '../_kit/clock'
import type {
  InvoiceRequest,
  OrderDocument,
  PaymentDocument,
  SoldLine,
} from '../_kit/documents/order'
import { newId, newOrderNumber, newOutTradeNo } from '../_kit/ids'
import type { WantedSku } from './basket'
import type { Priced } from './price'
import type { Scene } from './scene'

/** When the timer first asks about a payment whose callback did not come. */
const firstCheckMs = 2 * minuteMs

/** What an order keeps beside its price. */
export interface Wishes {
  address: Address
  note: string
  giftNote: string
  invoice?: InvoiceWish | undefined
}

/** An order of what was agreed, not paid yet. */
export function newOrder(
  priced: Priced,
  { memberId, choices, now: at }: Scene,
  { address, note, giftNote, invoice }: Wishes,
): OrderDocument {
  const { pricing, means, storeId } = priced
  const number = newOrderNumber(at)
  const expiresAt = at + holdMs
  const id = newId(at)
  const lines = toSoldLines(priced)
  return {
    _id: id,
    number,
    outTradeNo: newOutTradeNo(at),
    memberId,
    state: 'pendingPayment',
    lines,
    skuIds: [...new Set(lines.map(({ skuId }) => skuId))],
    count: pricing.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    goodsFen: pricing.goodsFen,
    adjustments: pricing.adjustments.map(({ shares, ...adjustment }) => ({
      ...adjustment,
      ...(shares ? { shares: [...shares, ...priced.gifts.map(() => 0)] } : {}),
    })),
    deliveryFen: pricing.deliveryFen,
    totalFen: pricing.totalFen,
    means,
    points: pricing.pointsUsed,
    couponIds: pricing.couponIds,
    refundedFen: 0,
    fulfilment: choices.fulfilment,
    ...(storeId === undefined ? {} : { pickup: { storeId, code: newPickupCode() } }),
    ...(choices.group
      ? { promotionId: choices.group.promotionId, groupId: choices.group.groupId ?? id }
      : {}),
    address,
    note,
    giftNote,
    ...(invoice ? { invoice: toInvoice(invoice, at) } : {}),
    placedAt: at,
    expiresAt,
    dueAt: expiresAt,
    parcels: [],
    timeline: [{ at, event: 'place', by: 'member' }],
    lookup: lookupWords({ number, name: address.name, phone: address.phone }),
    words: orderWords({ number, lines }),
  }
}

function toSoldLines({ lines, gifts, pricing }: Priced): SoldLine[] {
  const sold = ({ sku, quantity }: WantedSku) => ({
    skuId: sku._id,
    productId: sku.productId,
    name: sku.name,
    optionWords: sku.optionWords,
    picture: sku.picture,
    plate: sku.plate,
    quantity,
    shipped: 0,
    refunded: 0,
  })
  return [
    ...lines.map((line, index) => {
      const { priceFen, amountFen, payableFen, points } = pricing.lines[index]!
      return { ...sold(line), priceFen, amountFen, payableFen, points }
    }),
    ...gifts.map((gift) => ({
      ...sold(gift),
      priceFen: 0,
      amountFen: 0,
      payableFen: 0,
      points: 0,
      isGift: true,
    })),
  ]
}

const toInvoice = (wish: InvoiceWish, askedAt: number): InvoiceRequest => {
  const { kind, title, email } = wish
  return {
    kind,
    title,
    ...(wish.kind === 'company' ? { taxNumber: wish.taxNumber } : {}),
    ...(email === undefined ? {} : { email }),
    state: 'asked',
    askedAt,
  }
}

/** Six digits that a customer shows when picking up; the order's own, not unique by force. */
const newPickupCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** What is paid of it at WeChat Pay. */
export const newPayment = (order: OrderDocument): PaymentDocument => ({
  _id: order.outTradeNo,
  memberId: order.memberId,
  orderId: order._id,
  totalFen: order.means.wechatFen,
  refundCount: 0,
  refundedFen: 0,
  description: descriptionOf(order),
  state: 'pending',
  createdAt: order.placedAt,
  expiresAt: order.expiresAt,
  checkAt: order.placedAt + firstCheckMs,
})

const descriptionOf = ({ lines, count }: OrderDocument): string => {
  const first = lines[0]?.name.zh ?? ''
  return lines.length > 1 ? `${first} 等 ${count} 件` : first
}
