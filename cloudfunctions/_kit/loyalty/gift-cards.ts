import { createHash, randomInt } from 'node:crypto'
import { err, ok } from '../../../shared/domain/result'
import type { Result } from '../../../shared/domain/result'
import type { AccountDocument } from '../documents/ledger'
import { accountIdOf, post } from '../ledger'
import type { Transaction } from '../transaction'

/** No I, L, O, U, 0, 1: what is printed on a card is read aloud and typed. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** A code nobody can guess: 78 bits. */
export const newCardCode = (): string =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Whether a typed code has the form of a gift card's. */
export const isCardCode = (code: string): boolean => code.length === codeLength

/** The card's number: what orders and ledgers name it by. The code itself is kept nowhere. */
export const cardIdOf = (code: string): string =>
  createHash('sha256').update(`giftcard:${code}`).digest('hex').slice(0, 20)

/**
 * Makes a gift card with this amount, which belongs to whoever claims its code first. The code is
 * from `newCardCode` and shown to staff once. For the console.
 */
export async function issueGiftCard(
  tx: Transaction,
  {
    code,
    amountFen,
    expiresAt,
    staffId,
  }: {
    code: string
    amountFen: number
    expiresAt?: number
    staffId: string
  },
  at: number,
): Promise<{ cardId: string }> {
  const cardId = cardIdOf(code)
  const posted = await post(
    tx,
    {
      kind: 'giftcard',
      owner: cardId,
      memberId: '',
      change: amountFen,
      cause: 'grant',
      reference: cardId,
      note: staffId,
    },
    at,
  )
  if (!posted) throw new Error('a gift card has an amount above zero')
  if (expiresAt !== undefined)
    await tx.accounts.update(accountIdOf('giftcard', cardId), { expiresAt })
  return { cardId }
}

export type CardProblem = 'CODE_NOT_FOUND' | 'GIFTCARD_EXPIRED' | 'GIFTCARD_TAKEN'

/** Makes the card the member's own; claiming it again is harmless. */
export async function claimGiftCard(
  tx: Transaction,
  code: string,
  memberId: string,
  at: number,
): Promise<Result<AccountDocument, CardProblem>> {
  const id = accountIdOf('giftcard', cardIdOf(code))
  const card = await tx.accounts.get(id)
  if (!card) return err('CODE_NOT_FOUND')
  if (card.memberId && card.memberId !== memberId) return err('GIFTCARD_TAKEN')
  if (card.expiresAt !== undefined && card.expiresAt <= at) return err('GIFTCARD_EXPIRED')
  await tx.accounts.update(id, { memberId, updatedAt: at })
  return ok({ ...card, memberId, updatedAt: at })
}
