import { cutText } from '../../../shared/domain/cut-text'
import { shanghaiRfc3339 } from '../../../shared/domain/shanghai-time'
import { errCodeOf, openapi } from '../cloud'
import { db } from '../db'
import type { OrderDocument, SentParcel } from '../documents/order'
import { done } from './outcome'
import type { Outcome } from './outcome'

const byTransactionId = 2
/** WeChat's numbers for the ways goods reach a customer, and for one parcel or several. */
const ways = { carrier: 1, sameCity: 2, pickup: 4 } as const
const unified = 1
const split = 2

/**
 * WeChat has it already: shipping is complete, the one change of it is used up, or nothing is new
 * in it.
 */
const uploadedBefore = new Set([10060002, 10060003, 10060023])
const longestDescription = 120

/**
 * Tells WeChat that goods left: until then the money of the order stays frozen. Every time it
 * tells all parcels so far, so that a late or repeated upload never takes anything back.
 */
export async function uploadShipping(orderId: string): Promise<Outcome> {
  const order = await db.orders.get(orderId)
  // Nothing was paid at WeChat Pay, so nothing is frozen there.
  if (order?.means.wechatFen === 0) return done
  const payment = order && (await db.payments.get(order.outTradeNo))
  if (!order || !payment?.transactionId)
    return { is: 'dead', reason: `order ${orderId} has no payment to upload for` }
  const way = wayOf(order)
  const isSplit = way === ways.carrier && isInParts(order)
  try {
    await openapi.wxa.sec.order.uploadShippingInfo({
      orderKey: { orderNumberType: byTransactionId, transactionId: payment.transactionId },
      logisticsType: way,
      deliveryMode: isSplit ? split : unified,
      ...(isSplit ? { isAllDelivered: order.state !== 'paid' } : {}),
      shippingList: shippingListOf(order, way),
      uploadTime: shanghaiRfc3339(lastSentAt(order)),
      payer: { openid: order.memberId },
    })
  } catch (error) {
    if (!uploadedBefore.has(errCodeOf(error) ?? 0)) throw error
  }
  return done
}

/** What the customer chose is one thing; with a tracking number it went with a carrier. */
function wayOf({ fulfilment, parcels }: OrderDocument): number {
  if (parcels.some(({ carrier }) => carrier !== undefined)) return ways.carrier
  return ways[fulfilment]
}

/** Whether one parcel did not hold, or will not hold, everything that was ordered. */
const isInParts = ({ lines, parcels }: OrderDocument): boolean =>
  parcels.length > 1 || lines.some(({ shipped, quantity }) => shipped < quantity)

const lastSentAt = ({ parcels, receivedAt, shippedAt, placedAt }: OrderDocument): number =>
  parcels.at(-1)?.shippedAt ?? shippedAt ?? receivedAt ?? placedAt

function shippingListOf(order: OrderDocument, way: number) {
  const whole = order.lines.map((line, lineIndex) => ({ lineIndex, quantity: line.quantity }))
  if (way !== ways.carrier) return [{ itemDesc: descriptionOf(order, whole) }]
  return order.parcels
    .filter(({ carrier }) => carrier !== undefined)
    .map(({ carrier, trackingNumber, lines }) => ({
      trackingNo: trackingNumber,
      expressCompany: carrier,
      itemDesc: descriptionOf(order, lines),
      // SF wants one of the two numbers, masked; the others take it too.
      contact: { receiverContact: maskedPhone(order.address.phone) },
    }))
}

const descriptionOf = (order: OrderDocument, pieces: SentParcel['lines']): string =>
  cutText(
    pieces
      .map(({ lineIndex, quantity }) => `${order.lines[lineIndex]?.name.zh ?? ''}×${quantity}`)
      .join('，'),
    longestDescription,
  )

/** "138****0027" */
const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
