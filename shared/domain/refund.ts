/** By what an order was paid. */
export interface Means {
  wechatFen: number
  balanceFen: number
  giftcards: readonly { cardId: string; fen: number }[]
}

/** WeChat Pay allows this many refunds of one payment. */
export const mostRefunds = 50

/**
 * How `refundFen` more goes back of an order of which `refundedFen` has gone back before: first
 * to WeChat Pay, then to the balance, then to the gift cards in the order they were spent. Each
 * gets at most what it gave, and the parts of all refunds of an order sum to its means. Undefined
 * when more would go back than was paid.
 */
export function refundMeans(
  means: Means,
  refundedFen: number,
  refundFen: number,
):
  | { wechatFen: number; balanceFen: number; giftcards: { cardId: string; fen: number }[] }
  | undefined {
  let skip = refundedFen
  let wanted = refundFen
  const take = (fen: number): number => {
    const skipped = Math.min(skip, fen)
    skip -= skipped
    const taken = Math.min(wanted, fen - skipped)
    wanted -= taken
    return taken
  }
  const wechatFen = take(means.wechatFen)
  const balanceFen = take(means.balanceFen)
  const giftcards = means.giftcards
    .map(({ cardId, fen }) => ({ cardId, fen: take(fen) }))
    .filter(({ fen }) => fen > 0)
  return wanted > 0 || refundFen < 0 ? undefined : { wechatFen, balanceFen, giftcards }
}
