import { cutText } from '../../../shared/domain/cut-text'
import { shanghaiRfc3339 } from '../../../shared/domain/shanghai-time'
import { errCodeOf, openapi } from '../cloud'
import { db } from '../db'
import type { OrderDocument } from '../documents/order'
import { done } from './outcome'
import type { Outcome } from './outcome'

/** WeChat's numbers for: found by transaction id; express; all in one parcel. */
const byTransactionId = 2
const express = 1
const unified = 1

/** It was uploaded before: shipping is complete, or the one change of it is used up. */
const uploadedBefore = new Set([10060002, 10060003])
const longestDescription = 120

/** Tells WeChat that the goods left: until then the money of the order stays frozen. */
export async function uploadShipping(orderId: string): Promise<Outcome> {
  const order = await db.orders.get(orderId)
  const payment = order && (await db.payments.get(order.outTradeNo))
  if (!order || !payment?.transactionId || order.parcels.length === 0)
    return { is: 'dead', reason: `order ${orderId} has no payment or no parcel to upload` }
  try {
    await openapi.wxa.sec.order.uploadShippingInfo({
      orderKey: { orderNumberType: byTransactionId, transactionId: payment.transactionId },
      logisticsType: express,
      deliveryMode: unified,
      shippingList: shippingListOf(order),
      uploadTime: shanghaiRfc3339(order.shippedAt ?? order.placedAt),
      payer: { openid: order.memberId },
    })
  } catch (error) {
    if (!uploadedBefore.has(errCodeOf(error) ?? 0)) throw error
  }
  return done
}

const shippingListOf = (order: OrderDocument) =>
  order.parcels.map(({ carrier, trackingNumber }) => ({
    trackingNo: trackingNumber,
    expressCompany: carrier,
    itemDesc: cutText(
      order.lines.map(({ name, quantity }) => `${name.zh}×${quantity}`).join('，'),
      longestDescription,
    ),
    // SF wants one of the two numbers, masked; the others take it too.
    contact: { receiverContact: maskedPhone(order.address.phone) },
  }))

/** "138****0027" */
const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
