import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { accountIdOf, post } from '../../_kit/ledger'

export const withdrawGiftCards: HandlerOf<'console.withdrawGiftCards'> = (
  { cardIds },
  { memberId: staffId, now, transaction },
) => {
  const reference = newId(now)
  return transaction(async (tx) => {
    let withdrawn = 0
    for (const cardId of [...new Set(cardIds)].sort()) {
      const accountId = accountIdOf('giftcard', cardId)
      const card = await tx.accounts.get(accountId)
      if (!card || card.memberId || card.amount <= 0) continue
      await post(
        tx,
        {
          kind: 'giftcard',
          owner: cardId,
          memberId: '',
          change: -card.amount,
          cause: 'correct',
          reference,
          note: staffId,
        },
        now,
      )
      // Whoever has the code after all is told that its time is over.
      await tx.accounts.update(accountId, { expiresAt: now })
      withdrawn += 1
    }
    return { withdrawn }
  })
}
