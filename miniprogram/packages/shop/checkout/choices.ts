import type { InputOf } from '../../../../shared/contract/define'
import type { AppContract } from '../../../../shared/contract'
import type { QuoteCoupon } from '../../../../shared/contract/quote'

type QuoteInput = InputOf<AppContract['order.quote']>

/** What the customer has chosen at the checkout; what the server prices. */
export type Choices = Required<
  Pick<QuoteInput, 'fulfilment' | 'coupons' | 'usePoints' | 'useBalance' | 'giftcardIds'>
> &
  Pick<QuoteInput, 'storeId' | 'group'>

export const firstChoices: Choices = {
  fulfilment: 'carrier',
  coupons: 'best',
  usePoints: false,
  useBalance: false,
  giftcardIds: [],
}

/** The coupon sheet's question: which coupons are used after this one was tapped. */
export function couponsAfterTap(
  coupons: readonly QuoteCoupon[],
  tappedId: string,
): Choices['coupons'] {
  const tapped = coupons.find(({ id }) => id === tappedId)
  if (!tapped) return 'best'
  const isForDelivery = (coupon: QuoteCoupon) => coupon.benefit.kind === 'freeDelivery'
  const others = coupons
    .filter((one) => one.isUsed && isForDelivery(one) !== isForDelivery(tapped))
    .map(({ id }) => id)
  const ids = tapped.isUsed ? others : [...others, tappedId]
  return ids.length === 0 ? 'none' : ids
}

/** A gift card is used, or not any more. */
export const cardsAfterTap = (cardIds: readonly string[], tappedId: string): string[] =>
  cardIds.includes(tappedId)
    ? cardIds.filter((cardId) => cardId !== tappedId)
    : [...cardIds, tappedId]
