import type { CouponOffer } from '../../../../shared/contract/loyalty'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { toTicket, untilText } from '../../../lib/coupon-words'
import type { Ticket } from '../../../lib/coupon-words'
import { fill } from '../../../lib/language'

type Texts = Pick<MessageTexts, 'coupons' | 'orders'>

export interface OfferRow {
  couponId: string
  ticket: Ticket
  note: string
  urgent: boolean
  faded: boolean
  button: string
  /** The next step is to claim it. */
  canClaim: boolean
  /** Nothing can be done: the button's word says why. */
  isPlain: boolean
}

/** Few enough to say so, of those there were. */
const few = 20

/** A coupon of the centre in words: what is left is said as it is, never made up. */
export function toOfferRow(offer: CouponOffer, now: number, texts: Texts): OfferRow {
  const t = texts.coupons
  const { state, left, total } = offer
  const valid =
    offer.validDays === undefined
      ? untilText(offer.validUntil, now, texts)
      : fill(t.days, { count: offer.validDays })
  const isFew = state === 'open' && left <= few
  return {
    couponId: offer.couponId,
    ticket: toTicket(offer, t),
    note: isFew ? fill(t.leftFew, { left, total }) : valid,
    urgent: isFew,
    faded: state === 'gone' || state === 'newcomersOnly' || (state === 'had' && offer.mine === 0),
    button: buttonOf(offer, t),
    canClaim: state === 'open',
    isPlain: state !== 'open' && offer.mine === 0,
  }
}

function buttonOf({ state, mine }: CouponOffer, t: Texts['coupons']): string {
  switch (state) {
    case 'open':
      return mine > 0 ? t.claimMore : t.claim
    case 'had':
      return mine > 0 ? t.use : t.had
    case 'gone':
      return mine > 0 ? t.use : t.gone
    case 'newcomersOnly':
      return t.newcomersOnly
  }
}
