import { expect, test } from '@jest/globals'
import { messages } from '../../shared/messages/messages'
import { dayText, nearDay, nearTime, timeOfDay } from './china-time'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-03-22T09:41:00')

test.each([
  ['2026-03-22T00:05:00', '今天 0:05', 'today 0:05'],
  ['2026-03-23T18:00:00', '明天 18:00', 'tomorrow 18:00'],
  ['2026-03-21T23:59:00', '昨天 23:59', 'yesterday 23:59'],
  ['2026-03-18T08:12:00', '3 月 18 日 8:12', 'Mar 18, 8:12'],
  ['2026-12-01T20:00:00', '12 月 1 日 20:00', 'Dec 1, 20:00'],
])('%s is %s', (instant, chinese, english) => {
  expect(nearTime(at(instant), now, messages['zh-CN'].orders)).toBe(chinese)
  expect(nearTime(at(instant), now, messages.en.orders)).toBe(english)
})

test('days and times are China’s, wherever the phone is', () => {
  const lateInChina = Date.parse('2026-03-21T16:30:00Z')
  expect(dayText(lateInChina, messages['zh-CN'].orders)).toBe('3 月 22 日')
  expect(timeOfDay(lateInChina)).toBe('0:30')
})

test('a day alone takes little room', () => {
  const days = (instant: string) => nearDay(at(instant), now, messages['zh-CN'].orders)
  expect(['2026-03-22T09:41:00', '2026-03-21T10:00:00', '2026-03-09T08:00:00'].map(days)).toEqual([
    '今天',
    '昨天',
    '3/9',
  ])
})
