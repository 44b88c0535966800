import type { AppContract } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { command } from '../../_kit/cloud'
import { db } from '../../_kit/db'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { StockMoveDocument } from '../../_kit/documents/staff'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'
import type { Transaction } from '../../_kit/transaction'

type Move = ParsedInputOf<AppContract['console.moveStock']>['move']

/** Roles that put pieces in and take them out; others may only count. */
const keepers = ['owner', 'manager', 'clerk'] as const

export const moveStock: HandlerOf<'console.moveStock'> = async (
  { skuId, move, note },
  { memberId: staffId, caller, now, fail, transaction },
) => {
  if (move.kind !== 'count') {
    const roles = (await db.staff.get(staffId))?.roles ?? []
    if (!keepers.some((role) => roles.includes(role))) fail('COUNT_ONLY')
  }
  const moveId = newId(now)
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const change = changeOf(move)
    const moved = await changeStock(tx, {
      moveId,
      skuId,
      change,
      reason: move.kind === 'count' ? 'count' : move.reason,
      note,
      staffId,
      at: now,
    })
    if (!moved) return fail('SKU_NOT_FOUND', { skuId })
    if (moved.after < 0) fail('STOCK_SHORT', { skuId, stock: moved.after - change })
    entries = moved.hasTurned
      ? [newEntry({ kind: 'refreshOffer', productId: moved.productId }, staffId, now)]
      : []
    if (entries.length > 0) await tx.outbox.insert(...entries)
    return { stock: moved.after }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}

function changeOf(move: Move): number {
  switch (move.kind) {
    case 'in':
      return move.quantity
    case 'out':
      return -move.quantity
    case 'count':
      return move.counted - move.seen
  }
}

interface StockChange extends Pick<StockMoveDocument, 'reason' | 'note' | 'staffId' | 'at'> {
  moveId: string
  skuId: string
  change: number
}

/**
 * Moves the stock and writes the move down; undefined when there is no such SKU. The caller rolls
 * back when `after` is below zero. It writes before it reads, as whoever takes stock does: the write
 * takes the lock, and the stock read after it can be trusted.
 */
export async function changeStock(
  tx: Transaction,
  { moveId, skuId, change, ...told }: StockChange,
): Promise<{ after: number; productId: string; hasTurned: boolean } | undefined> {
  if (!(await tx.skus.get(skuId))) return undefined
  if (change !== 0) await tx.skus.update(skuId, { stock: command.inc(change) })
  const sku = await tx.skus.get(skuId)
  if (!sku) return undefined
  const { stock: after, productId } = sku
  await tx.stockmoves.insert({ _id: moveId, skuId, productId, change, after, ...told })
  const before = after - change
  return { after, productId, hasTurned: before <= 0 !== after <= 0 }
}
