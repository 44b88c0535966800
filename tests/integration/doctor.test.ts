import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { secretKey, useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import { closedCollection, smallProject, timer } from '../fakes/tencent-cloud/small-project'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))

const collections = [
  closedCollection('settings'),
  closedCollection('orders', [{ name: 'byMember', keys: [['memberId', 1]] }]),
]
const payment = {
  PAYMENT_ADAPTER: 'cloudPay',
  SUB_MCH_ID: '1900000109',
  MINIPROGRAM_STATE: 'formal',
}
const everyMinute = timer('everyMinute', '0 * * * * * *')
const functions = {
  order: { settings: { envVariables: payment } },
  tick: { settings: { triggers: [everyMinute] } },
}

/** What a developer reads, without what is as it should be, and the exit code. */
async function doctor(
  words: readonly string[] = ['--only-online'],
  variables: Record<string, string> = {},
) {
  const before = cloud.calls.length
  const { code, output } = await deployer.deploy({
    tool: 'doctor',
    words: ['--env', cloud.envId, ...words],
    variables: { MINIPROGRAM_PRIVATE_KEY_PATH: __filename, ...variables },
    appId: 'wx0123456789abcdef',
    ...smallProject(folder, functions, collections),
  })
  const lines = output.split('\n')
  const of = (sign: string) =>
    lines.flatMap((line, index) =>
      line.startsWith(`  ${sign}`) ? [line.slice(10) + (lines[index + 1] ?? '').trim()] : [],
    )
  const changes = cloud.calls
    .slice(before)
    .filter(({ action }) => !/^(Describe|List|Get|RunCommands)/.test(action))
  return { code, output, wrong: of('WRONG'), look: of('look'), changes }
}

const everything = ['--no-sizes']
const deploy = () =>
  deployer.deploy({
    words: ['--env', cloud.envId],
    ...smallProject(folder, functions, collections),
  })
const online = (name: string) => cloud.functions.get(name)!
const settings = () => cloud.database.collections.get('settings')!.documents
const template = (fields: Record<string, string>) =>
  settings().set('company', {
    ...settings().get('company'),
    _id: 'company',
    templates: { orderPaid: { id: 'x'.repeat(43), fields } },
  })

describe('the doctor, on an environment', () => {
  test('with nothing in it names all that is missing, and changes nothing', async () => {
    const { code, wrong, changes, output } = await doctor()
    expect({ code, changes }).toEqual({ code: 1, changes: [] })
    const todo = `→ npm run deploy -- --env ${cloud.envId}`
    expect(wrong).toEqual([
      expect.stringContaining(`not online: order, tick${todo}`),
      expect.stringContaining('pages may call tick'),
      expect.stringContaining('the merchant number is ""'),
      expect.stringContaining('there are no settings of the company'),
      expect.stringContaining('collections: 2 not done'),
      expect.stringContaining('indexes: 1 not done'),
      expect.stringContaining('database rules: 2 not done'),
      expect.stringContaining('storage rules: 1 not done'),
      expect.stringContaining('function security rules: 1 not done'),
      expect.stringContaining('timers: 1 not done'),
    ])
    expect(output).toMatch(/\n10 to put right; \d+ to look at, \d+ only a person can see\.$/)
  })

  describe('that was just deployed', () => {
    beforeAll(async () => {
      cloud.reset()
      expect(await deploy()).toMatchObject({ code: 0 })
    })

    test('finds nothing wrong, and says what only a person can see', async () => {
      const { code, wrong, output } = await doctor(everything)
      expect({ code, wrong }).toEqual({ code: 0, wrong: [] })
      expect(output).toContain('ok      merchant 1900000109')
      expect(output).toContain('ok      2 functions serve, on Nodejs20.19')
      expect(output).toContain('ok      8 guarded APIs, all declared')
      expect(output).toMatch(/by hand .*call WeChat's interfaces/)
      expect(output).toContain('\nNothing has to be put right; ')
      expect(output).not.toContain(secretKey)
    })

    test('says it as JSON too', async () => {
      const { code, output } = await doctor(['--json', '--only-online'])
      const report = JSON.parse(output) as { groups: { title: string }[]; cost: object[] }
      expect(code).toBe(0)
      expect(report.groups.map(({ title }) => title)).toContain('Payment and access')
      expect(report.cost.length).toBeGreaterThan(3)
    })
  })
})

describe('one thing broken at a time', () => {
  beforeEach(async () => {
    cloud.reset()
    expect(await deploy()).toMatchObject({ code: 0 })
  })

  const orders = () => cloud.database.collections.get('orders')!
  const setVariable = (name: string, value: string) => {
    online('order').Variables = online('order').Variables.filter(({ Key }) => Key !== name)
    online('order').Variables.push({ Key: name, Value: value })
  }
  const fillWithOthers = () => {
    for (let n = 0; n < 49; n += 1)
      cloud.functions.set(`other${n}`, { ...online('order'), FunctionName: `other${n}` })
  }

  test.each<[string, () => unknown, string, string]>([
    ['a function', () => cloud.functions.delete('order'), 'not online: order', 'npm run deploy'],
    [
      'a runtime',
      () => (online('order').Runtime = 'Nodejs16.13'),
      'order runs on Nodejs16.13, not Nodejs20.19',
      '--recreate order',
    ],
    [
      'a failed update',
      () => (online('tick').Status = 'UpdateFailed'),
      'tick is',
      'npm run deploy',
    ],
    ['room', fillWithOthers, '51 functions in all', 'delete what is not used'],
    [
      'a rule',
      () => (orders().rule = { AclTag: 'PRIVATE' }),
      'database rules: 1 not done: set rule of orders',
      'npm run deploy',
    ],
    [
      'the rule of the storage',
      () => (cloud.database.storageRule = { AclTag: 'PRIVATE' }),
      'storage rules',
      'npm run deploy',
    ],
    [
      'the rule of a function',
      () => (cloud.database.functionRule = { AclTag: 'CUSTOM', Rule: '{"*":{"invoke":true}}' }),
      'pages may call tick',
      'npm run deploy',
    ],
    ['an index', () => orders().indexes.pop(), 'indexes: 1 not done: create', 'npm run deploy'],
    ['a timer', () => (online('tick').Triggers[0]!.Enable = 0), 'timers', 'npm run deploy'],
    [
      'the merchant',
      () => setVariable('SUB_MCH_ID', 'none'),
      'the merchant number is "none"',
      'set SUB_MCH_ID',
    ],
    [
      'the way to pay',
      () => setVariable('PAYMENT_ADAPTER', 'cloudpay'),
      'no way to pay is called "cloudpay"',
      'PAYMENT_ADAPTER is',
    ],
    ['the settings', () => settings().clear(), 'there are no settings', 'npm run deploy'],
    [
      'a template',
      () => template({ character_string1: 'goods' }),
      'settings: orderPaid: character_string1 cannot hold goods',
      'mp.weixin.qq.com',
    ],
  ])('%s is wrong, with what to do', async (_what, breakIt, says, todo) => {
    breakIt()
    const { code, wrong, changes } = await doctor()
    expect({ code, changes }).toEqual({ code: 1, changes: [] })
    expect(wrong).toContainEqual(expect.stringContaining(says))
    expect(wrong.find((line) => line.includes(says))?.split('→')[1]).toContain(todo)
  })

  test('what customers do not notice is no more than a look', async () => {
    online('order').Description = 'yidian another'
    setVariable('MINIPROGRAM_STATE', 'trial')
    template({ thing1: 'goods' })
    const { code, wrong, look } = await doctor()
    expect({ code, wrong }).toEqual({ code: 0, wrong: [] })
    expect(look).toEqual(
      expect.arrayContaining([
        expect.stringContaining('messages open the version "trial"'),
        expect.stringContaining('no template for alert'),
        expect.stringContaining('functions: '),
      ]),
    )
  })
})

describe('an environment that cannot be looked at', () => {
  beforeEach(() => cloud.reset())

  test.each<[string, () => Record<string, string> | undefined, string, string]>([
    [
      'a key that nobody knows',
      () => ({ TENCENT_SECRET_ID: 'AKIDsomebodyelse' }),
      'DescribeEnvs: AuthFailure.SecretIdNotFound',
      'console.cloud.tencent.com/cam/capi',
    ],
    [
      'no key',
      () => ({ TENCENT_SECRET_ID: '' }),
      'TENCENT_SECRET_ID and TENCENT_SECRET_KEY are not set',
      'put that right',
    ],
    [
      'a closed environment',
      () => void (cloud.environment.Status = 'ISOLATED'),
      'is ISOLATED, not NORMAL',
      'put that right',
    ],
    [
      'an error of Tencent Cloud',
      () => cloud.fail('ListFunctions', 'refused') as undefined,
      'ListFunctions: InternalError',
      'look again in a minute',
    ],
    [
      'a connection that breaks',
      () => cloud.fail('ListFunctions', 'broken') as undefined,
      'ListFunctions: ',
      'look at the network',
    ],
    [
      'no way out',
      () => ({ HTTPS_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' }),
      'DescribeEnvs: ',
      'look at the network',
    ],
  ])('for %s says so in a sentence', async (_what, breakIt, says, todo) => {
    const { code, wrong, output } = await doctor(['--only-online'], breakIt() ?? {})
    expect(code).toBe(1)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(says)
    expect(wrong[0]?.split('→')[1]).toContain(todo)
    expect(output).not.toMatch(/\n {4}at /)
  })
})
