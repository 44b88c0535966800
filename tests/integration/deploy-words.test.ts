import fs from 'node:fs'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { secretKey, useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import { closedCollection, smallProject } from '../fakes/tencent-cloud/small-project'
import type { SmallFunction } from '../fakes/tencent-cloud/small-project'
import type { Failure, TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))
beforeEach(() => cloud.reset())

const paying = ['SUB_MCH_ID', 'PAYMENT_ADAPTER', 'PAYMENT_FUNCTION_URL', 'PAYMENT_FUNCTION_KEY']
const order: SmallFunction = {
  settings: {
    envVariables: Object.fromEntries(paying.map((name) => [name, `{{env.${name}}}`])),
  },
}
const collections = [closedCollection('settings'), closedCollection('staff')]

const deploy = (variables: Record<string, string> = {}, ...words: string[]) =>
  deployer.deploy({
    words: ['--env', cloud.envId, ...words],
    ...smallProject(folder, { order, tick: {} }, collections),
    variables,
  })
const merchant = { SUB_MCH_ID: '1900000109', PAYMENT_ADAPTER: 'cloudPay' }
const owner = ['--owner', 'oOwnerOpenId_0001']
const lastLine = (output: string) => output.split('\n').at(-1)

describe('what a deploy leaves to be done', () => {
  test('is said: who pays, who works, and what comes next', async () => {
    const { code, output } = await deploy()
    expect(code).toBe(0)
    expect(output).toContain('Look: SUB_MCH_ID has no value, neither here nor online')
    expect(output).toContain('Look: nobody may work in the console yet. Deploy once with --owner')
    expect(lastLine(output)).toBe(`Next: npm run doctor -- --env ${cloud.envId}`)
  })

  test('is not said once it is done, not even when the value is known online only', async () => {
    await deploy(merchant, ...owner)
    const { output } = await deploy()
    expect(output).toMatch(/^Nothing to change\.$/m)
    expect(output).not.toContain('Look:')
  })

  test('names what the Integration Center needs, the secret from the process only', async () => {
    const { output } = await deploy({ PAYMENT_ADAPTER: 'integrationCenter' }, ...owner)
    expect(output).toContain('Look: PAYMENT_FUNCTION_URL has no value')
    expect(output).toMatch(/PAYMENT_FUNCTION_KEY has .* Set it in the environment of this process/)
  })
})

describe('a deploy that cannot go on says why, and what helps', () => {
  test.each<[string, Failure, string]>([
    [
      'CreateFunction',
      { code: 'LimitExceeded.Function', message: 'The quota of functions is used up.' },
      'The package of the environment has no more room for it',
    ],
    [
      'CreateTable',
      { code: 'UnauthorizedOperation', message: 'You are not authorized.' },
      'give it the policies QcloudTCBFullAccess and QcloudSCFFullAccess',
    ],
    ['UpdateTable', 'broken', 'Nothing came back. Look at the network'],
  ])('%s: %j', async (action, failure, advice) => {
    cloud.fail(action, failure)
    const small = smallProject(folder, { order }, [
      closedCollection('orders', [{ name: 'due', keys: [['at', 1]] }]),
    ])
    const { code, output } = await deployer.deploy({ words: ['--env', cloud.envId], ...small })
    expect(code).toBe(1)
    expect(output).toContain(`${action}: `)
    expect(output).toContain(advice)
  })

  test('it says at which change it stopped, and that those before stay', async () => {
    cloud.fail('CreateFunction', 'refused')
    const { output } = await deploy(merchant)
    expect(lastLine(output)).toMatch(
      /^Stopped at: create function order .*\. \d+ changes made before it; run the same command/,
    )
  })

  test('a key with another secret is not accepted', async () => {
    const { code, output } = await deploy({ TENCENT_SECRET_KEY: 'some-other-secret-key' })
    expect(code).toBe(1)
    expect(output).toContain('AuthFailure.SignatureFailure')
    expect(output).toContain('compare TENCENT_SECRET_ID and TENCENT_SECRET_KEY with')
    expect(lastLine(output)).toMatch(/^Stopped with nothing changed;/)
  })
})

test('no secret is printed, also when Tencent Cloud or a proxy says it back', async () => {
  const payment = 'line one "quoted"\nline two'
  cloud.fail('CreateFunction', {
    code: 'InvalidParameterValue',
    message: `refused: ${secretKey} ${payment} ${JSON.stringify(payment)}`,
  })
  const { code, output } = await deploy({ ...merchant, PAYMENT_FUNCTION_KEY: payment })
  expect(code).toBe(1)
  expect(output).toContain('InvalidParameterValue: refused: ••• •••')
  expect(output).not.toMatch(/a-secret-key|line one|line two/)
})

describe('slips of whoever types', () => {
  test.each([
    [['--env', 'prodution'], 'Is it one of production, misspelt?'],
    [['--env', 'Production'], 'neither an environment id nor one of: production'],
    [['--recreate', 'oder'], 'oder is no function of ours: order, tick.'],
  ])('%j are told before anything is asked of Tencent Cloud', async (words, sentence) => {
    const { code, output } = await deploy({}, ...words)
    expect(code).toBe(1)
    expect(output).toContain(sentence)
    const asked = cloud.calls.map(({ action }) => action)
    expect(asked.filter((action) => action !== 'DescribeEnvs')).toEqual([])
  })

  test('an id that no file gives is taken with the file that is named', async () => {
    const small = smallProject(folder, { order, tick: {} }, collections, '')
    const words = ['--env', cloud.envId]
    expect(await deployer.deploy({ words, ...small })).toMatchObject({
      code: 1,
      output: expect.stringContaining(`gives the id ${cloud.envId}`),
    })
    const outcome = await deployer.deploy({ words: [...words, '--as', 'production'], ...small })
    expect(outcome).toMatchObject({
      code: 0,
      output: expect.stringContaining('as no file there gives this id'),
    })
  })

  test('a variable that nothing reads is no variable', async () => {
    const small = smallProject(folder, { order, tick: {} }, collections)
    const file = `${small.environments}/production.json`
    const settings = JSON.parse(fs.readFileSync(file, 'utf8')) as object
    fs.writeFileSync(file, JSON.stringify({ ...settings, variables: { SUB_MCHID: '1' } }))
    expect(await deployer.deploy({ words: ['--env', cloud.envId], ...small })).toMatchObject({
      code: 1,
      output: expect.stringContaining('gives SUB_MCHID, which no function'),
    })
  })
})
