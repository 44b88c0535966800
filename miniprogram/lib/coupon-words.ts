import type { CouponFace } from '../../shared/contract/loyalty'
import { startOfShanghaiDay } from '../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../shared/messages/messages'
import { dayText, nearDay, nearTime } from './china-time'
import { fill } from './language'
import { priceParts, priceText } from './price-text'

type Texts = MessageTexts['coupons']

/** What a coupon's ticket draws at the left: the benefit in large figures with what they mean. */
export interface Ticket {
  /** Before the figures, small: "¥". */
  sign: string
  big: string
  name: string
  /** "满 ¥50 可用" and what it is for. */
  line: string
  /** All of it in one sentence, for reading out and for share cards. */
  spoken: string
}

const mostNames = 2

export function toTicket(face: CouponFace, t: Texts): Ticket {
  const { sign, big, spoken } = benefitOf(face, t)
  const threshold =
    face.fromFen > 0 ? fill(t.threshold, { from: priceText(face.fromFen) }) : t.noThreshold
  const scope = scopeOf(face.scope, t)
  const alone = face.stacksWithPromotions ? [] : [t.alone]
  const line = [threshold, scope, ...alone].join(t.factSeparator)
  return { sign, big, name: face.name, line, spoken: `${face.name} ${spoken} ${line}` }
}

function benefitOf({ benefit }: CouponFace, t: Texts) {
  switch (benefit.kind) {
    case 'amountOff': {
      const { yuan, cents } = priceParts(benefit.offFen, 'auto')
      return { sign: '¥', big: yuan + cents, spoken: `${priceText(benefit.offFen)} ${t.off}` }
    }
    case 'percentOff': {
      const big = fill(t.fold, {
        fold: String((100 - benefit.percentOff) / 10),
        percent: benefit.percentOff,
      })
      return { sign: '', big, spoken: big }
    }
    case 'freeDelivery':
      return { sign: '', big: t.freeDelivery, spoken: t.freeDelivery }
  }
}

function scopeOf(names: readonly string[], t: Texts): string {
  if (names.length === 0) return t.forAll
  const shown = names.slice(0, mostNames).join(t.nameSeparator)
  const words =
    names.length > mostNames ? fill(t.forMore, { names: shown, count: names.length }) : shown
  return fill(t.forSome, { names: words })
}

/** Until when something is valid: the last whole day of it, or the time when it ends within one. */
export function untilText(
  until: number,
  now: number,
  { coupons: t, orders }: Pick<MessageTexts, 'coupons' | 'orders'>,
): string {
  if (startOfShanghaiDay(until) !== until)
    return fill(t.until, { time: nearTime(until, now, orders) })
  const lastDay = until - 1
  const isNear = startOfShanghaiDay(lastDay) <= startOfShanghaiDay(now, 1)
  const day = isNear ? nearDay(lastDay, now, orders) : dayText(lastDay, orders)
  return fill(t.untilDay, { day })
}
