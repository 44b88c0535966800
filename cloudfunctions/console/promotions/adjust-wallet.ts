import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { accountIdOf, post } from '../../_kit/ledger'

export const adjustWallet: HandlerOf<'console.adjustWallet'> = async (
  { orderId, account, change, reason },
  { now, fail, transaction },
) => {
  const order = await db.orders.get(orderId)
  if (!order) return fail('ORDER_NOT_FOUND')
  const { memberId } = order
  const reference = newId(now)
  return transaction(async (tx) => {
    const isDone = await post(
      tx,
      {
        kind: account,
        owner: memberId,
        memberId,
        change,
        cause: change > 0 ? 'grant' : 'correct',
        reference,
        note: reason,
      },
      now,
    )
    const amount = (await tx.accounts.get(accountIdOf(account, memberId)))?.amount ?? 0
    return isDone ? { amount } : fail('WALLET_SHORT', { amount })
  })
}
