import type { AfterSaleAction, AfterSaleDetail } from '../../../../shared/contract/care'
import type { AfterSaleState } from '../../../../shared/domain/after-sale'
import type { MessageTexts } from '../../../../shared/messages/messages'
import {
  caseEventWord,
  caseKindWord,
  caseReasonWord,
  caseStateWord,
} from '../../../lib/after-sale-words'
import { nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'

type Texts = Pick<MessageTexts, 'afterSale' | 'orders'>

interface ParcelRow {
  title: string
  text: string
  trackingNumber: string
}

export interface CaseView {
  headline: string
  /** What is due, in words; empty when nothing is. */
  line: string
  /** The stop that is reached, 1 to 4; 0 hides the ridge: there is no way ahead. */
  stop: number
  stops: string[]
  spoken: string
  answer: string
  lines: { skuId: string; name: string; options: string; picture: string; times: string }[]
  facts: { name: string; value: string }[]
  parcels: ParcelRow[]
  /** Where to send it, while that is what is due. */
  returnTo: { whom: string; place: string; whole: string } | null
  description: string
  pictures: string[]
  events: { id: number; at: string; text: string; note: string }[]
  buttons: { action: AfterSaleAction; text: string; isPrimary: boolean }[]
}

const stopOf: Record<AfterSaleState, number> = {
  requested: 1,
  arbitration: 1,
  returning: 2,
  returnSent: 3,
  refunding: 3,
  exchanging: 3,
  refunded: 4,
  exchanged: 4,
  refused: 0,
  withdrawn: 0,
  closed: 0,
}

export function toCaseView(kase: AfterSaleDetail, now: number, t: Texts): CaseView {
  const { afterSale } = t
  const stop = stopOf[kase.state]
  const stops = [afterSale.stepAsk, afterSale.stepAnswer, afterSale.stepSend, afterSale.stepDone]
  const time = (instant: number) => nearTime(instant, now, t.orders)
  const hasMoney = kase.kind !== 'exchange' || kase.state === 'refunded'
  const { name, phone, place } = kase.returnTo
  const whom = fill(afterSale.returnWhom, { name, phone }).trim()
  return {
    headline: caseStateWord(kase.state, afterSale),
    line:
      kase.dueAt === undefined
        ? ''
        : fill(dueText(kase.state, afterSale), { time: time(kase.dueAt) }),
    // Money alone has no way back to show.
    stop: kase.kind === 'refundOnly' ? 0 : stop,
    stops,
    spoken: stop === 0 ? '' : fill(afterSale.progress, { now: stop, label: stops[stop - 1] ?? '' }),
    answer: kase.answer ?? '',
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
      ...(hasMoney ? [{ name: afterSale.refund, value: priceText(kase.refundFen, 'always') }] : []),
      ...(hasMoney && kase.points > 0
        ? [{ name: afterSale.points, value: String(kase.points) }]
        : []),
      { name: afterSale.number, value: kase.number },
      { name: afterSale.orderNumber, value: kase.orderNumber },
      { name: afterSale.askedAt, value: time(kase.createdAt) },
    ],
    parcels: [
      ...parcelRow(afterSale.returnParcel, kase.returnParcel),
      ...parcelRow(afterSale.exchangeParcel, kase.exchangeParcel),
    ],
    returnTo:
      kase.state === 'returning'
        ? { whom, place, whole: [name, phone, place].filter(Boolean).join(' ') }
        : null,
    description: kase.description,
    pictures: kase.pictures,
    events: kase.timeline
      .map(({ at, event, by, note }, id) => ({
        id,
        at: time(at),
        text:
          caseEventWord(event, afterSale) +
          (by === 'system' && event !== 'refund' ? afterSale.byItself : ''),
        note: note ?? '',
      }))
      .reverse(),
    buttons: kase.actions
      .map((action, index) => ({
        action,
        text: afterSale[action],
        isPrimary: index === 0 && action !== 'withdraw',
      }))
      .reverse(),
  }
}

const parcelRow = (title: string, parcel: AfterSaleDetail['returnParcel']): ParcelRow[] =>
  parcel
    ? [
        {
          title,
          text: `${parcel.carrier} ${parcel.trackingNumber}`,
          trackingNumber: parcel.trackingNumber,
        },
      ]
    : []

function dueText(state: AfterSaleState, t: MessageTexts['afterSale']): string {
  const texts: Partial<Record<AfterSaleState, string>> = {
    requested: t.dueRequested,
    returning: t.dueReturning,
    returnSent: t.dueReturnSent,
    exchanging: t.dueExchanging,
    refused: t.dueRefused,
    arbitration: t.dueArbitration,
  }
  return texts[state] ?? ''
}
