import type { AppContract } from '../../../../shared/contract'
import type { InputOf, StaffRole } from '../../../../shared/contract/define'
import type { MoveReason, StockMove, StockRow } from '../../../../shared/contract/goods'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { stamp } from '../stamp'
import { fenOf, wholeOf } from '../money-field'

type Texts = MessageTexts['stock']
export type MoveInput = InputOf<AppContract['console.moveStock']>

/** What can be done to an SKU on this page. */
export type Deed = 'in' | 'out' | 'count' | 'price'

const keepers: readonly StaffRole[] = ['owner', 'manager', 'clerk']

/** Packers count; who buys and sells does the rest too. */
export function deedsFor(roles: readonly StaffRole[]): Deed[] {
  if (roles.some((role) => keepers.includes(role))) return ['in', 'out', 'count', 'price']
  return roles.includes('packer') ? ['count'] : []
}

const reasons: Record<Deed, readonly MoveReason[]> = {
  in: ['purchase', 'return', 'transfer', 'other'],
  out: ['damage', 'transfer', 'other'],
  count: [],
  price: [],
}

/** Why pieces may come or go, the usual one first. */
export const reasonsFor = (deed: Deed, t: Texts): { reason: MoveReason; words: string }[] =>
  reasons[deed].map((reason) => ({ reason, words: t[`reason_${reason}`] }))

/** What was typed, checked: what it would lead to, or what is wrong with it. */
export function weigh(
  deed: Deed,
  typed: string,
  sku: Pick<StockRow, 'stock'>,
  t: Texts,
): { value?: number; line: string; isWrong: boolean } {
  const wrong = (line: string) => ({ line: typed === '' ? '' : line, isWrong: typed !== '' })
  if (deed === 'price') {
    const fen = fenOf(typed)
    return fen === undefined ? wrong(t.wrongPrice) : { value: fen, line: '', isWrong: false }
  }
  const pieces = wholeOf(typed)
  if (pieces === undefined) return wrong(deed === 'count' ? t.wrongCount : t.wrongQuantity)
  if (pieces === 0 && deed !== 'count') return wrong(t.wrongQuantity)
  if (deed === 'out' && pieces > sku.stock)
    return { line: fill(t.tooFew, { count: sku.stock }), isWrong: true }
  const after = { in: sku.stock + pieces, out: sku.stock - pieces, count: pieces }[deed]
  return { value: pieces, line: fill(t.after, { count: after }), isWrong: false }
}

/** The move as it is sent: a count names what was on the page. */
export function toMove(
  deed: 'in' | 'out' | 'count',
  quantity: number,
  reason: MoveReason,
  sku: Pick<StockRow, 'stock'>,
): MoveInput['move'] {
  return deed === 'count'
    ? { kind: 'count', counted: quantity, seen: sku.stock }
    : { kind: deed, reason, quantity }
}

export interface MoveView {
  id: string
  what: string
  who: string
  change: string
  note: string
}

export const toMoveViews = (moves: readonly StockMove[], t: Texts): MoveView[] =>
  moves.map(({ id, at, change, after, reason, note, staffName }) => {
    const signed = change > 0 ? `+${change}` : change < 0 ? `\u2212${-change}` : '0'
    return {
      id,
      what: t[`reason_${reason}`],
      who: [staffName, stamp(at)].filter(Boolean).join('  '),
      change: fill(t.change, { change: signed, after }),
      note,
    }
  })
