import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { accountIdOf } from '../_kit/ledger'
import { pageEntries } from '../_kit/repos/accounts'

const pageSize = 30

export const listEntries: HandlerOf<'loyalty.listEntries'> = async (
  { account, cursor },
  { memberId, now, fail },
) => {
  const accountId =
    account.kind === 'giftcard'
      ? accountIdOf('giftcard', account.cardId)
      : accountIdOf(account.kind, memberId)
  if (account.kind === 'giftcard' && (await db.accounts.get(accountId))?.memberId !== memberId)
    return fail('GIFTCARD_NOT_FOUND')
  const page = await pageEntries(accountId, pageSize, cursor)
  return {
    // What staff wrote of a card is not for its owner; neither is who made it.
    entries: page.documents.map(({ _id, change, after, cause, note, at }) => ({
      id: _id,
      change,
      after,
      cause,
      ...(note === undefined || account.kind === 'giftcard' ? {} : { note }),
      at,
    })),
    now,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
