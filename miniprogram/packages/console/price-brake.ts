import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'
import { priceText } from '../../lib/price-text'

export interface PriceChange {
  /** Which option it is. */
  name: string
  beforeFen: number
  afterFen: number
}

type Texts = MessageTexts['stock']

/** So many are named; a dialog has no room for more. */
const mostNamed = 5

/** Below half or above double is rarely meant: more often a point or a nought slipped. */
export const isSteep = ({ beforeFen, afterFen }: PriceChange): boolean =>
  afterFen * 2 < beforeFen || afterFen > beforeFen * 2

/** The prices to look at twice, one a line; empty when there are none. */
export function steepPricesText(changes: readonly PriceChange[], t: Texts): string {
  const steep = changes.filter(isSteep)
  const lines = steep
    .slice(0, mostNamed)
    .map(({ name, beforeFen, afterFen }) =>
      fill(t.priceStep, { name, before: priceText(beforeFen), after: priceText(afterFen) }),
    )
  const unnamed = steep.length - lines.length
  return [...lines, ...(unnamed > 0 ? [fill(t.moreSteep, { count: unnamed })] : [])].join('\n')
}

/** Whether prices may be sent as they are: at once, or because a person who was asked says so. */
export async function mayPrice(changes: readonly PriceChange[], t: Texts): Promise<boolean> {
  const content = steepPricesText(changes, t)
  if (content === '') return true
  const { confirm } = await wx.showModal({
    title: t.steepTitle,
    content,
    cancelText: t.steepBack,
    confirmText: t.steepSend,
  })
  return confirm
}
