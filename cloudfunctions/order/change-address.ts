import type { Address } from '../../shared/contract/member'
import { deliveryFee } from '../../shared/domain/delivery'
import type { DeliveryRules } from '../../shared/domain/delivery'
import { lookupWord } from '../../shared/domain/order-lookup'
import { lookupWords } from '../../shared/domain/order-lookup'
import { db } from '../_kit/db'
import { companyDelivery } from '../_kit/delivery-rules'
import type { SkuDocument } from '../_kit/documents/catalog'
import type { OrderDocument } from '../_kit/documents/order'
import type { HandlerOf } from '../_kit/handler-of'
import { applyEvent } from '../_kit/orders/apply-event'
import { ownOrder } from '../_kit/orders/own-order'
import { readAddress } from './read-address'

export const changeAddress: HandlerOf<'order.changeAddress'> = async (
  { orderId, addressId },
  { memberId, now, fail, transaction },
) => {
  const [before, address, rules] = await Promise.all([
    ownOrder(orderId, memberId),
    readAddress(memberId, addressId),
    companyDelivery(),
  ])
  if (!before) return fail('ORDER_NOT_FOUND')
  if (!address) return fail('ADDRESS_NOT_FOUND')
  if (before.fulfilment === 'pickup') fail('ORDER_STATE_CHANGED', { state: before.state })
  const skus = await db.skus.getMany(before.skuIds)
  const paidFen = feeTo(before.address, before, skus, rules)
  const neededFen = feeTo(address, before, skus, rules)
  if (neededFen === undefined) fail('DELIVERY_UNAVAILABLE')
  else if (paidFen !== neededFen)
    fail('DELIVERY_DIFFERS', { paidFen: paidFen ?? before.deliveryFen, neededFen })

  return transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (!order) return fail('ORDER_NOT_FOUND')
    // What has left cannot be called back, and the rest goes the same way.
    const hasLeft = order.lines.some(({ shipped }) => shipped > 0)
    const details = { at: now, by: 'member' as const }
    const state = hasLeft
      ? undefined
      : await applyEvent(tx, order, 'changeAddress', details, {
          address,
          lookup: [
            ...new Set([
              ...order.lookup.filter((word) => !personWords(order).includes(word)),
              ...lookupWords({ number: order.number, name: address.name, phone: address.phone }),
            ]),
          ],
        })
    if (!state) return fail('ORDER_STATE_CHANGED', { state: order.state })
    return { address }
  })
}

const personWords = ({ address }: OrderDocument): string[] => [
  address.phone,
  address.phone.slice(-4),
  lookupWord(address.name),
]

/** What the order's goods cost to send there by now's rules; undefined where nothing goes. */
function feeTo(
  to: Address,
  { fulfilment, lines, goodsFen }: OrderDocument,
  skus: ReadonlyMap<string, SkuDocument>,
  rules: DeliveryRules,
): number | undefined {
  const weighed = lines.map(({ skuId, amountFen, quantity }) => {
    const { weightGrams, freightTemplateId } = skus.get(skuId) ?? {}
    return {
      amountFen,
      quantity,
      ...(weightGrams === undefined ? {} : { weightGrams }),
      ...(freightTemplateId === undefined ? {} : { freightTemplateId }),
    }
  })
  const fee = deliveryFee(fulfilment, weighed, rules, to)
  if (!fee.ok) return undefined
  const { feeFen, freeFromFen } = fee.value
  return freeFromFen !== undefined && goodsFen >= freeFromFen ? 0 : feeFen
}
