import { beforeEach, describe, expect, test } from '@jest/globals'
import { useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import { closedCollection, smallProject, timer } from '../fakes/tencent-cloud/small-project'
import type { Failure, TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))
beforeEach(() => cloud.reset())

type Version = 'first' | 'next'

/** The next version differs from the first in everything that can differ. */
const versions = {
  first: () =>
    smallProject(
      folder,
      {
        order: { settings: { runtime: 'Nodejs18.15' } },
        tick: { settings: { triggers: [timer('everyMinute', '0 * * * * * *')] } },
      },
      [
        closedCollection('settings'),
        closedCollection('orders', [{ name: 'due', keys: [['at', 1]] }]),
      ],
    ),
  next: () =>
    smallProject(
      folder,
      {
        order: {},
        tick: {
          code: 'exports.main = async () => 2',
          settings: {
            timeout: 30,
            envVariables: { STATE: 'formal' },
            triggers: [timer('everyHour', '0 0 * * * * *')],
          },
        },
        care: {},
      },
      [
        closedCollection('settings'),
        closedCollection('orders', [{ name: 'due', keys: [['at', -1]] }]),
        closedCollection('reviews'),
      ],
    ),
}

/** The short wait is for calls that are never answered; others may take what a busy machine needs. */
const deploy = (version: Version, timeout = '30') =>
  deployer.deploy({
    words: ['--env', cloud.envId, '--timeout', timeout, '--recreate', 'order'],
    ...versions[version](),
  })

/** Everything that is online, without what changes by itself. */
const online = () =>
  structuredClone({
    collections: Object.fromEntries(
      [...cloud.database.collections].map(([name, { indexes, rule, documents }]) => [
        name,
        { indexes, rule, documents: [...documents.keys()] },
      ]),
    ),
    functionRule: cloud.database.functionRule,
    storageRule: cloud.database.storageRule,
    functions: Object.fromEntries(
      [...cloud.functions.values()]
        .sort((a, b) => a.FunctionName.localeCompare(b.FunctionName))
        .map(({ FunctionName, Status: _, zip, ...facts }) => [
          FunctionName,
          { ...facts, zip: zip.toString('base64') },
        ]),
    ),
  })

const kindsOf = () => [...new Set(cloud.calls.map(({ action }) => action))]
const failures: Failure[] = ['refused', 'silent', 'broken', 'lost']

describe('a deploy meets every failure there is', () => {
  test('each kind of call, failing in each way, ends the run; the run after completes it', async () => {
    const results: Record<Version, ReturnType<typeof online>> = { first: online(), next: online() }
    const kinds: { version: Version; action: string }[] = []
    for (const version of ['first', 'next'] as const) {
      cloud.calls.length = 0
      expect((await deploy(version)).code).toBe(0)
      results[version] = online()
      const known = new Set(kinds.map(({ action }) => action))
      for (const action of kindsOf()) if (!known.has(action)) kinds.push({ version, action })
    }
    expect(kinds.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        ...['DescribeEnvs', 'CreateTable', 'UpdateTable', 'ModifySafeRule', 'RunCommands'],
        ...['CreateFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'],
        ...['DeleteFunction', 'BatchCreateTrigger', 'DeleteTrigger', 'ModifySecurityRule'],
      ]),
    )
    for (const { version, action } of kinds) {
      cloud.reset()
      if (version === 'next') await deploy('first')
      for (const failure of failures) {
        cloud.fail(action, failure)
        const { code, output } = await deploy(version, failure === 'silent' ? '1.5' : '30')
        expect({ action, failure, code }).toEqual({ action, failure, code: 1 })
        expect(output).toContain(`${action}: `)
        expect(output).toMatch(/^Stopped (at|with).*; run the same command again to go on\.$/m)
        cloud.heal()
      }
      expect({ action, code: (await deploy(version)).code }).toEqual({ action, code: 0 })
      expect(online()).toEqual(results[version])
      expect((await deploy(version)).output).toMatch(/^Nothing to change\.$/m)
    }
  })

  test('asked too fast, it waits and asks again; not for ever', async () => {
    cloud.fail('CreateTable', 'tooFast', 5)
    expect((await deploy('first')).code).toBe(0)
    cloud.reset()
    cloud.fail('CreateTable', 'tooFast')
    expect(await deploy('first')).toMatchObject({
      code: 1,
      output: expect.stringContaining('CreateTable: RequestLimitExceeded: '),
    })
  })
})
