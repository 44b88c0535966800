import type {
  PreviewedCart,
  PreviewStep,
  PriceWarning,
} from '../../../../shared/contract/console-promotions'
import type { ActionName, AppContract } from '../../../../shared/contract'
import type { OutputOf } from '../../../../shared/contract/define'
import type { PricingAdjustmentKind } from '../../../../shared/domain/promotion/promotion'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import type { OfferTexts } from '../offer-words'

export type PreviewOutput = OutputOf<AppContract[ActionName & 'console.previewPromotion']>

interface StepView {
  words: string
  amount: string
}

export interface PreviewView {
  beforeText: string
  afterText: string
  /** What it takes off the sample. */
  difference: string
  lines: { name: string; before: string; after: string; steps: StepView[] }[]
  /** What concerns the whole of it: delivery and gifts. */
  rest: StepView[]
  warnings: { words: string; causes: string }[]
}

const stepNames = {
  memberPrice: 'kindMemberPrice',
  flashSale: 'kindFlashSale',
  groupBuy: 'kindGroupBuy',
  amountOff: 'kindAmountOff',
  percentOff: 'kindPercentOff',
  nthItem: 'kindNthItem',
  bundlePrice: 'kindBundlePrice',
  coupon: 'kindCoupon',
  newcomer: 'kindNewcomer',
  points: 'kindPoints',
  staffDiscount: 'kindStaffDiscount',
  delivery: 'kindDelivery',
  freeDelivery: 'kindFreeDelivery',
  deliveryCoupon: 'kindDeliveryCoupon',
} as const satisfies Record<PricingAdjustmentKind, keyof OfferTexts['promotion']>

const isDelivery = ({ kind }: PreviewStep) =>
  kind === 'delivery' || kind === 'freeDelivery' || kind === 'deliveryCoupon'

/** Before and after side by side, with the reason for every fen and what to look at twice. */
export function toPreviewView({ before, after, warnings }: PreviewOutput, t: OfferTexts) {
  const words = t.staffPromotions
  const toStep = ({ kind, name, amountFen }: PreviewStep): StepView => ({
    words: name === '' ? t.promotion[stepNames[kind]] : `${t.promotion[stepNames[kind]]} ${name}`,
    amount: priceText(amountFen, 'always'),
  })
  const savedFen = before.totalFen - after.totalFen
  const view: PreviewView = {
    beforeText: priceText(before.totalFen, 'always'),
    afterText: priceText(after.totalFen, 'always'),
    difference:
      savedFen > 0
        ? fill(words.saves, { amount: priceText(savedFen, 'always') })
        : words.savesNothing,
    lines: after.lines.map((line, index) => ({
      name: lineName(line),
      before: priceText(before.lines[index]?.payableFen ?? line.amountFen, 'always'),
      after: priceText(line.payableFen, 'always'),
      steps: line.steps.map(toStep),
    })),
    rest: [
      ...after.steps.filter(isDelivery).map(toStep),
      ...after.gifts.map(({ name, quantity }) => ({
        words: fill(words.giftLine, { name, count: quantity }),
        amount: '',
      })),
    ],
    warnings: warnings.map((warning) => toWarning(warning, words)),
  }
  return view
}

const toWarning = (
  { kind, name, options, quantity, percentOff, causes }: PriceWarning,
  words: OfferTexts['staffPromotions'],
) => ({
  words: fill({ free: words.warnFree, deep: words.warnDeep, combined: words.warnCombined }[kind], {
    name: [name, options].filter(Boolean).join(' '),
    count: quantity,
    percent: percentOff,
  }),
  causes: fill(words.warnCauses, { names: causes.join(words.nameSeparator) }),
})

const lineName = ({ name, options }: PreviewedCart['lines'][number]): string =>
  [name, options].filter(Boolean).join(' ')
