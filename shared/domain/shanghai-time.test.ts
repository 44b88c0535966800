import { describe, expect, test } from '@jest/globals'
import { isHeld, closePaymentAt } from './hold'
import { shipByOf, shippingDay } from './ship-by'
import {
  atShanghaiMinute,
  parseShanghaiSeconds,
  shanghaiDate,
  shanghaiHour,
  shanghaiMinute,
  shanghaiRfc3339,
  startOfShanghaiDay,
} from './shanghai-time'

const at = (text: string) => Date.parse(`${text}+08:00`)

describe('days in Asia/Shanghai', () => {
  test('turn at its midnight, not at UTC’s', () => {
    expect(shanghaiDate(at('2026-03-21T23:59:59'))).toBe('2026-03-21')
    expect(shanghaiDate(at('2026-03-22T00:00:00'))).toBe('2026-03-22')
    expect(startOfShanghaiDay(at('2026-03-22T07:59:00'))).toBe(at('2026-03-22T00:00:00'))
    expect(startOfShanghaiDay(at('2026-12-31T23:00:00'), 1)).toBe(at('2027-01-01T00:00:00'))
  })

  test('have hours and minutes to write down', () => {
    expect(shanghaiHour(at('2026-03-21T18:00:00'))).toBe(18)
    expect(shanghaiMinute(at('2026-03-21T09:05:59'))).toBe('2026-03-21 09:05')
    expect(shanghaiRfc3339(at('2026-03-21T09:05:00'))).toBe('2026-03-21T09:05:00.000+08:00')
  })

  test.each(['', '2026', '20260231090500', '20261301090500', '2026032109050x'])(
    'are not read from %p',
    (text) => {
      expect(parseShanghaiSeconds(text)).toBeUndefined()
    },
  )

  test('are read from WeChat Pay’s seconds', () => {
    expect(parseShanghaiSeconds('20260321090500')).toBe(at('2026-03-21T09:05:00'))
  })
})

test.each([
  ['2026-03-21T00:00:00', 'today', '2026-03-21T18:00:00'],
  ['2026-03-21T15:59:59', 'today', '2026-03-21T18:00:00'],
  ['2026-03-21T16:00:00', 'tomorrow', '2026-03-22T18:00:00'],
  ['2026-12-31T23:59:59', 'tomorrow', '2027-01-01T18:00:00'],
])('paid at %p it leaves %p, by %p', (paid, day, shipBy) => {
  expect(shippingDay(at(paid))).toBe(day)
  expect(shipByOf(at(paid))).toBe(at(shipBy))
})

test('a hold ends at its instant, not after it', () => {
  expect([isHeld({ expiresAt: 10 }, 9), isHeld({ expiresAt: 10 }, 10)]).toEqual([true, false])
})

test('a payment is closed five minutes after it can last have been opened', () => {
  expect(closePaymentAt({ expiresAt: 1_000_000 }, 400_000)).toBe(700_000)
  expect(closePaymentAt({ expiresAt: 1_000_000 }, 9_000_000)).toBe(1_300_000)
})

test('a day and a minute that were picked are an instant, and nonsense is none', () => {
  expect(atShanghaiMinute('2026-03-21', '00:05')).toBe(at('2026-03-21T00:05:00'))
  expect(shanghaiMinute(atShanghaiMinute('2026-12-31', '23:59'))).toBe('2026-12-31 23:59')
  expect(atShanghaiMinute('', '')).toBeNaN()
})
