import { describe, expect, test } from '@jest/globals'
import { orderActionsOf, shownStateOf } from './order-actions'
import type { Actionable } from './order-actions'
import { orderStates } from './order-state'

const dayMs = 86_400_000
const line = { quantity: 2, payableFen: 1000, points: 0, shipped: 0, refunded: 0 }
const order = (change: Partial<Actionable> = {}): Actionable => ({
  state: 'paid',
  expiresAt: 1000,
  lines: [line],
  deliveryFen: 0,
  fulfilment: 'carrier',
  ...change,
})
const sent = { ...line, shipped: 2 }

test('an unpaid order is over the moment its time runs out', () => {
  const unpaid = order({ state: 'pendingPayment' })
  expect(shownStateOf(unpaid, 999)).toBe('pendingPayment')
  expect(orderActionsOf(unpaid, 999)).toEqual(['pay', 'cancel'])
  expect(shownStateOf(unpaid, 1000)).toBe('cancelled')
  expect(orderActionsOf(unpaid, 1000)).toEqual(['buyAgain'])
})

test('every state leaves the customer something to do', () => {
  for (const state of orderStates)
    expect(orderActionsOf(order({ state }), 0).length).toBeGreaterThan(0)
})

describe('what is paid', () => {
  test('can be hurried, sent elsewhere, given up or given back in part', () => {
    expect(orderActionsOf(order(), 0)).toEqual([
      'remind',
      'changeAddress',
      'cancel',
      'afterSale',
      'buyAgain',
    ])
  })
  test('goes on its way in part: the address stays, and it is given back and not up', () => {
    const lines = [{ ...line, shipped: 1 }]
    expect(orderActionsOf(order({ lines }), 0)).toEqual(['remind', 'afterSale', 'buyAgain'])
  })
  test('waits for an answer about some of it: it is not given up as a whole', () => {
    const lines = [{ ...line, asked: 1 }]
    expect(orderActionsOf(order({ lines }), 0)).toEqual(['remind', 'afterSale', 'buyAgain'])
  })
  test('is picked up: nobody sends it', () => {
    const actions = orderActionsOf(order({ fulfilment: 'pickup' }), 0)
    expect(actions).toEqual(['cancel', 'afterSale', 'buyAgain'])
  })
})

test('what was received can be reviewed always, and given back for fifteen days', () => {
  const received = order({ state: 'completed', lines: [sent], receivedAt: 0 })
  expect(orderActionsOf(received, 15 * dayMs)).toEqual(['review', 'afterSale', 'buyAgain'])
  expect(orderActionsOf(received, 15 * dayMs + 1)).toEqual(['review', 'buyAgain'])
  const gone = order({ state: 'completed', lines: [{ ...sent, refunded: 2 }], receivedAt: 0 })
  expect(orderActionsOf(gone, 0)).toEqual(['review', 'buyAgain'])
})
