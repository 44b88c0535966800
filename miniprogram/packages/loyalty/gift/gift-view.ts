import type { AppContract } from '../../../../shared/contract'
import type { OutputOf } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { toTicket, untilText } from '../../../lib/coupon-words'
import type { Ticket } from '../../../lib/coupon-words'
import { fill } from '../../../lib/language'

type Gift = OutputOf<AppContract['loyalty.getGift']>
type Texts = Pick<MessageTexts, 'coupons' | 'orders'>

export interface GiftView {
  headline: string
  line: string
  ticket: Ticket
  note: string
  faded: boolean
  /** What is next for whoever looks at it. */
  step: 'take' | 'send' | 'use' | 'centre'
}

export function toGiftView(gift: Gift, now: number, texts: Texts): GiftView {
  const t = texts.coupons
  const from = gift.giver ? fill(t.giftFrom, { name: gift.giver }) : t.giftFromSomeone
  const words: Record<Gift['state'], Pick<GiftView, 'headline' | 'line' | 'step'>> = {
    open: { headline: from, line: '', step: 'take' },
    mine: { headline: t.giftMine, line: t.giftMineLine, step: 'send' },
    taken: { headline: t.giftTaken, line: t.giftTakenLine, step: 'centre' },
    takenByMe: { headline: t.giftTakenByMe, line: t.giftTakenByMeLine, step: 'use' },
    expired: { headline: t.giftExpired, line: t.giftTakenLine, step: 'centre' },
  }
  return {
    ...words[gift.state],
    ticket: toTicket(gift.coupon, t),
    note: untilText(gift.coupon.validUntil, now, texts),
    faded: gift.state === 'taken' || gift.state === 'expired',
  }
}
