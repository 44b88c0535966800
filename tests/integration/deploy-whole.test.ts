import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { collections } from '../../cloudfunctions/_kit/collections'
import { migrations } from '../../cloudfunctions/_kit/migrations/migrations'
import { storageRule } from '../../cloudfunctions/_kit/storage-rule'
import { functionNames } from '../../scripts/build/build-functions'
import { projectRoot } from '../../scripts/paths'
import { newFolder, runCommand, secretKey, variablesFor } from '../fakes/tencent-cloud/deploying'
import { startTencentCloud } from '../fakes/tencent-cloud/tencent-cloud'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'
import { unzip } from '../fakes/tencent-cloud/unzip'

const folder = newFolder()
let cloud: TencentCloud
let variables: Record<string, string>

beforeAll(async () => {
  cloud = await startTencentCloud()
  variables = variablesFor(cloud, folder)
  cloud.invocations.set('tick', migrate)
})

/** The timer's function, which has nothing to change in an empty environment, and notes it. */
function migrate() {
  const notes = cloud.database.collections.get('migrations')!.documents
  const reports = migrations.map(({ id, description }) => {
    notes.set(id, { _id: id, state: 'done', seen: 0 })
    return { id, description, state: 'done', seen: 0, changed: 0 }
  })
  return { kind: 'run', report: { isDone: true, migrations: reports } }
}
afterAll(async () => {
  await cloud.stop()
  fs.rmSync(folder, { recursive: true })
})

const owner = 'oOwnerOpenId_0001'
const merchant = { SUB_MCH_ID: '1900000109', PAYMENT_FUNCTION_KEY: 'another-secret' }

/** `npm run deploy` or `npm run doctor` as a developer runs it, and the changes that it made. */
const deploy = (...words: string[]) => run('deploy', '--as', 'production', ...words)
const doctor = () => run('doctor', '--as', 'production', '--no-sizes')
async function run(script: string, ...words: string[]) {
  cloud.calls.length = 0
  const { code, output } = await runCommand(
    process.execPath,
    ['--import', 'tsx', `scripts/${script}.ts`, '--env', cloud.envId, ...words],
    { cwd: projectRoot, env: { ...variables, ...merchant } },
  )
  return { code, output, changes: cloud.calls.filter(isChange).map(({ action }) => action) }
}

const isChange = ({ action, parameters }: TencentCloud['calls'][number]) =>
  action === 'RunCommands'
    ? !JSON.stringify(parameters).includes('"QUERY"')
    : !/^(Describe|List|Get)/.test(action)

describe('the whole company goes online', () => {
  test('a plan says everything and changes nothing', async () => {
    const { code, output, changes } = await deploy('--plan')
    expect({ code, changes }).toEqual({ code: 0, changes: [] })
    for (const { name } of collections)
      expect(output).toContain(`would create collection ${name}\n`)
    for (const name of functionNames()) expect(output).toContain(`would create function ${name} `)
    expect(cloud.functions.size + cloud.database.collections.size).toBe(0)
  })

  test('the doctor finds an empty environment wrong, and changes nothing', async () => {
    const { code, output, changes } = await doctor()
    expect({ code, changes }).toEqual({ code: 1, changes: [] })
    for (const name of ['paynotify', 'push', 'tick'])
      expect(output).toContain(`WRONG   pages may call ${name}\n`)
    expect(output).toContain('WRONG   there are no settings of the company')
    expect(output).toContain(`functions: ${functionNames().length} not done: create function`)
  })

  test('everything is online, closed to pages, in an order that leaves nothing open', async () => {
    const { code, output, changes } = await deploy('--owner', owner)
    expect({ code, output }).toMatchObject({ code: 0 })
    const { database, functions } = cloud
    expect([...database.collections.keys()].sort()).toEqual(
      [...collections.map(({ name }) => name), 'deploys'].sort(),
    )
    for (const { name, indexes } of [...collections, { name: 'deploys', indexes: [] }]) {
      const online = database.collections.get(name)
      expect(online?.rule).toEqual({ AclTag: 'CUSTOM', Rule: '{"read":false,"write":false}' })
      expect(online?.indexes.map(({ Name }) => Name)).toEqual([
        '_id_',
        ...indexes.map((index) => index.name),
      ])
    }
    expect(JSON.parse(database.functionRule?.Rule ?? '')).toEqual({
      '*': { invoke: true },
      paynotify: { invoke: false },
      push: { invoke: false },
      tick: { invoke: false },
    })
    expect(database.storageRule).toEqual({ AclTag: 'CUSTOM', Rule: JSON.stringify(storageRule) })
    expect([...functions.keys()].sort()).toEqual(functionNames())
    expect(functions.get('tick')?.Triggers).toHaveLength(1)
    expect(functions.get('order')?.Variables).toEqual(
      expect.arrayContaining([{ Key: 'SUB_MCH_ID', Value: merchant.SUB_MCH_ID }]),
    )
    expect([...(database.collections.get('staff')?.documents.values() ?? [])]).toMatchObject([
      { _id: owner, roles: ['owner'] },
    ])
    const last = (action: string) => changes.lastIndexOf(action)
    const first = (action: string) => changes.indexOf(action)
    expect(last('ModifySafeRule')).toBeLessThan(first('CreateFunction'))
    expect(last('ModifySecurityRule')).toBeLessThan(first('CreateFunction'))
    expect(last('CreateFunction')).toBeLessThan(first('BatchCreateTrigger'))
  })

  test('each archive that was sent loads and answers', async () => {
    const answers = await Promise.all(
      [...cloud.functions.values()].map(async ({ FunctionName: name, Handler, zip }) => {
        expect(Handler).toBe('index.main')
        const files = unzip(zip)
        expect([...files.keys()]).toEqual(['config.json', 'index.js', 'package.json'])
        return [name, await callMain(name, files)]
      }),
    )
    for (const [name, answer] of answers)
      expect([name, answer]).toEqual([name, expect.objectContaining({ ok: false })])
  })

  test('a second deploy sends no change', async () => {
    const { code, output, changes } = await deploy()
    expect({ code, changes }).toEqual({ code: 0, changes: [] })
    expect(output).toContain('Nothing to change.')
  })

  test('the doctor finds nothing else wrong than the AppID, and says what only a person can do', async () => {
    const { code, output, changes } = await doctor()
    expect({ code, changes }).toEqual({ code: 1, changes: [] })
    // The tourist of this repository cannot go online; a company writes its own AppID.
    expect(output.match(/WRONG .*/g)).toEqual(['WRONG   the AppID is touristappid'])
    expect(output).toContain(`ok      merchant ${merchant.SUB_MCH_ID}`)
    expect(output).toContain('ok      closed to pages: paynotify, push, tick')
    expect(output).toContain('ok      functions: as they should be')
    expect(output).toMatch(/by hand .*order.* call WeChat's interfaces/)
    expect(output).toMatch(/A month with 1000 users and 300 orders, about \d+ yuan/)
  })

  test('secrets are neither printed nor left in a file', async () => {
    const { output } = await deploy('--plan', '--force')
    for (const secret of [secretKey, merchant.PAYMENT_FUNCTION_KEY]) {
      expect(output).not.toContain(secret)
      const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
      for (const file of files.filter((entry) => entry.isFile()))
        expect(fs.readFileSync(path.join(file.parentPath, file.name), 'utf8')).not.toContain(secret)
    }
  })

  test('a wrong key and an unknown environment are said in a sentence', async () => {
    const stranger = { ...variables, TENCENT_SECRET_ID: 'AKIDsomebodyelse' }
    const command = ['--import', 'tsx', 'scripts/deploy.ts', '--as', 'production', '--env']
    const deployTo = (envId: string, env: Record<string, string>) =>
      runCommand(process.execPath, [...command, envId], { cwd: projectRoot, env })
    expect(await deployTo(cloud.envId, stranger)).toMatchObject({
      code: 1,
      output: expect.stringContaining('DescribeEnvs: AuthFailure.SecretIdNotFound'),
    })
    expect(await deployTo('not-here-1a', variables)).toMatchObject({
      code: 1,
      output: expect.stringContaining('The account has no environment not-here-1a.'),
    })
  })
})

const program = `
const { main } = require(process.argv[1])
Promise.resolve(main({ action: 'nothing.here' }, { request_id: 'r' })).then((answer) => {
  process.stdout.write('\\n' + JSON.stringify(answer ?? null))
  process.exit()
})`

/** What a function answers to a page that has no business there. */
async function callMain(name: string, files: Map<string, Buffer>): Promise<unknown> {
  const place = path.join(folder, 'functions', name)
  fs.mkdirSync(place, { recursive: true })
  for (const [file, content] of files) fs.writeFileSync(path.join(place, file), content)
  const env = {
    TENCENTCLOUD_RUNENV: 'SCF',
    TCB_ENV: cloud.envId,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,SOURCE',
    WX_OPENID: 'oSomebody',
    WX_APPID: 'wx0000000000000000',
    SOURCE: 'wx_client',
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program, place], { env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
