import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { carryOut } from './carry-out'
import type { Course, Tally } from './carry-out'
import type { Step } from './change'

let lines: string[]
let online: Set<string>
let tally: Tally
const lease = {
  keep: jest.fn(() => Promise.resolve()),
  release: jest.fn(() => Promise.resolve()),
}
beforeEach(() => {
  lines = []
  online = new Set()
  tally = { found: 0, made: 0, begun: '' }
  jest.clearAllMocks()
})

/** A step that brings online what is named and not there yet. */
const step = (title: string, ...names: string[]): Step => ({
  title,
  changes: () =>
    Promise.resolve(
      names
        .filter((name) => !online.has(name))
        .map((name) => ({
          says: `make ${name}`,
          apply: () => {
            if (name === 'impossible') return Promise.reject(new Error('no'))
            online.add(name)
            return Promise.resolve()
          },
        })),
    ),
})
const course = (more: Partial<Course> = {}): Course => ({
  isPlan: false,
  say: (line) => lines.push(line),
  takeLease: jest.fn(() => Promise.resolve(lease)),
  stop: new AbortController().signal,
  ...more,
})

describe('carrying out a deploy', () => {
  test('makes what differs, step by step, under one lease', async () => {
    const our = course()
    await carryOut([step('a', 'x', 'y'), step('b', 'z')], our, tally)
    expect([...online]).toEqual(['x', 'y', 'z'])
    expect(tally).toEqual({ found: 3, made: 3, begun: '' })
    expect(our.takeLease).toHaveBeenCalledTimes(1)
    expect(lease.release).toHaveBeenCalledTimes(1)
  })

  test('looks again once it has the lease: somebody else may have been quicker', async () => {
    const takeLease = () => {
      online.add('x')
      return Promise.resolve(lease)
    }
    await carryOut([step('a', 'x')], course({ takeLease }), tally)
    expect(tally.made).toBe(0)
    expect(lines).toEqual(['a: as they should be'])
  })

  test('takes no lease for a plan, or when nothing differs', async () => {
    const plan = course({ isPlan: true })
    await carryOut([step('a', 'x')], plan, tally)
    expect(lines).toEqual(['a: 1 to change', '  would make x'])
    online.add('x')
    const deploy = course()
    await carryOut([step('a', 'x')], deploy, tally)
    expect(plan.takeLease).not.toHaveBeenCalled()
    expect(deploy.takeLease).not.toHaveBeenCalled()
  })

  test('that fails tells where, and gives the lease back', async () => {
    const work = carryOut([step('a', 'x', 'impossible', 'y')], course(), tally)
    await expect(work).rejects.toThrow('no')
    expect(tally).toEqual({ found: 2, made: 1, begun: 'make impossible' })
    expect(lease.release).toHaveBeenCalledTimes(1)
  })

  test('stops between two changes when it is asked to', async () => {
    const stopping = new AbortController()
    lease.keep.mockImplementationOnce(() => {
      stopping.abort()
      return Promise.resolve()
    })
    const work = carryOut([step('a', 'x', 'y')], course({ stop: stopping.signal }), tally)
    await expect(work).rejects.toThrow('Stopped, as you wished.')
    expect([...online]).toEqual(['x'])
    expect(lease.release).toHaveBeenCalledTimes(1)
  })

  test('is done also when the lease cannot be given back, and says so', async () => {
    lease.release.mockRejectedValueOnce(new Error('socket hang up'))
    await carryOut([step('a', 'x')], course(), tally)
    expect(lines.at(-1)).toContain('The lease was not given back (socket hang up)')
  })
})
