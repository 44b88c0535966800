import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assumptions, estimateCost, habits } from './estimate-cost'
import { prices } from './prices'

const total = (users: number, orders: number) =>
  estimateCost({ users, orders }).reduce((sum, { yuan }) => sum + yuan, 0)

describe('the estimate of a month', () => {
  test('begins with the package and the calls of the timer', () => {
    const timer = habits.timerRuns * (1 + habits.timerRun.operations)
    const beyond = timer - prices.base.calls
    const byUse = Math.ceil(beyond / prices.callsByUse.per) * prices.callsByUse.yuan
    expect(total(0, 0)).toBeCloseTo(prices.base.yuan + Math.min(byUse, prices.calls.yuan))
  })

  test('never falls with more users or orders', () => {
    const few = fc.nat({ max: 1_000_000 })
    fc.assert(
      fc.property(few, few, few, (users, orders, more) => {
        expect(total(users + more, orders)).toBeGreaterThanOrEqual(total(users, orders))
        expect(total(users, orders + more)).toBeGreaterThanOrEqual(total(users, orders))
      }),
    )
  })

  test('says what it stands on, and what nobody has confirmed', () => {
    expect(assumptions().join('\n')).toContain('not confirmed')
  })
})
