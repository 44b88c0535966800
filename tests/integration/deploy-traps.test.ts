import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { projectRoot } from '../../scripts/paths'
import { runCommand, secretKey, useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import { closedCollection, smallProject, timer } from '../fakes/tencent-cloud/small-project'
import type { SmallFunction } from '../fakes/tencent-cloud/small-project'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'
import { unzip } from '../fakes/tencent-cloud/unzip'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))
beforeAll(async () => {
  const key = ['login', '--apiKeyId', cloud.secretId, '--apiKey', secretKey]
  expect(await tcb(...key)).toMatchObject({ code: 0 })
})
beforeEach(() => cloud.reset())

const collections = [closedCollection('settings')]
const deploy = (functions: Record<string, SmallFunction>, ...words: string[]) =>
  deployer.deploy({
    words: ['--env', cloud.envId, ...words],
    ...smallProject(folder, functions, collections),
  })

/** Tencent's own command line on the same project. */
const tcb = (...words: string[]) =>
  runCommand(process.execPath, [path.join(projectRoot, 'node_modules/.bin/tcb'), ...words], {
    cwd: folder,
    env: deployer.variables,
  })
async function deployWithTcb(functions: Record<string, SmallFunction>) {
  smallProject(folder, functions, collections)
  const file = path.join(folder, 'cloudbaserc.json')
  const settings = JSON.parse(fs.readFileSync(file, 'utf8')) as object
  fs.writeFileSync(file, JSON.stringify({ version: '2.0', envId: cloud.envId, ...settings }))
  return tcb('fn', 'deploy', '--all', '--force', '--yes')
}

const online = (name: string) => cloud.functions.get(name)
const variablesOf = (name: string) =>
  Object.fromEntries((online(name)?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))
const changes = () => cloud.calls.filter(({ action }) => !/^(Describe|List|Get)/.test(action))

describe('what Tencent’s command line does, and we do not', () => {
  test('it uploads a whole package, through its storage', async () => {
    const { code } = await deployWithTcb({ order: {} })
    expect(code).toBe(0)
    expect([...unzip(online('order')!.zip).keys()]).toEqual(['index.js'])
    expect(cloud.calls.some(({ service }) => service === 'cos')).toBe(true)
  })

  test('an "ignore" that is a text empties the package, and that counts as success', async () => {
    const wrong = { order: { settings: { ignore: '*.map' } } }
    expect((await deployWithTcb(wrong)).code).toBe(0)
    expect(unzip(online('order')!.zip).size).toBe(0)
    cloud.reset()
    const ours = await deploy(wrong)
    expect(ours).toMatchObject({
      code: 1,
      output: expect.stringContaining('function order: "ignore" is a list'),
    })
    expect(changes()).toEqual([])
  })

  test('its exit code is 0 also when a function was refused', async () => {
    cloud.fail('CreateFunction', 'refused')
    const theirs = await deployWithTcb({ order: {} })
    expect(theirs).toMatchObject({ code: 0, output: expect.stringContaining('✖') })
    expect(await deploy({ order: {} })).toMatchObject({
      code: 1,
      output: expect.stringContaining('CreateFunction: InternalError'),
    })
  })

  test('it never changes a runtime, wipes variables, and says that all is well', async () => {
    const before = { order: { settings: { runtime: 'Nodejs18.15' } } }
    await deploy(before)
    online('order')!.Variables.push({ Key: 'SET_BY_HAND', Value: 'kept' })
    const after = { order: { settings: { envVariables: { STATE: 'formal' } } } }
    expect(await deployWithTcb(after)).toMatchObject({ code: 0 })
    expect(online('order')?.Runtime).toBe('Nodejs18.15')
    expect(variablesOf('order')).toEqual({ STATE: 'formal' })

    online('order')!.Variables.push({ Key: 'SET_BY_HAND', Value: 'kept' })
    const refused = await deploy(after)
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('--recreate order') })
    expect(online('order')?.Runtime).toBe('Nodejs18.15')
    expect(await deploy(after, '--recreate', 'order')).toMatchObject({ code: 0 })
    expect(online('order')?.Runtime).toBe('Nodejs20.19')
    expect(variablesOf('order')).toEqual({ STATE: 'formal', SET_BY_HAND: 'kept' })
  })
})

describe('mistakes that are refused before anything is sent', () => {
  test.each<[string, Record<string, SmallFunction>, string]>([
    ['no entry file', { order: { settings: { ignore: ['*.js'] } } }, 'order has no index.js'],
    ['an empty one', { order: { code: '' } }, 'order has no index.js'],
    [
      'several timers',
      {
        tick: {
          settings: { triggers: [timer('a', '0 * * * * * *'), timer('b', '* * * * * * *')] },
        },
      },
      'only one timer works',
    ],
    ['60 seconds and more', { order: { settings: { timeout: 61 } } }, 'timeout is from 1 to 60'],
    [
      'installing',
      { order: { settings: { installDependency: true } } },
      'installDependency is false',
    ],
  ])('%s', async (_, functions, sentence) => {
    const { code, output } = await deploy(functions)
    expect(code).toBe(1)
    expect(output).toContain(sentence)
    expect(cloud.functions.size).toBe(0)
  })

  test('a secret in an environment file', async () => {
    const project = smallProject(folder, { order: {} }, collections)
    const file = path.join(project.environments, 'production.json')
    const settings = JSON.parse(fs.readFileSync(file, 'utf8')) as object
    fs.writeFileSync(file, JSON.stringify({ ...settings, variables: { PAY_KEY: 'secret' } }))
    const outcome = await deployer.deploy({ words: ['--env', cloud.envId], ...project })
    expect(outcome).toMatchObject({
      code: 1,
      output: expect.stringContaining('gives PAY_KEY, which is a secret'),
    })
    expect(cloud.calls).toEqual([])
  })
})

describe('what others have set online', () => {
  test('stays: variables, rules of other functions, indexes, settings', async () => {
    const first = { order: { settings: { envVariables: { STATE: 'trial' } } }, tick: {} }
    await deploy(first)
    online('order')!.Variables.push({ Key: 'SET_BY_HAND', Value: 'kept' })
    const rule = { '*': { invoke: true }, 'wx-pay': { invoke: false } }
    cloud.database.functionRule = { AclTag: 'CUSTOM', Rule: JSON.stringify(rule) }
    const settings = cloud.database.collections.get('settings')!
    settings.indexes.push({ Name: 'byHand', Unique: false, Keys: [{ Name: 'a', Direction: '1' }] })
    settings.documents.set('company', { _id: 'company', version: 7 })

    const next = { order: { settings: { envVariables: { STATE: 'formal' } } }, tick: {} }
    expect(await deploy(next)).toMatchObject({ code: 0 })
    expect(variablesOf('order')).toEqual({ STATE: 'formal', SET_BY_HAND: 'kept' })
    expect(JSON.parse(cloud.database.functionRule.Rule ?? '')).toEqual({
      ...rule,
      tick: { invoke: false },
    })
    expect(settings.indexes.map(({ Name }) => Name)).toContain('byHand')
    expect(settings.documents.get('company')).toEqual({ _id: 'company', version: 7 })
  })

  test('an index on the same fields serves, whatever its name; a unique one stands in the way', async () => {
    const wanted = [closedCollection('settings', [{ name: 'due', keys: [['at', 1]] }])]
    const small = () => smallProject(folder, { order: {} }, wanted)
    await deploy({ order: {} })
    const { indexes } = cloud.database.collections.get('settings')!
    indexes.push({ Name: 'byHand', Unique: false, Keys: [{ Name: 'at', Direction: '1' }] })
    const words = ['--env', cloud.envId]
    expect((await deployer.deploy({ words, ...small() })).output).toContain('Nothing to change.')
    indexes[1]!.Unique = true
    expect(await deployer.deploy({ words, ...small() })).toMatchObject({
      code: 1,
      output: expect.stringContaining('settings has a unique index byHand on the same fields'),
    })
  })

  test('a function whose last change failed, or whose entry was changed, gets its code again', async () => {
    await deploy({ order: {} })
    online('order')!.Status = 'UpdateFailed'
    expect((await deploy({ order: {} })).output).toContain('order, which is UpdateFailed')
    expect(online('order')?.Status).toBe('Active')
    online('order')!.Status = 'UpdateFailed'
    expect(await deploy({ order: {} }, '--recreate', 'order')).toMatchObject({ code: 0 })
    online('order')!.Handler = 'other.main'
    expect(await deploy({ order: {} })).toMatchObject({ code: 0 })
    expect(online('order')?.Handler).toBe('index.main')
  })

  test('somebody of the staff can be made an owner, beside what they are', async () => {
    const small = () =>
      smallProject(folder, { order: {} }, [closedCollection('settings'), closedCollection('staff')])
    const words = ['--env', cloud.envId, '--owner', 'oOwnerOpenId_0001']
    await deployer.deploy({ words: words.slice(0, 2), ...small() })
    const staff = cloud.database.collections.get('staff')!.documents
    const clerk = { _id: 'oOwnerOpenId_0001', name: '小何', roles: ['clerk'], joinedAt: 1 }
    staff.set(clerk._id, { ...clerk })
    expect((await deployer.deploy({ words, ...small() })).output).toContain(
      'make 小何 an owner, who is clerk in the staff now',
    )
    expect(staff.get(clerk._id)).toEqual({ ...clerk, roles: ['clerk', 'owner'] })
    expect((await deployer.deploy({ words, ...small() })).output).toContain('Nothing to change.')
  })

  test('the payment function of the Integration Center is closed to pages', async () => {
    const envVariables = {
      PAYMENT_ADAPTER: 'integrationCenter',
      PAYMENT_FUNCTION_URL: '{{env.PAYMENT_FUNCTION_URL}}',
    }
    const small = smallProject(folder, { order: { settings: { envVariables } } }, collections)
    const variables = {
      PAYMENT_ADAPTER: 'integrationCenter',
      PAYMENT_FUNCTION_URL: 'https://shop.api.tcloudbasegateway.com/v1/functions/wx-pay?webfn=true',
    }
    const outcome = await deployer.deploy({ words: ['--env', cloud.envId], ...small, variables })
    expect(outcome.output).toMatch(/close to pages: .*wx-pay/)
    expect(JSON.parse(cloud.database.functionRule?.Rule ?? '')).toMatchObject({
      'wx-pay': { invoke: false },
    })
  })

  test('a timer that is ours no more, or was switched off, is put right', async () => {
    const tick = { tick: { settings: { triggers: [timer('everyMinute', '0 * * * * * *')] } } }
    await deploy(tick)
    online('tick')!.Triggers[0]!.Enable = 0
    expect(await deploy(tick)).toMatchObject({ code: 0 })
    expect(online('tick')!.Triggers).toMatchObject([{ TriggerName: 'everyMinute', Enable: 1 }])
    expect(await deploy({ tick: {} })).toMatchObject({ code: 0 })
    expect(online('tick')!.Triggers).toEqual([])
  })
})
