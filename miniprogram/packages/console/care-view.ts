import type {
  StaffAfterSale,
  StaffAfterSaleDetail,
  StaffDecision,
} from '../../../shared/contract/console-care'
import type { MessageTexts } from '../../../shared/messages/messages'
import {
  caseEventWord,
  caseKindWord,
  caseReasonWord,
  caseStateWord,
} from '../../lib/after-sale-words'
import { nearTime } from '../../lib/china-time'
import { fill } from '../../lib/language'
import { priceText } from '../../lib/price-text'

type Texts = Pick<MessageTexts, 'staffCare' | 'afterSale' | 'orders'>

export interface CaseRow {
  id: string
  kind: string
  customer: string
  goods: string
  sum: string
  pictures: { lineIndex: number; src: string }[]
  /** Until when somebody has to do something; the state when nobody has. */
  due: string
  isLate: boolean
}

const goodsText = (lines: StaffAfterSale['lines'], t: MessageTexts['orders']): string =>
  lines
    .map(({ name, quantity }) => fill(t.parcelGoods, { name, count: quantity }))
    .join(t.nameSeparator)

/** Whether the shop has to do something next. */
const isOurs = ({ state }: Pick<StaffAfterSale, 'state'>): boolean =>
  state === 'requested' || state === 'returnSent' || state === 'arbitration'

/** Less than a day is left. */
const soonMs = 24 * 3_600_000

export function toCaseRow(kase: StaffAfterSale, now: number, t: Texts): CaseRow {
  const { dueAt } = kase
  return {
    id: kase.id,
    kind: caseKindWord(kase.kind, t.afterSale),
    customer: kase.customer.name,
    goods: goodsText(kase.lines, t.orders),
    sum: kase.kind === 'exchange' ? '' : priceText(kase.refundFen, 'always'),
    pictures: kase.lines.slice(0, 2).map(({ lineIndex, picture }) => ({ lineIndex, src: picture })),
    due: isOurs(kase) ? dueText(dueAt, now, t) : caseStateWord(kase.state, t.afterSale),
    isLate: isOurs(kase) && dueAt !== undefined && dueAt - now < soonMs,
  }
}

function dueText(dueAt: number | undefined, now: number, t: Texts): string {
  if (dueAt === undefined) return ''
  return dueAt <= now
    ? t.staffCare.overdue
    : fill(t.staffCare.due, { time: nearTime(dueAt, now, t.orders) })
}

/** What a tap on a decision opens: a word to the customer, a parcel, or only the stock. */
export type DecisionForm = 'word' | 'wordNeeded' | 'parcel' | 'stock'

export interface DecisionButton {
  decision: StaffDecision | 'refund' | 'return' | 'close'
  text: string
  form: DecisionForm
  /** Goods may go back on stock with it. */
  hasStock: boolean
  isPrimary: boolean
}

export interface CaseView {
  headline: string
  due: string
  customer: string
  phone: string
  said: string
  pictures: string[]
  lines: { skuId: string; name: string; options: string; picture: string; times: string }[]
  facts: { name: string; value: string }[]
  parcels: string[]
  events: { id: number; at: string; text: string; note: string }[]
  isUnsent: boolean
  /** The shop has to decide, but not whoever is looking. */
  isForOthers: boolean
  buttons: DecisionButton[]
}

/** What the shop has to do, said from its own side; undefined when somebody else is next. */
function oursWord(
  { state }: StaffAfterSaleDetail,
  t: MessageTexts['staffCare'],
): string | undefined {
  if (state === 'requested') return t.oursRequested
  if (state === 'returnSent') return t.oursReturned
  return state === 'arbitration' ? t.oursAppeal : undefined
}

export function toCaseView(kase: StaffAfterSaleDetail, now: number, t: Texts): CaseView {
  const { afterSale, staffCare } = t
  const time = (instant: number) => nearTime(instant, now, t.orders)
  const parcelText = (title: string, parcel: StaffAfterSaleDetail['returnParcel']) =>
    parcel ? [`${title}  ${parcel.carrier} ${parcel.trackingNumber}`] : []
  return {
    headline: oursWord(kase, staffCare) ?? caseStateWord(kase.state, afterSale),
    due: isOurs(kase) ? dueText(kase.dueAt, now, t) : '',
    customer: kase.customer.name,
    phone: kase.customer.phone,
    said: kase.description || staffCare.noWords,
    pictures: kase.pictures,
    lines: kase.lines.map((line) => ({
      skuId: line.skuId,
      name: line.name,
      options: line.options,
      picture: line.picture,
      times: `×${line.quantity}`,
    })),
    facts: [
      { name: afterSale.kind, value: caseKindWord(kase.kind, afterSale) },
      { name: afterSale.reason, value: caseReasonWord(kase.reason, afterSale) },
      { name: afterSale.refund, value: priceText(kase.refundFen, 'always') },
      ...(kase.points > 0 ? [{ name: afterSale.points, value: String(kase.points) }] : []),
      { name: afterSale.number, value: kase.number },
      { name: afterSale.orderNumber, value: kase.orderNumber },
      { name: afterSale.askedAt, value: time(kase.createdAt) },
    ],
    parcels: [
      ...parcelText(afterSale.returnParcel, kase.returnParcel),
      ...parcelText(afterSale.exchangeParcel, kase.exchangeParcel),
    ],
    events: kase.timeline
      .map(({ at, event, note }, id) => ({
        id,
        at: time(at),
        text: caseEventWord(event, afterSale),
        note: note ?? '',
      }))
      .reverse(),
    isForOthers: isOurs(kase) && kase.decisions.length === 0,
    isUnsent: !kase.hasLeft && kase.state === 'requested',
    // The most important one last, at the thumb.
    buttons: kase.decisions.flatMap((decision) => buttonsOf(decision, kase, staffCare)).reverse(),
  }
}

function buttonsOf(
  decision: StaffDecision,
  { kind }: StaffAfterSaleDetail,
  t: MessageTexts['staffCare'],
): DecisionButton[] {
  switch (decision) {
    case 'approve':
      return [{ decision, text: t.approve, form: 'word', hasStock: true, isPrimary: true }]
    case 'approveReturn':
      return [{ decision, text: t.approveReturn, form: 'word', hasStock: false, isPrimary: true }]
    case 'refuse':
      return [{ decision, text: t.refuse, form: 'wordNeeded', hasStock: false, isPrimary: false }]
    case 'acceptReturn':
      return [
        {
          decision,
          text: t.acceptReturn,
          form: 'stock',
          hasStock: true,
          isPrimary: kind !== 'exchange',
        },
      ]
    case 'sendExchange':
      return [{ decision, text: t.sendExchange, form: 'parcel', hasStock: true, isPrimary: true }]
    case 'decide':
      return [
        {
          decision: 'refund',
          text: t.decideRefund,
          form: 'wordNeeded',
          hasStock: true,
          isPrimary: true,
        },
        ...(kind === 'refundOnly'
          ? []
          : [
              {
                decision: 'return' as const,
                text: t.decideReturn,
                form: 'wordNeeded' as const,
                hasStock: false,
                isPrimary: false,
              },
            ]),
        {
          decision: 'close',
          text: t.decideClose,
          form: 'wordNeeded',
          hasStock: false,
          isPrimary: false,
        },
      ]
  }
}
