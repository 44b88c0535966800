import { shanghaiDate, shanghaiMinute, startOfShanghaiDay } from '../../shared/domain/shanghai-time'
import type { MessageTexts } from '../../shared/messages/messages'
import { fill } from './language'

type Texts = MessageTexts['orders']

/** `9:41`, in China. */
export const timeOfDay = (instant: number): string =>
  shanghaiMinute(instant).slice(11).replace(/^0/, '')

/** `3 月 22 日`, in China. */
export function dayText(instant: number, t: Texts): string {
  const [, month = 0, day = 0] = shanghaiDate(instant).split('-').map(Number)
  return fill(t.date, { month, day, monthName: t.months.split(' ')[month - 1] ?? '' })
}

/** `今天 9:41`, `昨天 16:40`, `明天 18:00`, and the day before the time for what is further away. */
export function nearTime(instant: number, now: number, t: Texts): string {
  const time = timeOfDay(instant)
  const isOn = (days: number) => startOfShanghaiDay(instant) === startOfShanghaiDay(now, days)
  if (isOn(0)) return fill(t.today, { time })
  if (isOn(1)) return fill(t.tomorrow, { time })
  if (isOn(-1)) return fill(t.yesterday, { time })
  return fill(t.onDay, { day: dayText(instant, t), time })
}

/** `今天`, `昨天`, `明天`, else `3/22`: a day in the least room. */
export function nearDay(instant: number, now: number, t: Texts): string {
  const far = shanghaiDate(instant).slice(5).split('-').map(Number).join('/')
  const near = nearTime(instant, now, { ...t, onDay: far })
  return near.replace(timeOfDay(instant), '').trim()
}
