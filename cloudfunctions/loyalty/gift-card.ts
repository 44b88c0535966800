import type { GiftCard } from '../../shared/contract/loyalty'
import type { AccountDocument } from '../_kit/documents/ledger'

/** A gift card as its owner sees it at this instant. */
export const toGiftCard = ({ _id, amount, expiresAt }: AccountDocument, now: number): GiftCard => ({
  cardId: _id.slice(_id.indexOf(':') + 1),
  amountFen: amount,
  ...(expiresAt === undefined ? {} : { expiresAt }),
  isExpired: expiresAt !== undefined && expiresAt <= now,
})
