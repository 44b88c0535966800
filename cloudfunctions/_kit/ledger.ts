import type { AccountKind, LedgerCause, LedgerEntryDocument } from './documents/ledger'
import type { Transaction } from './transaction'

/** The id of a member's account of this kind, or of the gift card with this number. */
export const accountIdOf = (kind: AccountKind, owner: string): string => `${kind}:${owner}`

/** One change of an account. */
export interface Posting {
  kind: AccountKind
  /** The member, for a gift card its number. */
  owner: string
  /** Who the entry is shown to; the owner itself but for gift cards. */
  memberId: string
  /** Above zero adds; in fen, or points. */
  change: number
  cause: LedgerCause
  /** What it belongs to; together with the cause it happens once. */
  reference: string
  note?: string
}

/**
 * Changes an account in the transaction that has the cause, and writes the entry; the same cause
 * and reference again fails the transaction. False, and nothing is written, when there is not
 * enough on it.
 */
export async function post(
  tx: Transaction,
  { kind, owner, memberId, change, cause, reference, note }: Posting,
  at: number,
): Promise<boolean> {
  const accountId = accountIdOf(kind, owner)
  const before = await tx.accounts.get(accountId)
  const after = (before?.amount ?? 0) + change
  if (after < 0) return false
  await tx.accounts.put({
    ...(before ?? { _id: accountId, kind, memberId }),
    amount: after,
    updatedAt: at,
  })
  const entry: LedgerEntryDocument = {
    _id: `${accountId}#${cause}:${reference}`,
    accountId,
    memberId,
    kind,
    change,
    after,
    cause,
    reference,
    ...(note === undefined ? {} : { note }),
    at,
  }
  await tx.ledger.insert(entry)
  return true
}
