import type { LineProblem } from '../contract/order-parts'
import { err, ok } from './result'
import type { Result } from './result'

/** A line of the kept cart. */
export interface CartEntry {
  skuId: string
  quantity: number
  isSelected: boolean
}

/** One wish of the customer's; `quantity: 0` removes, `add` comes on top of what is there. */
export interface CartChange {
  skuId: string
  add?: number
  quantity?: number
  isSelected?: boolean
}

/** Whether an SKU is on sale and how many pieces can be bought now. */
export interface Availability {
  isListed: boolean
  stock: number
}

export const cartLineLimit = 100
export const cartPieceLimit = 99

export interface LineShortage {
  skuId: string
  problem: LineProblem
  available: number
}

/** Pieces that can be bought now. */
export const availableOf = (sku: Availability): number =>
  sku.isListed ? Math.min(Math.max(sku.stock, 0), cartPieceLimit) : 0

/** Why this many cannot be bought, or undefined when they can; a missing SKU is off sale. */
export function lineProblem(
  quantity: number,
  sku: Availability | undefined,
): LineProblem | undefined {
  if (!sku?.isListed) return 'off'
  if (sku.stock <= 0) return 'soldOut'
  return sku.stock < quantity ? 'short' : undefined
}

type Refusal =
  | { ok: false; code: 'SKU_NOT_FOUND'; detail: { skuId: string } }
  | { ok: false; code: 'SOLD_OUT'; detail: LineShortage }
  | { ok: false; code: 'CART_FULL'; detail: { limit: number } }

/**
 * The cart after all changes, newest lines first, or the first reason why one is refused; then
 * nothing is changed. Fewer pieces and unselecting are always possible, also of what is sold out.
 */
export function changeCart(
  entries: readonly CartEntry[],
  changes: readonly CartChange[],
  availability: (skuId: string) => Availability | undefined,
): { ok: true; value: CartEntry[] } | Refusal {
  let next = [...entries]
  for (const change of changes) {
    const before = next.find(({ skuId }) => skuId === change.skuId)
    const changed = changeEntry(before, change, availability(change.skuId))
    if (!changed.ok) return changed as Refusal
    const entry = changed.value
    if (entry === undefined) next = next.filter(({ skuId }) => skuId !== change.skuId)
    else if (before) next = next.map((kept) => (kept === before ? entry : kept))
    else next = [entry, ...next]
  }
  return next.length > cartLineLimit ? err('CART_FULL', { limit: cartLineLimit }) : ok(next)
}

function changeEntry(
  before: CartEntry | undefined,
  change: CartChange,
  sku: Availability | undefined,
): Result<CartEntry | undefined, Refusal['code'], Refusal['detail']> {
  const had = before?.quantity ?? 0
  const wanted = (change.quantity ?? had) + (change.add ?? 0)
  if (wanted === 0) return ok(undefined)
  if (wanted > cartPieceLimit) return err('CART_FULL', { limit: cartPieceLimit })
  if (wanted > had) {
    if (!sku) return err('SKU_NOT_FOUND', { skuId: change.skuId })
    const problem = lineProblem(wanted, sku)
    if (problem)
      return err('SOLD_OUT', { skuId: change.skuId, problem, available: availableOf(sku) })
  }
  const isSelected = change.isSelected ?? (wanted > had || (before?.isSelected ?? true))
  return ok({ skuId: change.skuId, quantity: wanted, isSelected })
}
