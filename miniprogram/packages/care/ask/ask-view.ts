import type { AfterSaleAmount, AfterSaleChoices } from '../../../../shared/contract/care'
import { afterSaleKinds, afterSaleReasons } from '../../../../shared/domain/after-sale'
import type { AfterSaleKind, AfterSaleReason } from '../../../../shared/domain/after-sale'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { caseKindWord, caseReasonWord } from '../../../lib/after-sale-words'
import { dayText } from '../../../lib/china-time'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'

type Texts = Pick<MessageTexts, 'afterSale' | 'orders'>

/** What the customer has chosen so far; quantities by place in the order's lines. */
export interface Draft {
  quantities: Record<number, number>
  kind: AfterSaleKind | ''
  reason: AfterSaleReason | ''
}

export interface AskView {
  lines: {
    lineIndex: number
    name: string
    options: string
    picture: string
    quantity: number
    isChosen: boolean
    canChoose: boolean
    canLess: boolean
    canMore: boolean
    hint: string
  }[]
  kinds: {
    kind: AfterSaleKind
    text: string
    line: string
    isChosen: boolean
    canChoose: boolean
  }[]
  reasons: { reason: AfterSaleReason; text: string; isChosen: boolean }[]
  until: string
  hasAny: boolean
}

/** The chosen pieces as the server takes them. */
export const piecesOf = ({ quantities }: Draft): { lineIndex: number; quantity: number }[] =>
  Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineIndex, quantity]) => ({ lineIndex: Number(lineIndex), quantity }))

/** Kinds that all chosen lines can be asked for; of all lines when none is chosen. */
export function kindsFor({ lines }: AfterSaleChoices, draft: Draft): AfterSaleKind[] {
  const open = lines.filter(({ available }) => available > 0)
  const chosen = open.filter(({ lineIndex }) => (draft.quantities[lineIndex] ?? 0) > 0)
  if (chosen.length === 0)
    return afterSaleKinds.filter((kind) => open.some(({ kinds }) => kinds.includes(kind)))
  return afterSaleKinds.filter((kind) => chosen.every(({ kinds }) => kinds.includes(kind)))
}

export function toAskView(choices: AfterSaleChoices, draft: Draft, t: Texts): AskView {
  const possible = kindsFor(choices, draft)
  const { afterSale } = t
  const lineOf: Record<AfterSaleKind, string> = {
    refundOnly: afterSale.kindRefundOnlyLine,
    returnRefund: afterSale.kindReturnRefundLine,
    exchange: afterSale.kindExchangeLine,
  }
  return {
    lines: choices.lines.map((line) => {
      const quantity = draft.quantities[line.lineIndex] ?? 0
      const canChoose = line.available > 0
      return {
        lineIndex: line.lineIndex,
        name: line.name,
        options: line.options,
        picture: line.picture,
        quantity,
        isChosen: quantity > 0,
        canChoose,
        canLess: quantity > 1,
        canMore: quantity < line.available,
        hint: canChoose
          ? line.isGift
            ? afterSale.gift
            : fill(afterSale.available, { count: line.available })
          : afterSale.asked,
      }
    }),
    kinds: afterSaleKinds.map((kind) => ({
      kind,
      text: caseKindWord(kind, afterSale),
      line: lineOf[kind],
      isChosen: draft.kind === kind,
      canChoose: possible.includes(kind),
    })),
    reasons: afterSaleReasons.map((reason) => ({
      reason,
      text: caseReasonWord(reason, afterSale),
      isChosen: draft.reason === reason,
    })),
    until: choices.until
      ? fill(afterSale.untilNoReason, {
          day: dayText(choices.until.noReasonAt, t.orders),
          fault: dayText(choices.until.faultAt, t.orders),
        })
      : '',
    hasAny: choices.lines.some(({ available }) => available > 0),
  }
}

export interface AmountView {
  sum: string
  line: string
}

export function toAmountView(
  { refundFen, deliveryFen, points }: AfterSaleAmount,
  t: MessageTexts['afterSale'],
): AmountView {
  const parts = [
    ...(deliveryFen > 0
      ? [fill(t.refundSumLine, { amount: priceText(deliveryFen, 'always') })]
      : []),
    ...(points > 0 ? [fill(t.refundPoints, { count: points })] : []),
  ]
  return {
    sum: priceText(refundFen, 'always'),
    line: parts.length > 0 ? parts.join('  ') : t.refundBack,
  }
}
