import fs from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { newFolder, startDeployer } from '../fakes/tencent-cloud/deploying'
import type { DeployOutcome } from '../fakes/tencent-cloud/deploy-runner'
import { closedCollection, smallProject } from '../fakes/tencent-cloud/small-project'
import { startTencentCloud } from '../fakes/tencent-cloud/tencent-cloud'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

const folder = newFolder()
let cloud: TencentCloud
let ann: ReturnType<typeof startDeployer>
let github: ReturnType<typeof startDeployer>

beforeAll(async () => {
  cloud = await startTencentCloud()
  ann = startDeployer(cloud, folder)
  github = startDeployer(cloud, folder)
})
beforeEach(() => cloud.reset())
afterAll(async () => {
  ann.stop()
  github.stop()
  await cloud.stop()
  fs.rmSync(folder, { recursive: true })
})

const project = () => smallProject(folder, { order: {}, tick: {} }, [closedCollection('settings')])
const byAnn = (...words: string[]) =>
  ann.deploy({ words: wordsOf(words), ...project(), variables: { USER: 'ann' } })
const byGitHub = (...words: string[]) =>
  github.deploy({
    words: wordsOf(words),
    ...project(),
    variables: { GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'bo', GITHUB_RUN_ID: '77' },
  })
const wordsOf = (words: string[]) => ['--env', cloud.envId, ...words]
const lease = () => cloud.database.collections.get('deploys')?.documents.get('lease')

/** Whoever deploys next meets a deploy that is at work, or was killed, since `at`. */
function somebodyDeploys(until: Date) {
  lease()!['token'] = 'theirs'
  lease()!['owner'] = 'cai on laptop'
  lease()!['until'] = until.toISOString()
}
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('two deploys at once', () => {
  test('one does the work, the other says who is at it, or finds it done', async () => {
    const outcomes: DeployOutcome[] = await Promise.all([byAnn(), byGitHub()])
    const [refused] = outcomes.filter(({ code }) => code !== 0)
    if (refused) expect(refused.output).toMatch(/Another deploy is at work here: (ann on|GitHub)/)
    expect(outcomes.some(({ code }) => code === 0)).toBe(true)
    const made = cloud.calls.map(({ action }) => action)
    expect(made.filter((action) => action === 'CreateFunction')).toHaveLength(2)
    expect(lease()).toMatchObject({ token: '' })
  })

  test('whoever comes second is told whom to ask and how long to wait, and changes nothing', async () => {
    await byAnn()
    somebodyDeploys(minutes(5))
    cloud.functions.delete('order')
    const { code, output } = await byGitHub()
    expect(code).toBe(1)
    expect(output).toContain('Another deploy is at work here: cai on laptop, since 20')
    expect(output).toContain('--take-over does not wait')
    expect(cloud.functions.has('order')).toBe(false)
    expect(lease()).toMatchObject({ token: 'theirs' })
  })

  test('a plan takes no lease and minds none', async () => {
    await byAnn()
    somebodyDeploys(minutes(5))
    const before = structuredClone(lease())
    expect((await byGitHub('--plan', '--force')).code).toBe(0)
    expect(lease()).toEqual(before)
  })

  test('nothing to change needs none either', async () => {
    await byAnn()
    somebodyDeploys(minutes(5))
    expect(await byGitHub()).toMatchObject({
      code: 0,
      output: expect.stringContaining('Nothing to change.'),
    })
  })
})

describe('a deploy that was killed', () => {
  test('is waited for until its time is over', async () => {
    await byAnn()
    somebodyDeploys(minutes(-1))
    expect((await byGitHub('--force')).code).toBe(0)
    expect(lease()).toMatchObject({ token: '', owner: 'GitHub run 77, started by bo' })
  })

  test('is not waited for with --take-over', async () => {
    cloud.fail('CreateFunction', 'silent')
    const killed = startDeployer(cloud, folder)
    const ended = killed.deploy({ words: wordsOf([]), ...project() })
    await until(() => cloud.calls.some(({ action }) => action === 'CreateFunction'))
    killed.kill()
    await expect(ended).rejects.toThrow('the deploying process ended')
    cloud.heal()
    expect(await byGitHub()).toMatchObject({
      code: 1,
      output: expect.stringContaining(`process ${killed.pid}`),
    })
    expect((await byGitHub('--take-over')).code).toBe(0)
    expect(lease()).toMatchObject({ token: '' })
    expect((await byAnn()).output).toMatch(/^Nothing to change\.$/m)
  })
})

test('a deploy that fails gives its lease back', async () => {
  cloud.fail('CreateFunction', 'refused')
  expect((await byAnn()).code).toBe(1)
  expect(lease()).toMatchObject({ token: '' })
  cloud.heal()
  expect((await byGitHub()).code).toBe(0)
})
