import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { freePlaces, join, joinProblem, keptPlaces, leave, payPlace } from './group'
import type { Group } from './group'

const minute = 60_000
const hour = 60 * minute

const started = (at: number, size = 3): Group => ({
  promotionId: 'p',
  productId: 'spring',
  size,
  lastsMs: 24 * hour,
  endsAt: at + 100 * hour,
  state: 'starting',
  members: [
    { memberId: 'a', orderId: 'o-a', joinedAt: at, heldUntil: at + 15 * minute, isPaid: false },
  ],
  startedAt: at,
  expiresAt: at + 24 * hour,
})
const opened = (at: number, size = 3): Group =>
  payPlace(started(at, size), { memberId: 'a', orderId: 'o-a' }, at)!

describe('a group', () => {
  test('is open from its first payment on, and no longer than its promotion', () => {
    expect(payPlace(started(0), { memberId: 'a', orderId: 'o-a' }, hour)).toMatchObject({
      state: 'open',
      expiresAt: 25 * hour,
    })
    const short = { ...started(0), endsAt: 5 * hour }
    expect(payPlace(short, { memberId: 'a', orderId: 'o-a' }, hour)?.expiresAt).toBe(5 * hour)
    expect(payPlace(short, { memberId: 'a', orderId: 'o-a' }, 5 * hour)).toBeUndefined()
  })

  test('says why somebody cannot join', () => {
    expect(joinProblem(started(0), 'b', 0)).toBe('GROUP_ENDED')
    expect(joinProblem(opened(0), 'a', 0)).toBe('ALREADY_IN_GROUP')
    expect(joinProblem(opened(0, 1), 'b', 0)).toBe('GROUP_ENDED')
    const joined = join(opened(0, 2), { memberId: 'b', orderId: 'o-b', heldUntil: minute }, 0)
    expect(joined.ok && joinProblem(joined.value, 'c', 0)).toBe('GROUP_FULL')
    expect(joined.ok && joinProblem(joined.value, 'c', minute)).toBeUndefined()
    expect(joinProblem(opened(0), 'b', 24 * hour)).toBe('GROUP_ENDED')
  })

  test('that is over does not change any more', () => {
    const complete = payPlace(opened(0, 2), { memberId: 'b', orderId: 'o-b' }, 0)!
    expect(complete.state).toBe('complete')
    expect(leave(complete, 'o-a')).toBe(complete)
    expect(payPlace(complete, { memberId: 'c', orderId: 'o-c' }, 0)).toBeUndefined()
  })
})

type Step = { kind: 'join' | 'pay' | 'leave'; who: number; order: number; waitMs: number }

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('join', 'pay', 'leave'),
    who: fc.integer({ min: 0, max: 5 }),
    order: fc.integer({ min: 0, max: 2 }),
    waitMs: fc.integer({ min: 0, max: 3 * hour }),
  }),
  { maxLength: 40 },
)

test('whatever happens in whatever order, it never has more places than its size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), steps, (size, happened) => {
      let group = opened(0, size)
      let now = 0
      for (const { kind, who, order, waitMs } of happened) {
        now += waitMs
        const before = group
        const memberId = `m-${who}`
        const orderId = `o-${who}-${order}`
        if (kind === 'join') {
          const joined = join(group, { memberId, orderId, heldUntil: now + 15 * minute }, now)
          if (joined.ok) group = joined.value
        } else if (kind === 'pay') group = payPlace(group, { memberId, orderId }, now) ?? group
        else group = leave(group, orderId)

        const kept = keptPlaces(group, now)
        const paid = group.members.filter(({ isPaid }) => isPaid)
        expect(kept.length).toBeLessThanOrEqual(size)
        expect(kept.length + freePlaces(group, now)).toBe(size)
        expect(new Set(kept.map((member) => member.memberId)).size).toBe(kept.length)
        expect(group.state === 'complete').toBe(paid.length === size)
        if (before.state === 'complete' || before.state === 'failed') expect(group).toEqual(before)
        // Nobody who has paid loses the place but by leaving.
        if (kind !== 'leave')
          for (const member of before.members.filter(({ isPaid }) => isPaid))
            expect(paid).toContainEqual(member)
      }
    }),
    { numRuns: 500 },
  )
})
