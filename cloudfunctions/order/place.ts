import { holdMs } from '../../shared/domain/hold'
import { inLanguage } from '../../shared/domain/localized'
import { lookupWords } from '../../shared/domain/order-lookup'
import { lineAmountFen } from '../../shared/domain/quote'
import { command } from '../_kit/cloud'
import { minuteMs } from '../_kit/clock'
import { companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { OrderDocument, PaymentDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { newId, newOrderNumber, newOutTradeNo } from '../_kit/ids'
import { takeStock } from '../_kit/orders/stock'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import { readBasket, sortOut } from './basket'
import type { WantedSku } from './basket'
import { price, toQuote } from './price'
import type { Priced } from './price'
import { readAddress } from './read-address'

/** When the timer first asks about a payment whose callback did not come. */
const firstCheckMs = 2 * minuteMs

export const place: HandlerOf<'order.place'> = async (input, context) => {
  const { memberId, language, now, fail, transaction } = context
  const run = { envId: context.caller.envId, now }
  const [settings, address, basket] = await Promise.all([
    companySettings(),
    readAddress(memberId, input.addressId),
    readBasket(memberId, input.source, language, run),
  ])
  if (!address) return fail('ADDRESS_NOT_FOUND')
  if (basket.unknownSkuId !== undefined) fail('SKU_NOT_FOUND', { skuId: basket.unknownSkuId })
  if (basket.lines.length === 0)
    return basket.shortages.length > 0
      ? fail('SOLD_OUT', { lines: basket.shortages })
      : fail('CART_EMPTY')

  const agreed = price(basket.lines, settings)
  if (agreed.signature !== input.signature)
    return basket.shortages.length > 0
      ? fail('SOLD_OUT', { lines: basket.shortages })
      : fail('PRICE_CHANGED', toQuote(agreed, address, settings, context))

  const order = newOrder(agreed, { memberId, address, note: input.note, at: now })
  const payment = newPayment(order)
  const skuIds = order.skuIds
  let turnedEntries: OutboxDocument[] = []
  // Whoever is too late learns it from a plain read, without standing in the others' way.
  const whetherStillThere = async () => {
    const { shortages } = sortOut(order.lines, await db.skus.getMany(skuIds), language)
    if (shortages.length > 0) fail('SOLD_OUT', { lines: shortages })
  }
  const answer = await transaction(
    async (tx) => {
      const { skus, shortage, turned } = await takeStock(tx, order.lines)
      if (shortage) {
        const name = agreed.lines.find(({ sku }) => sku._id === shortage.skuId)?.sku.name
        fail('SOLD_OUT', { lines: [{ ...shortage, name: name ? inLanguage(name, language) : '' }] })
      }
      const current = price(withCurrent(agreed.lines, skus), settings)
      if (current.signature !== agreed.signature)
        fail('PRICE_CHANGED', toQuote(current, address, settings, context))
      await tx.orders.insert(order)
      await tx.payments.insert(payment)
      if (input.source.kind === 'cart')
        await tx.carts.update(memberId, {
          entries: command.pull({ skuId: command.in(skuIds) }),
          updatedAt: now,
        })
      turnedEntries = turned.map((productId) =>
        newEntry({ kind: 'refreshOffer', productId }, memberId, now),
      )
      if (turnedEntries.length > 0) await tx.outbox.insert(...turnedEntries)
      return {
        orderId: order._id,
        outTradeNo: order.outTradeNo,
        totalFen: order.totalFen,
        expiresAt: order.expiresAt,
      }
    },
    { before: whetherStillThere },
  )
  await runFresh(turnedEntries, run)
  return answer
}

/** The lines with their SKUs as they are inside the transaction. */
const withCurrent = (lines: readonly WantedSku[], skus: ReadonlyMap<string, WantedSku['sku']>) =>
  lines.map(({ sku, quantity }) => ({ sku: skus.get(sku._id) ?? sku, quantity }))

function newOrder(
  { lines, totals }: Priced,
  {
    memberId,
    address,
    note,
    at,
  }: Pick<OrderDocument, 'memberId' | 'address' | 'note'> & {
    at: number
  },
): OrderDocument {
  const number = newOrderNumber(at)
  const expiresAt = at + holdMs
  return {
    _id: newId(at),
    number,
    outTradeNo: newOutTradeNo(at),
    memberId,
    state: 'pendingPayment',
    lines: lines.map(({ sku, quantity }) => ({
      skuId: sku._id,
      productId: sku.productId,
      name: sku.name,
      optionWords: sku.optionWords,
      picture: sku.picture,
      plate: sku.plate,
      priceFen: sku.priceFen,
      quantity,
      amountFen: lineAmountFen({ priceFen: sku.priceFen, quantity }),
    })),
    skuIds: lines.map(({ sku }) => sku._id),
    count: totals.count,
    goodsFen: totals.goodsFen,
    adjustments: totals.adjustments,
    totalFen: totals.totalFen,
    address,
    note,
    placedAt: at,
    expiresAt,
    dueAt: expiresAt,
    parcels: [],
    timeline: [{ at, event: 'place', by: 'member' }],
    lookup: lookupWords({ number, name: address.name, phone: address.phone }),
  }
}

const newPayment = (order: OrderDocument): PaymentDocument => ({
  _id: order.outTradeNo,
  memberId: order.memberId,
  orderId: order._id,
  totalFen: order.totalFen,
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
