import type { TroubleAbout, Troubles } from '../../../../shared/contract/console-orders'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { stamp } from '../stamp'

type Texts = MessageTexts['troubles']

/** One thing that needs a person: what, about what, and the ways to it. */
export interface TroubleRow {
  id: string
  what: string
  /** What it is about, as people call it. */
  about: string
  time: string
  /** What somebody outside answered, or how much money is missing. */
  detail: string
  /** What one can do about it elsewhere; empty when it can be tried again here. */
  hint: string
  canRetry: boolean
  orderId: string
  productId: string
}

export interface TroublesView {
  isEmpty: boolean
  effects: TroubleRow[]
  refunds: TroubleRow[]
  days: { date: string; rows: TroubleRow[] }[]
}

/** What needs a person, in words. */
export const toTroublesView = ({ effects, refunds, days }: Troubles, t: Texts): TroublesView => ({
  isEmpty: effects.length + refunds.length + days.length === 0,
  effects: effects.map(({ id, kind, about, reference, reason, createdAt, canRetry }) => ({
    ...rowOf(id, about, reference, t),
    what: wordOf('kind', kind, t),
    time: stamp(createdAt),
    detail: reason ? fill(t.reasonIs, { reason }) : '',
    hint: canRetry ? '' : t.cannotRetry,
    canRetry,
  })),
  refunds: refunds.map(({ id, orderId, about, refundFen, createdAt }) => ({
    ...rowOf(id, about, orderId, t),
    what: priceText(refundFen, 'always'),
    time: stamp(createdAt),
    hint: t.refundByHand,
    orderId,
  })),
  days: days.map(({ date, differences }) => ({
    date,
    rows: differences.map(({ kind, about, reference, expectedFen, foundFen }, index) => ({
      ...rowOf(`${index}:${reference}`, about, reference, t),
      what: wordOf('diff', kind, t),
      detail: fill(t.expected, {
        expected: priceText(expectedFen, 'always'),
        found: priceText(foundFen, 'always'),
      }),
    })),
  })),
})

const rowOf = (
  id: string,
  about: TroubleAbout | undefined,
  reference: string,
  t: Texts,
): TroubleRow => ({
  id,
  what: '',
  about: aboutText(about, reference, t),
  time: '',
  detail: '',
  hint: '',
  canRetry: false,
  orderId: about?.order?.id ?? '',
  productId: about?.order ? '' : (about?.product?.id ?? ''),
})

function aboutText(about: TroubleAbout | undefined, reference: string, t: Texts): string {
  if (about?.order) return fill(t.aboutOrder, about.order)
  if (about?.product) return fill(t.aboutProduct, about.product)
  if (about?.customer) return fill(t.aboutCustomer, { customer: about.customer })
  const [, number] = /^giftcard:(.*)$/.exec(reference) ?? []
  return number === undefined ? t.aboutGone : fill(t.aboutCard, { number })
}

/** The text `kindRefund` for `refund`; the word itself when there is none. */
function wordOf(prefix: 'kind' | 'diff', word: string, t: Texts): string {
  const key = `${prefix}${word.charAt(0).toUpperCase()}${word.slice(1)}`
  return key in t ? t[key as keyof Texts] : word
}
