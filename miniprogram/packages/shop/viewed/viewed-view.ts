import type { ProductCard, Viewed } from '../../../../shared/contract/catalog'
import { shanghaiDate } from '../../../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

export interface ViewedDay {
  date: string
  name: string
  products: ProductCard[]
}

const dayMs = 86_400_000

/** What was looked at, a group a day, the newest first. */
export function toViewedDays(
  viewed: readonly Viewed[],
  now: number,
  texts: MessageTexts['favourites'],
  dayText: string,
): ViewedDay[] {
  const days: ViewedDay[] = []
  for (const { product, at } of viewed) {
    const date = shanghaiDate(at)
    const last = days[days.length - 1]
    if (last?.date === date) last.products.push(product)
    else days.push({ date, name: nameOf(date, now, texts, dayText), products: [product] })
  }
  return days
}

function nameOf(date: string, now: number, texts: MessageTexts['favourites'], dayText: string) {
  if (date === shanghaiDate(now)) return texts.today
  if (date === shanghaiDate(now - dayMs)) return texts.yesterday
  const [, month, day] = date.split('-').map(Number)
  return fill(dayText, { month: month ?? '', day: day ?? '' })
}
