import type { Wallet, WalletEntry } from '../../../../shared/contract/loyalty'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { dayText, nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'
import { groupedText, priceText } from '../../../lib/price-text'

type Texts = Pick<MessageTexts, 'wallet' | 'orders'>

/** Whose history is shown: the balance, the points, or one gift card by its number. */
export type AccountName = 'balance' | 'points' | (string & {})

export interface WalletView {
  balance: string
  points: string
  worth: string
  coupons: string
  cards: { cardId: string; amount: string; number: string; until: string; isExpired: boolean }[]
}

export interface EntryRow {
  id: string
  cause: string
  note: string
  at: string
  change: string
  isMore: boolean
  after: string
}

export function toWalletView(wallet: Wallet, { wallet: t, orders }: Texts): WalletView {
  return {
    balance: priceText(wallet.balanceFen, 'always'),
    points: groupedText(wallet.points),
    worth:
      wallet.pointsFen > 0
        ? fill(t.pointsWorth, { amount: priceText(wallet.pointsFen, 'always') })
        : '',
    coupons: fill(t.couponCount, { count: wallet.coupons }),
    cards: wallet.giftcards.map(({ cardId, amountFen, expiresAt, isExpired }) => ({
      cardId,
      amount: priceText(amountFen, 'always'),
      number: fill(t.cardNumber, { tail: cardId.slice(-4).toUpperCase() }),
      until: isExpired
        ? t.cardExpired
        : expiresAt === undefined
          ? t.cardForever
          : fill(t.cardUntil, { time: dayText(expiresAt, orders) }),
      isExpired,
    })),
  }
}

const causes = {
  spend: 'causeSpend',
  release: 'causeRelease',
  refund: 'causeRefund',
  earn: 'causeEarn',
  unearn: 'causeUnearn',
  grant: 'causeGrant',
  claim: 'causeClaim',
  correct: 'causeCorrect',
} as const satisfies Record<WalletEntry['cause'], keyof MessageTexts['wallet']>

export function toEntryRow(
  { id, change, after, cause, note = '', at }: WalletEntry,
  account: AccountName,
  now: number,
  { wallet: t, orders }: Texts,
): EntryRow {
  const isPoints = account === 'points'
  const amount = (value: number) =>
    isPoints ? fill(t.plain, { count: groupedText(value) }) : priceText(value, 'always')
  const size = isPoints ? groupedText(Math.abs(change)) : priceText(Math.abs(change), 'always')
  return {
    id,
    cause: t[causes[cause]],
    note,
    at: nearTime(at, now, orders),
    change: (change < 0 ? '\u2212' : '+') + size,
    isMore: change > 0,
    after: fill(t.after, { amount: amount(after) }),
  }
}
