import type { Page } from '../collection'
import { db } from '../db'
import type { AccountDocument, LedgerEntryDocument } from '../documents/ledger'

/** Nobody has more than a balance, points and a handful of gift cards. */
const mostAccounts = 200

/** All accounts of a member. */
export const listAccounts = (memberId: string): Promise<AccountDocument[]> =>
  db.accounts.find({ index: 'memberKind', where: { memberId }, limit: mostAccounts })

/** What happened to an account, the newest first. */
export const pageEntries = (
  accountId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<LedgerEntryDocument>> =>
  db.ledger.page(
    {
      index: 'account',
      where: { accountId },
      order: [
        ['at', -1],
        ['_id', -1],
      ],
      limit,
    },
    cursor,
  )
