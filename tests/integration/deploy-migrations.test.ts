import { beforeEach, describe, expect, test } from '@jest/globals'
import { useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import type { Invocation } from '../fakes/tencent-cloud/functions'
import { closedCollection, smallProject } from '../fakes/tencent-cloud/small-project'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))
beforeEach(() => cloud.reset())

const migrations = [
  { id: '0001-member-since', description: 'members have the day they joined' },
  { id: '0002-price-in-fen', description: 'prices are integer fen' },
]
const collections = [closedCollection('settings'), closedCollection('migrations')]

async function deploy(...words: string[]) {
  cloud.calls.length = 0
  const small = smallProject(folder, { order: {}, tick: {} }, collections)
  const outcome = await deployer.deploy({
    words: ['--env', cloud.envId, ...words],
    ...small,
    project: { ...small.project, migrations },
  })
  return { ...outcome, actions: cloud.calls.map(({ action }) => action) }
}

/** A function `tick` that does one batch of each migration in a call, and notes it. */
function tick(batches = 1): Invocation {
  return () => {
    const notes = cloud.database.collections.get('migrations')!.documents
    const reports = migrations.map(({ id, description }) => {
      const seen = Number(notes.get(id)?.['seen'] ?? 0) + 1000
      const state = seen >= batches * 1000 ? 'done' : 'running'
      notes.set(id, { _id: id, state, seen })
      return { id, description, state, seen, changed: seen }
    })
    const isDone = reports.every(({ state }) => state === 'done')
    return { kind: 'run', report: { isDone, migrations: reports } }
  }
}
const invoked = (actions: readonly string[]) => actions.filter((action) => action === 'Invoke')

describe('documents that are there already', () => {
  test('are shown in a plan, changed after the functions are online, and then left alone', async () => {
    cloud.invocations.set('tick', tick(3))
    const plan = await deploy('--plan')
    expect(plan.output).toContain(
      'would migrate 0001-member-since (members have the day they joined), ' +
        '0002-price-in-fen (prices are integer fen)',
    )
    expect(invoked(plan.actions)).toEqual([])

    const first = await deploy()
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('All are done.') })
    expect(first.output).toContain('    0002-price-in-fen: running, 1000 seen, 1000 changed')
    expect(invoked(first.actions)).toHaveLength(3)
    expect(first.actions.indexOf('Invoke')).toBeGreaterThan(
      first.actions.lastIndexOf('CreateFunction'),
    )

    const second = await deploy()
    expect(second.output).toContain('migrations: as they should be')
    expect(invoked(second.actions)).toEqual([])
  })

  test('that could not be changed are said, and the next run goes on with them', async () => {
    cloud.invocations.set('tick', () => {
      throw new Error('0001-member-since: 3 documents change all the time')
    })
    expect(await deploy()).toMatchObject({
      code: 1,
      output: expect.stringMatching(/tick did not do it: .*3 documents change all the time/),
    })
    cloud.invocations.set('tick', tick())
    const next = await deploy()
    expect(next.code).toBe(0)
    expect(next.actions).not.toContain('CreateFunction')
    expect((await deploy()).output).toMatch(/^Nothing to change\.$/m)
  })

  test.each(['silent', 'broken', 'lost'] as const)(
    'a call that is %s is gone on after',
    async (way) => {
      cloud.invocations.set('tick', tick(2))
      cloud.fail('Invoke', way, 1)
      const { code, output } = await deploy('--timeout', way === 'silent' ? '1.5' : '30')
      expect(code).toBe(1)
      expect(output).toContain('Invoke: ')
      expect(output).toContain('Nothing came back.')
      expect((await deploy()).code).toBe(0)
      const notes = [...cloud.database.collections.get('migrations')!.documents.values()]
      expect(notes).toMatchObject([{ state: 'done' }, { state: 'done' }])
    },
  )

  test('can be left for later, and that is said', async () => {
    cloud.invocations.set('tick', tick())
    const { code, output, actions } = await deploy('--no-migrate')
    expect({ code, invoked: invoked(actions) }).toEqual({ code: 0, invoked: [] })
    expect(output).toContain('Left undone: 0001-member-since, 0002-price-in-fen. Next: npm run mig')
  })
})
