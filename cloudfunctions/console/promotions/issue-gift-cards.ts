import type { HandlerOf } from '../../_kit/handler-of'
import { issueGiftCard, newCardCode } from '../../_kit/loyalty/gift-cards'

/**
 * The codes go past what is remembered of the answer: whoever reads the log or the once-keys finds
 * the cards' numbers, from which no code can be made.
 */
export const issueGiftCards: HandlerOf<'console.issueGiftCards'> = async (
  { count, amountFen, expiresAt },
  { memberId: staffId, now, fail, transaction },
) => {
  if (expiresAt !== undefined && expiresAt <= now) fail('GIFTCARD_EXPIRED')
  const codes = Array.from({ length: count }, newCardCode)
  const { cards } = await transaction(async (tx) => {
    const issued: { cardId: string }[] = []
    for (const code of codes) {
      const card = { code, amountFen, staffId, ...(expiresAt === undefined ? {} : { expiresAt }) }
      issued.push(await issueGiftCard(tx, card, now))
    }
    return { cards: issued }
  })
  return { cards: cards.map((card, index) => ({ ...card, code: codes[index]! })) }
}
