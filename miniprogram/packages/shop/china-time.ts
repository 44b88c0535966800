import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

const hour = 3_600_000
const day = 24 * hour
/** China has one time and no summer time. */
const offset = 8 * hour

const dayOf = (instant: number) => Math.floor((instant + offset) / day)

/** `9:41`, in China. */
export function timeOfDay(instant: number): string {
  const date = new Date(instant + offset)
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}

/** `3-22 9:41`, in China. */
export function dayAndTime(instant: number): string {
  const date = new Date(instant + offset)
  return `${date.getUTCMonth() + 1}-${date.getUTCDate()} ${timeOfDay(instant)}`
}

/** `今天 9:41`, `明天 18:00`, a date beyond. */
export function nearTime(instant: number, now: number, t: MessageTexts['orders']): string {
  const time = timeOfDay(instant)
  const days = dayOf(instant) - dayOf(now)
  if (days === 0) return fill(t.today, { time })
  if (days === 1) return fill(t.tomorrow, { time })
  return dayAndTime(instant)
}
