import { expect, test } from '@jest/globals'
import { createRateLimit } from './rate-limit'

test('a burst passes, then as many as flow back, never more than the burst', () => {
  const limit = createRateLimit({ burst: 3, perSecond: 2 })
  const take = (at: number) => limit.take('anna', at)
  expect([take(0), take(0), take(0), take(0)]).toEqual([true, true, true, false])
  expect([take(500), take(500)]).toEqual([true, false])
  expect([take(60_000), take(60_000), take(60_000), take(60_000)]).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('one member’s haste is not another’s', () => {
  const limit = createRateLimit({ burst: 1, perSecond: 1 })
  expect([limit.take('anna', 0), limit.take('anna', 0), limit.take('bert', 0)]).toEqual([
    true,
    false,
    true,
  ])
})

test('a clock that is put back gives nothing and takes nothing', () => {
  const limit = createRateLimit({ burst: 1, perSecond: 1 })
  expect([limit.take('anna', 10_000), limit.take('anna', 0)]).toEqual([true, false])
})

test('it forgets who was here longest ago', () => {
  const limit = createRateLimit({ burst: 1, perSecond: 0 })
  limit.take('first', 0)
  for (let at = 0; at < 5_000; at += 1) limit.take(`other-${at}`, 0)
  expect(limit.take('first', 0)).toBe(true)
  expect(limit.take('other-4999', 0)).toBe(false)
})
