import { expect, test } from '@jest/globals'
import { orderActionsOf, shownStateOf } from './order-actions'
import { orderStates } from './order-state'

const expiresAt = 1000

test('an unpaid order is over the moment its time runs out', () => {
  const order = { state: 'pendingPayment', expiresAt } as const
  expect(shownStateOf(order, 999)).toBe('pendingPayment')
  expect(orderActionsOf(order, 999)).toEqual(['pay', 'cancel'])
  expect(shownStateOf(order, 1000)).toBe('cancelled')
  expect(orderActionsOf(order, 1000)).toEqual(['buyAgain'])
})

test('every state leaves the customer something to do', () => {
  for (const state of orderStates)
    expect(orderActionsOf({ state, expiresAt }, 0).length).toBeGreaterThan(0)
})
