/** Money of the company's own that a member can pay with. */
export interface Wallet {
  balanceFen: number
  points: number
  giftcards: readonly Giftcard[]
}

export interface Giftcard {
  cardId: string
  leftFen: number
  expiresAt?: number
}

/** What of it the customer wants to use. */
export interface MeansChoice {
  useBalance: boolean
  giftcardIds: readonly string[]
}

/** By what an order is paid, summing to its total. */
export interface ChosenMeans {
  wechatFen: number
  balanceFen: number
  giftcards: { cardId: string; fen: number }[]
}

/** WeChat Pay takes no more than a million yuan at once. */
export const mostPayableFen = 100_000_000

/** Cards that can still be spent, the one that expires first in front. */
export const usableCards = (wallet: Wallet, now: number): Giftcard[] =>
  wallet.giftcards
    .filter(({ leftFen, expiresAt = Infinity }) => leftFen > 0 && expiresAt > now)
    .sort(
      (a, b) =>
        (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) || (a.cardId < b.cardId ? -1 : 1),
    )

/**
 * Pays a total with the chosen gift cards, those that expire first in front, then with the
 * balance, and leaves the rest to WeChat Pay. The parts sum to the total.
 */
export function meansFor(
  totalFen: number,
  wallet: Wallet,
  { useBalance, giftcardIds }: MeansChoice,
  now: number,
): ChosenMeans {
  let rest = totalFen
  const giftcards: ChosenMeans['giftcards'] = []
  for (const { cardId, leftFen } of usableCards(wallet, now)) {
    const fen = giftcardIds.includes(cardId) ? Math.min(leftFen, rest) : 0
    if (fen > 0) giftcards.push({ cardId, fen })
    rest -= fen
  }
  const balanceFen = useBalance ? Math.min(Math.max(0, wallet.balanceFen), rest) : 0
  return { wechatFen: rest - balanceFen, balanceFen, giftcards }
}
