import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  afterSaleDueAt,
  afterSaleKinds,
  afterSaleStates,
  afterSaleTransitions,
  finalAfterSaleStates,
  isOpenAfterSale,
  nextAfterSaleState,
  overdueAfterSaleEvent,
} from './after-sale'
import type { AfterSaleKind, AfterSaleState, AfterSaleTransition } from './after-sale'
import type { Actor } from './order-state'

const events = Object.keys(afterSaleTransitions) as AfterSaleTransition[]
const actors: Actor[] = ['member', 'staff', 'system']
const nextOf = (kind: AfterSaleKind, state: AfterSaleState) =>
  events.flatMap((event) =>
    actors.flatMap((actor) => nextAfterSaleState({ kind, state }, event, actor) ?? []),
  )
const reachedBy = (kind: AfterSaleKind) => {
  const reached = new Set<AfterSaleState>(['requested'])
  for (const state of reached) for (const next of nextOf(kind, state)) reached.add(next)
  return reached
}

describe('the states of a case', () => {
  test('are all reached by an exchange, and by the others all that are about them', () => {
    expect([...reachedBy('exchange')].sort()).toEqual([...afterSaleStates].sort())
    expect(afterSaleStates.filter((state) => !reachedBy('returnRefund').has(state))).toEqual([
      'exchanging',
      'exchanged',
    ])
    expect(afterSaleStates.filter((state) => !reachedBy('refundOnly').has(state))).toEqual([
      'returning',
      'returnSent',
      'exchanging',
      'exchanged',
    ])
  })

  test('lead out of every state but the final ones', () => {
    for (const kind of afterSaleKinds)
      for (const state of reachedBy(kind))
        expect([state, nextOf(kind, state).length === 0]).toEqual([
          state,
          (finalAfterSaleStates as readonly AfterSaleState[]).includes(state),
        ])
  })

  test('never lead back to the request', () => {
    for (const kind of afterSaleKinds)
      for (const state of afterSaleStates) expect(nextOf(kind, state)).not.toContain('requested')
  })

  test('pay back at most once in every history', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...afterSaleKinds),
        fc.array(fc.tuple(fc.constantFrom(...events), fc.constantFrom(...actors)), {
          maxLength: 80,
        }),
        (kind, history) => {
          let state: AfterSaleState = 'requested'
          let booked = 0
          for (const [event, actor] of history) {
            const next = nextAfterSaleState({ kind, state }, event, actor)
            if (next === undefined) continue
            // What is over, or being paid back, never holds pieces again.
            if (!isOpenAfterSale(state)) expect(isOpenAfterSale(next)).toBe(false)
            if (next === 'refunding') booked += 1
            state = next
          }
          expect(booked).toBeLessThanOrEqual(1)
          if (state === 'refunded') expect(booked).toBe(1)
          if (state === 'exchanged' || state === 'withdrawn' || state === 'closed')
            expect(booked).toBe(0)
        },
      ),
    )
  })
})

describe('a deadline', () => {
  test('leads on from every state that waits for somebody, by a transition that is allowed', () => {
    for (const kind of afterSaleKinds)
      for (const state of reachedBy(kind))
        for (const hasReturned of [false, true]) {
          const event = overdueAfterSaleEvent({ kind, state, hasReturned })
          const isDue = afterSaleDueAt(state, 0) > 0
          expect([state, event !== undefined]).toEqual([state, isDue])
          if (event) expect(nextAfterSaleState({ kind, state }, event, 'system')).toBeDefined()
        }
  })

  test('brings every case to its end without a word from anybody', () => {
    for (const kind of afterSaleKinds) {
      let state: AfterSaleState = 'requested'
      for (let steps = 0; steps < 10 && isOpenAfterSale(state); steps += 1) {
        const event = overdueAfterSaleEvent({ kind, state, hasReturned: false })
        state = nextAfterSaleState({ kind, state }, event!, 'system') ?? state
      }
      expect(isOpenAfterSale(state)).toBe(false)
    }
  })

  test('is two days for an answer and seven for sending back', () => {
    expect(afterSaleDueAt('requested', 1000)).toBe(1000 + 48 * 3_600_000)
    expect(afterSaleDueAt('returning', 1000)).toBe(1000 + 7 * 86_400_000)
  })
})
