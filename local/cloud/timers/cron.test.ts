import { describe, expect, test } from '@jest/globals'
import { CronError, parseCron } from './cron'

const instant = (text: string) => Date.parse(`${text}+08:00`)
const shown = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)
const following = (cron: string, after: string, count: number) => {
  const schedule = parseCron(cron)
  const runs: (string | undefined)[] = []
  for (let at = schedule.next(instant(after)); runs.length < count; at = schedule.next(at ?? 0)) {
    runs.push(shown(at))
  }
  return runs
}

describe('the next run', () => {
  test.each([
    ['*/5 * * * * * *', '2026-01-01T00:00:00', ['2026-01-01T00:00:05', '2026-01-01T00:00:10']],
    ['0 0 2 1 * * *', '2026-01-01T02:00:00', ['2026-02-01T02:00:00', '2026-03-01T02:00:00']],
    [
      '0 15 10 * * MON-FRI *',
      '2026-01-02T11:00:00',
      ['2026-01-05T10:15:00', '2026-01-06T10:15:00'],
    ],
    ['0 0 10,14,16 * * * *', '2026-01-01T10:00:00', ['2026-01-01T14:00:00', '2026-01-01T16:00:00']],
    ['0 0 12 * * WED *', '2026-01-01T00:00:00', ['2026-01-07T12:00:00', '2026-01-14T12:00:00']],
    ['0 0 0 29 FEB * *', '2026-01-01T00:00:00', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
    ['0 0 0 1 1 * 2027', '2026-01-01T00:00:00', ['2027-01-01T00:00:00', undefined]],
  ])('of %s after %s', (cron, after, runs) => {
    expect(following(cron, after, runs.length)).toEqual(runs)
  })

  test('is on the day or on the weekday when both are given', () => {
    expect(following('0 0 2 15 * MON *', '2026-01-10T00:00:00', 3)).toEqual([
      '2026-01-12T02:00:00',
      '2026-01-15T02:00:00',
      '2026-01-19T02:00:00',
    ])
  })
})

test('the last run may be at the instant itself', () => {
  const schedule = parseCron('0 0 2 * * * *')
  expect(shown(schedule.last(instant('2026-01-02T02:00:00')))).toBe('2026-01-02T02:00:00')
  expect(shown(schedule.last(instant('2026-01-02T01:59:59')))).toBe('2026-01-01T02:00:00')
})

test.each([
  '* * * * *',
  '0 0 2 * * *',
  '0 0 2 ? * MON *',
  '0 0 2 L * * *',
  '0 0 2 * * 5#2 *',
  '0 0 2 15W * * *',
  '0 0 2 * MON * *',
  '60 0 2 * * * *',
  '0 0 24 * * * *',
  '@daily',
  '',
])('%j is refused, as WeChat does not document it', (cron) => {
  expect(() => parseCron(cron)).toThrow(CronError)
})
