import type { FlashSale, FlashStock, Promotion } from '../../../shared/domain/promotion/promotion'
import { command } from '../cloud'
import { db } from '../db'
import type { FlashBuyerDocument } from '../documents/loyalty'
import type { OrderDocument } from '../documents/order'
import type { Transaction } from '../transaction'
import { flashBuyerId, flashStockId } from './flash-ids'

/** Pieces of one SKU in one flash sale. */
export interface FlashPieces {
  promotionId: string
  skuId: string
  quantity: number
  /** How many one member may have. */
  perMember: number
}

/** Orders that came to nothing are remembered this often; they only matter for a late payment. */
const mostReleased = 10

/** What flash sales have left of these SKUs, and what the member has bought of them. */
export async function readFlashStock(
  memberId: string,
  skuIds: readonly string[],
  promotions: readonly Promotion[],
): Promise<FlashStock[]> {
  const pairs = promotions.flatMap(({ id: promotionId, rule }) =>
    rule.kind === 'flashSale'
      ? rule.items
          .filter(({ skuId }) => skuIds.includes(skuId))
          .map(({ skuId }) => ({ promotionId, skuId }))
      : [],
  )
  if (pairs.length === 0) return []
  const [stocks, buyers] = await Promise.all([
    db.flashstocks.getMany(pairs.map(({ promotionId, skuId }) => flashStockId(promotionId, skuId))),
    db.flashbuyers.getMany(
      pairs.map(({ promotionId, skuId }) => flashBuyerId(promotionId, skuId, memberId)),
      ['bought'],
    ),
  ])
  return pairs.map(({ promotionId, skuId }) => ({
    promotionId,
    skuId,
    left: stocks.get(flashStockId(promotionId, skuId))?.left ?? 0,
    boughtByMember: buyers.get(flashBuyerId(promotionId, skuId, memberId))?.bought ?? 0,
  }))
}

/**
 * The pieces an order buys at a flash price: what was taken off its line for the sale, divided by
 * what the sale takes off one piece.
 */
export function flashPiecesOf(
  { lines, adjustments }: Pick<OrderDocument, 'lines' | 'adjustments'>,
  promotions: readonly Promotion[],
): FlashPieces[] {
  const pieces: FlashPieces[] = []
  for (const { kind, sourceId, shares } of adjustments) {
    if (kind !== 'flashSale') continue
    const rule = promotions.find(({ id }) => id === sourceId)?.rule
    if (!sourceId || !shares || rule?.kind !== 'flashSale')
      throw new Error(`flash sale ${String(sourceId)} of an order is not known`)
    lines.forEach((line, index) => {
      const share = shares[index] ?? 0
      if (share !== 0) pieces.push(piecesOf(sourceId, line, share, rule))
    })
  }
  return pieces.sort((a, b) =>
    flashStockId(a.promotionId, a.skuId) < flashStockId(b.promotionId, b.skuId) ? -1 : 1,
  )
}

function piecesOf(
  promotionId: string,
  line: OrderDocument['lines'][number],
  share: number,
  rule: FlashSale,
): FlashPieces {
  const item = rule.items.find(({ skuId }) => skuId === line.skuId)
  const quantity = item ? -share / (line.priceFen - item.priceFen) : 0
  if (!item || !Number.isInteger(quantity) || quantity < 1 || quantity > line.quantity)
    throw new Error(`flash sale ${promotionId} does not explain ${share} off ${line.skuId}`)
  return { promotionId, skuId: line.skuId, quantity, perMember: item.perMember }
}

/**
 * Takes pieces off a sale, for one member; false when the sale or what the member may have does
 * not suffice, and then the caller has to roll back. It writes before it reads, as `takeStock`.
 */
export async function takeFlashPieces(
  tx: Transaction,
  { promotionId, skuId, quantity, perMember }: FlashPieces,
  { _id: orderId, memberId }: Pick<OrderDocument, '_id' | 'memberId'>,
): Promise<boolean> {
  const stockId = flashStockId(promotionId, skuId)
  await tx.flashstocks.update(stockId, { left: command.inc(-quantity) })
  const stock = await tx.flashstocks.get(stockId)
  if (!stock || stock.left < 0) return false
  const buyerId = flashBuyerId(promotionId, skuId, memberId)
  const buyer = await tx.flashbuyers.get(buyerId)
  const others = (buyer?.orders ?? []).filter((taken) => taken.orderId !== orderId)
  const orders = keepFew([...others, { orderId, quantity, isHeld: true }])
  const bought = boughtIn(orders)
  if (bought > perMember) return false
  await tx.flashbuyers.put({ _id: buyerId, bought, orders })
  return true
}

/** Puts back what an order took; nothing when it holds nothing any more. */
export async function giveBackFlashPieces(tx: Transaction, order: OrderDocument): Promise<void> {
  for (const { stockId, buyerId } of placesOf(order)) {
    const buyer = await tx.flashbuyers.get(buyerId)
    const taken = buyer?.orders.find(({ orderId, isHeld }) => orderId === order._id && isHeld)
    if (!buyer || !taken) continue
    await tx.flashstocks.update(stockId, { left: command.inc(taken.quantity) })
    const orders = buyer.orders.map((one) => (one === taken ? { ...taken, isHeld: false } : one))
    await tx.flashbuyers.put({ _id: buyerId, bought: boughtIn(orders), orders })
  }
}

/** Takes the same pieces again; `perMember` counts what the member has bought meanwhile. */
export async function retakeFlashPieces(
  tx: Transaction,
  order: OrderDocument,
  promotions: readonly Promotion[],
): Promise<boolean> {
  for (const { promotionId, skuId, buyerId } of placesOf(order)) {
    const buyer = await tx.flashbuyers.get(buyerId)
    const before = buyer?.orders.find(({ orderId }) => orderId === order._id)
    const rule = promotions.find(({ id }) => id === promotionId)?.rule
    const item =
      rule?.kind === 'flashSale' ? rule.items.find((one) => one.skuId === skuId) : undefined
    if (!before || !item) return false
    const pieces = { promotionId, skuId, quantity: before.quantity, perMember: item.perMember }
    if (!before.isHeld && !(await takeFlashPieces(tx, pieces, order))) return false
  }
  return true
}

/** The sales an order took from, in the order everyone takes them. */
const placesOf = ({ lines, adjustments, memberId }: OrderDocument) =>
  adjustments
    .flatMap(({ kind, sourceId, shares }) =>
      kind === 'flashSale' && sourceId !== undefined
        ? lines.filter((_, index) => shares?.[index]).map(({ skuId }) => ({ sourceId, skuId }))
        : [],
    )
    .map(({ sourceId, skuId }) => ({
      promotionId: sourceId,
      skuId,
      stockId: flashStockId(sourceId, skuId),
      buyerId: flashBuyerId(sourceId, skuId, memberId),
    }))
    .sort((a, b) => (a.stockId < b.stockId ? -1 : 1))

const boughtIn = (orders: FlashBuyerDocument['orders']): number =>
  orders.reduce((sum, { quantity, isHeld }) => sum + (isHeld ? quantity : 0), 0)

/** All that hold something, and the latest that do not. */
function keepFew(orders: FlashBuyerDocument['orders']): FlashBuyerDocument['orders'] {
  const released = orders.filter(({ isHeld }) => !isHeld)
  const forgotten = new Set(released.slice(0, Math.max(0, released.length - mostReleased)))
  return orders.filter((one) => !forgotten.has(one))
}
