import { beforeEach, describe, expect, test } from '@jest/globals'
import { databaseActions, emptyDatabase } from '../../tests/fakes/tencent-cloud/database'
import type { Cloud } from './cloud'
import { takeLease } from './lease'

let state = emptyDatabase()
let now = 0
/** Answers of the database that are lost on their way, by action. */
let lost = new Set<string>()
beforeEach(() => {
  state = emptyDatabase()
  now = Date.parse('2026-01-01T00:00:00Z')
  lost = new Set()
})

const minute = 60_000
const environment: Cloud = {
  envId: 'shop-1',
  appId: undefined,
  info: { EnvId: 'shop-1', Status: 'NORMAL', Databases: [{ InstanceId: 'tnt-1' }] },
  timeoutMs: 1000,
  pauseMs: 0,
  async call<T>(_: string, action: string, parameters: object) {
    // Answers come later, so that others get in between.
    await Promise.resolve()
    const answer = databaseActions(state)[action]?.({ ...parameters })
    await Promise.resolve()
    const isWrite = JSON.stringify(parameters).includes('"INSERT"')
    if (lost.has(isWrite ? 'INSERT' : action)) throw new Error('socket hang up')
    return answer as T
  },
}
const take = (owner: string, isTakeOver = false) =>
  takeLease(environment, { owner, now: () => now, isTakeOver })
const held = () => state.collections.get('deploys')?.documents.get('lease')

describe('the lease of an environment', () => {
  test('is one deploy’s until it is given back', async () => {
    const lease = await take('ann')
    await expect(take('bo')).rejects.toThrow(
      'Another deploy is at work here: ann, since 2026-01-01T00:00:00.000Z.',
    )
    await lease.release()
    expect(held()).toMatchObject({ token: '' })
    await expect(take('bo')).resolves.toBeDefined()
  })

  test('stands in a collection that no page reaches', async () => {
    await take('ann')
    expect(state.collections.get('deploys')?.rule).toEqual({
      AclTag: 'CUSTOM',
      Rule: '{"read":false,"write":false}',
    })
  })

  test.each([false, true])(
    'of ten that ask at once one gets it (asked before: %s)',
    async (isOld) => {
      if (isOld) await (await take('before')).release()
      const asked = Array.from({ length: 10 }, (_, at) => take(`deploy ${at}`))
      const results = await Promise.allSettled(asked)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    },
  )

  test('ends ten minutes after it was last prolonged', async () => {
    const lease = await take('ann')
    now += 9 * minute
    await lease.keep()
    now += 9 * minute
    await expect(take('bo')).rejects.toThrow('it counts no more after 2026-01-01T00:19:00.000Z')
    now += 2 * minute
    await expect(take('bo')).resolves.toBeDefined()
  })

  test('can be taken over at once; who had it notices before the next change', async () => {
    const lease = await take('ann')
    await take('bo', true)
    now += 2 * minute
    await expect(lease.keep()).rejects.toThrow('Another deploy is at work here: bo')
    await lease.release()
    expect(held()).toMatchObject({ owner: 'bo', until: '2026-01-01T00:10:00.000Z' })
  })

  test('is not kept by one that never learnt that it has it', async () => {
    await (await take('before')).release()
    state.collections.get('deploys')?.documents.clear()
    lost.add('INSERT')
    // It reads that the lease is its own.
    await expect(take('ann')).resolves.toBeDefined()
    lost = new Set(['RunCommands'])
    now += 11 * minute
    await expect(take('bo')).rejects.toThrow('socket hang up')
    lost.clear()
    await expect(take('cai')).resolves.toBeDefined()
  })
})
