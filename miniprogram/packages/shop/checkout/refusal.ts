import type { ErrorCode } from '../../../../shared/contract'
import type { MessageTexts } from '../../../../shared/messages/messages'

/** Why something cannot be bought this way, and the ways on that there are. */
export interface Refusal {
  headline: string
  /** Where the button leads: a group of one's own, the group one is in, or back to the cart. */
  way: 'ownGroup' | 'group' | 'cart'
  button: string
  /** The same goods without a group; empty when that is no way on. */
  other: string
}

/** What a refusal of the price says; undefined for what trying again or another screen helps with. */
export function toRefusal(
  code: ErrorCode,
  { checkout, errors }: Pick<MessageTexts, 'checkout' | 'errors'>,
): Refusal | undefined {
  const headline = errors[code]
  switch (code) {
    case 'GROUP_FULL':
    case 'GROUP_ENDED':
      return {
        headline,
        way: 'ownGroup',
        button: checkout.startOwnGroup,
        other: checkout.buyAlone,
      }
    case 'ALREADY_IN_GROUP':
      return { headline, way: 'group', button: checkout.seeGroup, other: checkout.buyAlone }
    case 'TOTAL_NOT_PAYABLE':
      return { headline, way: 'cart', button: checkout.backToCart, other: '' }
    default:
      return undefined
  }
}
