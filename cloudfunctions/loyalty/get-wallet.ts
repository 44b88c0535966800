import { companySettings } from '../_kit/company'
import type { AccountDocument } from '../_kit/documents/ledger'
import type { HandlerOf } from '../_kit/handler-of'
import { listAccounts } from '../_kit/repos/accounts'
import { countOpenCoupons } from '../_kit/repos/member-coupons'
import { toGiftCard } from './gift-card'

export const getWallet: HandlerOf<'loyalty.getWallet'> = async (_input, { memberId, now }) => {
  const [settings, accounts, coupons] = await Promise.all([
    companySettings(),
    listAccounts(memberId),
    countOpenCoupons(memberId, now),
  ])
  const amountOf = (kind: AccountDocument['kind']) =>
    accounts.find((account) => account.kind === kind)?.amount ?? 0
  const points = amountOf('points')
  return {
    balanceFen: amountOf('balance'),
    points,
    pointsFen: settings.points ? Math.floor((points * 100) / settings.points.perYuan) : 0,
    giftcards: accounts
      .filter(({ kind }) => kind === 'giftcard')
      .map((account) => toGiftCard(account, now))
      .sort((a, b) => Number(a.isExpired) - Number(b.isExpired) || b.amountFen - a.amountFen),
    coupons,
  }
}
