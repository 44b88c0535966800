import type { AccountKind } from '../documents/ledger'
import type { OrderDocument } from '../documents/order'
import { post } from '../ledger'
import type { Transaction } from '../transaction'

type Spender = Pick<OrderDocument, '_id' | 'memberId' | 'means' | 'points'>

/** What an order takes from accounts, in the order everyone takes it. */
function spendingOf({ memberId, means, points }: Spender) {
  const all: { kind: AccountKind; owner: string; amount: number }[] = [
    { kind: 'balance', owner: memberId, amount: means.balanceFen },
    ...[...means.giftcards]
      .sort((a, b) => (a.cardId < b.cardId ? -1 : 1))
      .map(({ cardId, fen }) => ({ kind: 'giftcard' as const, owner: cardId, amount: fen })),
    { kind: 'points', owner: memberId, amount: points },
  ]
  return all.filter(({ amount }) => amount > 0)
}

/**
 * Takes balance, gift cards and points for an order, in the transaction that places it; false when
 * something is not enough, and then the caller rolls back. An order that is revived after it was
 * given up takes them a second time, once.
 */
export async function spend(
  tx: Transaction,
  order: Spender,
  at: number,
  again?: 'again',
): Promise<boolean> {
  const reference = again ? `${order._id}:again` : order._id
  for (const { kind, owner, amount } of spendingOf(order)) {
    const { memberId } = order
    const posting = { kind, owner, memberId, change: -amount, cause: 'spend', reference } as const
    if (!(await post(tx, posting, at))) return false
  }
  return true
}

/** Gives back what an order took, because it came to nothing before it was paid. */
export async function releaseSpent(tx: Transaction, order: Spender, at: number): Promise<void> {
  for (const { kind, owner, amount } of spendingOf(order))
    await post(
      tx,
      {
        kind,
        owner,
        memberId: order.memberId,
        change: amount,
        cause: 'release',
        reference: order._id,
      },
      at,
    )
}
