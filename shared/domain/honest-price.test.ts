import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { honestWas, pricedAt, wasAt, withPrice } from './honest-price'
import type { PriceChange } from './honest-price'

const day = 86_400_000
const now = Date.UTC(2026, 2, 21)
/** `[days ago, yuan]` each. */
const history = (...changes: [number, number][]): PriceChange[] =>
  changes.map(([daysAgo, yuan]) => ({ at: now - daysAgo * day, priceFen: yuan * 100 }))

describe('the former price', () => {
  test.each<[string, PriceChange[], number | undefined]>([
    ['was really charged for long', history([40, 68], [3, 58]), 6800],
    ['is none without a change', history([40, 68]), undefined],
    ['is none when the price rose', history([40, 58], [3, 68]), undefined],
    ['is none for what was dear only for a moment', history([4, 99], [3, 58]), undefined],
    [
      'is what it was before it was made dear for a moment',
      history([40, 68], [5, 99], [3, 58]),
      6800,
    ],
    [
      'is none when the moment hides that nothing fell',
      history([40, 58], [5, 99], [3, 58]),
      undefined,
    ],
    ['is the lowest of the last seven days', history([40, 88], [8, 78], [5, 70], [3, 58]), 7000],
    ['needs seven days of being charged', history([9, 68], [3, 58]), undefined],
    ['is there with exactly seven', history([10, 68], [3, 58]), 6800],
    ['goes after thirty days', history([90, 68], [30, 58]), undefined],
  ])('%s', (_what, changes, wasFen) => {
    expect(honestWas(changes, now)?.wasFen).toBe(wasFen)
  })

  test('is always higher than the price, and was charged in the week before it fell', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (drawn) => {
        const changes = history(...drawn).sort((a, b) => a.at - b.at)
        const was = honestWas(changes, now)
        if (!was) return
        const fell = changes[changes.length - 1]!
        expect(was.wasFen).toBeGreaterThan(fell.priceFen)
        const lately = changes.filter(
          ({ at }, index) =>
            at < fell.at && (changes[index + 1]?.at ?? fell.at) > fell.at - 7 * day,
        )
        expect(lately.map(({ priceFen }) => priceFen)).toContain(was.wasFen)
        expect(Math.min(...lately.map(({ priceFen }) => priceFen))).toBeLessThanOrEqual(was.wasFen)
        expect(was.wasUntil).toBeGreaterThan(now)
      }),
    )
  })
})

test('a price that is set again adds nothing to the history', () => {
  expect(withPrice(history([3, 58]), 5800, now)).toEqual(history([3, 58]))
})

test('the history keeps what the rule may still need, and no more', () => {
  expect(withPrice(history([300, 48], [200, 68], [70, 58]), 5500, now)).toEqual(
    history([200, 68], [70, 58], [0, 55]).filter(({ at }) => at >= now - 70 * day),
  )
})

test('what was shown ends by itself', () => {
  const fields = pricedAt(history([40, 68]), 5800, now)
  expect(fields).toMatchObject({ priceFen: 5800, wasFen: 6800 })
  expect(wasAt(fields, now + 29 * day)).toEqual({ wasFen: 6800 })
  expect(wasAt(fields, now + 30 * day)).toEqual({})
})
