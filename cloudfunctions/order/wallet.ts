import type { Wallet } from '../../shared/domain/means'
import type { AccountDocument } from '../_kit/documents/ledger'
import { listAccounts } from '../_kit/repos/accounts'

export const emptyWallet: Wallet = { balanceFen: 0, points: 0, giftcards: [] }

/** What a member has of the company's own money. */
export async function readWallet(memberId: string): Promise<Wallet> {
  const accounts = await listAccounts(memberId)
  const amountOf = (kind: AccountDocument['kind']) =>
    accounts.find((account) => account.kind === kind)?.amount ?? 0
  return {
    balanceFen: amountOf('balance'),
    points: amountOf('points'),
    giftcards: accounts
      .filter(({ kind }) => kind === 'giftcard')
      .map(({ _id, amount, expiresAt }) => ({
        cardId: _id.slice('giftcard:'.length),
        leftFen: amount,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      })),
  }
}
