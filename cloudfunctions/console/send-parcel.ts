import { autoReceiveMs } from '../../shared/domain/hold'
import { lookupWord } from '../../shared/domain/order-lookup'
import { isAllSent } from '../../shared/domain/parcels'
import type { Pieces } from '../../shared/domain/parcels'
import { command } from '../_kit/cloud'
import { dayMs } from '../_kit/clock'
import type { CompanySettings } from '../_kit/documents/catalog'
import type { OrderDocument, SentParcel, SoldLine } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import { applyEvent } from '../_kit/orders/apply-event'
import { shippedFacts } from '../_kit/orders/message-facts'
import { newEntry } from '../_kit/outbox/entry'
import type { Transaction } from '../_kit/transaction'

/** How long the news that an order is shipped is news. */
const shippedNewsMs = 3 * dayMs

/** A parcel that leaves, the lines as they are with it, and who sends it. */
export interface Sending {
  parcel: SentParcel
  lines: SoldLine[]
  staffId: string
}

/**
 * Lets a parcel leave inside a transaction: with the last piece the order is shipped. Returns what
 * the writer does after the commit; undefined when the order's state does not allow it.
 */
export async function sendParcel(
  tx: Transaction,
  order: OrderDocument,
  { parcel, lines, staffId }: Sending,
  settings: CompanySettings,
): Promise<{ state: OrderDocument['state']; entries: OutboxDocument[] } | undefined> {
  const at = parcel.shippedAt
  const isLast = isAllSent(lines)
  const { carrier, trackingNumber } = parcel
  const state = await applyEvent(
    tx,
    order,
    isLast ? 'ship' : 'shipPart',
    {
      at,
      by: 'staff',
      staffId,
      ...(carrier === undefined ? {} : { carrier }),
      ...(trackingNumber === '' ? {} : { trackingNumber }),
    },
    {
      lines,
      parcels: [...order.parcels, parcel],
      ...(isLast ? { shippedAt: at, dueAt: at + autoReceiveMs } : {}),
      ...(trackingNumber === '' ? {} : { lookup: [...order.lookup, lookupWord(trackingNumber)] }),
    },
  )
  if (!state) return undefined
  await countSales(tx, order.lines, parcel.lines)
  const entries = effectsOf(order, parcel, settings)
  await tx.outbox.insert(...entries)
  return { state, entries }
}

/** Sold is what left the house; counted here, where buyers do not wait for each other. */
export async function countSales(
  tx: Transaction,
  lines: readonly SoldLine[],
  pieces: readonly Pieces[],
): Promise<void> {
  const sold = new Map<string, number>()
  for (const { lineIndex, quantity } of pieces) {
    const { productId } = lines[lineIndex]!
    sold.set(productId, (sold.get(productId) ?? 0) + quantity)
  }
  for (const [productId, quantity] of [...sold].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.products.update(productId, { soldCount: command.inc(quantity) })
    await tx.searchentries.update(productId, { soldCount: command.inc(quantity) })
  }
}

function effectsOf(
  order: OrderDocument,
  parcel: SentParcel,
  settings: CompanySettings,
): OutboxDocument[] {
  const at = parcel.shippedAt
  const place = order.parcels.length === 0 ? {} : { parcel: order.parcels.length + 1 }
  const upload = newEntry(
    { kind: 'uploadShipping', orderId: order._id, ...place },
    order.memberId,
    at,
  )
  if (!settings.templates.orderShipped) return [upload]
  const message = newEntry(
    {
      kind: 'message',
      message: 'orderShipped',
      orderId: order._id,
      ...place,
      ...shippedFacts(order, parcel, settings),
      validUntil: at + shippedNewsMs,
    },
    order.memberId,
    at,
  )
  return [upload, message]
}
