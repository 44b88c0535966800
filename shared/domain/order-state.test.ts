import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { finalOrderStates, nextOrderState, orderStates, orderTransitions } from './order-state'
import type { Actor, OrderEvent, OrderState } from './order-state'

const events = Object.keys(orderTransitions) as OrderEvent[]
const takesMoney = new Set<OrderEvent>(['pay', 'payIntoGroup', 'revive', 'returnLatePayment'])
const actors: Actor[] = ['member', 'staff', 'system']
const nextOf = (state: OrderState) =>
  events.flatMap((event) => actors.flatMap((actor) => nextOrderState(state, event, actor) ?? []))

describe('the states of an order', () => {
  test('are all reachable from the first', () => {
    const reached = new Set<OrderState>(['pendingPayment'])
    for (const state of reached) for (const next of nextOf(state)) reached.add(next)
    expect([...reached].sort()).toEqual([...orderStates].sort())
  })

  test('lead out of every state but the final ones', () => {
    expect(orderStates.filter((state) => nextOf(state).length === 0)).toEqual([...finalOrderStates])
  })

  test('never lead back to waiting for money, nor out of what is refunded', () => {
    for (const state of orderStates) expect(nextOf(state)).not.toContain('pendingPayment')
  })

  test('change only by the event and the actor the table names', () => {
    for (const event of events)
      for (const state of orderStates)
        for (const actor of actors) {
          const { from, to, by } = orderTransitions[event]
          const allowed =
            (from as readonly string[]).includes(state) && (by as readonly string[]).includes(actor)
          expect(nextOrderState(state, event, actor)).toBe(allowed ? to : undefined)
        }
  })

  test('keep money and goods together in every history', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...events), fc.constantFrom(...actors)), {
          maxLength: 60,
        }),
        (history) => {
          let state: OrderState = 'pendingPayment'
          let taken = 0
          let given = 0
          for (const [event, actor] of history) {
            const next = nextOrderState(state, event, actor)
            if (next === undefined) continue
            if (takesMoney.has(event)) taken += 1
            if (event === 'refund') given += 1
            state = next
          }
          // Paid at most once; given back at most once and only what was taken.
          expect(taken).toBeLessThanOrEqual(1)
          expect(given).toBeLessThanOrEqual(taken)
          expect(state === 'refunded').toBe(given === 1)
          if (state === 'shipped' || state === 'completed') expect(taken - given).toBe(1)
        },
      ),
    )
  })
})
