import type { AccountDocument, LedgerEntryDocument, MoneyDayDocument } from '../documents/ledger'
import { collection, none } from './define'

export const ledgerCollections = {
  accounts: collection<AccountDocument>()('accounts', {
    memberKind: [
      ['memberId', 1],
      ['kind', 1],
    ],
    updated: [
      ['updatedAt', 1],
      ['_id', 1],
    ],
  }),
  ledger: collection<LedgerEntryDocument>()('ledger', {
    account: [
      ['accountId', 1],
      ['at', -1],
      ['_id', -1],
    ],
  }),
  moneydays: collection<MoneyDayDocument>()('moneydays', none),
}
