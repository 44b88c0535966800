import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { checkBackup } from '../../scripts/backup/backup-folder'
import { projectRoot } from '../../scripts/paths'
import { startBackupRunner } from '../fakes/tencent-cloud/backing-up'
import { newFolder, runCommand, variablesFor } from '../fakes/tencent-cloud/deploying'
import { startTencentCloud } from '../fakes/tencent-cloud/tencent-cloud'
import type { TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

const folder = newFolder()
let cloud: TencentCloud
let variables: Record<string, string>
let runner: ReturnType<typeof startBackupRunner>
beforeAll(async () => {
  cloud = await startTencentCloud()
  variables = variablesFor(cloud, folder)
  runner = startBackupRunner(variables)
})
beforeEach(() => {
  cloud.reset()
  fs.rmSync(backup, { recursive: true, force: true })
})
afterAll(async () => {
  runner.stop()
  await cloud.stop()
  fs.rmSync(folder, { recursive: true })
})

const backup = path.join(folder, 'backup')

type Script = 'backup' | 'restore'
const wordsWith = (words: string[]) => [
  '--env',
  cloud.envId,
  '--as',
  'production',
  ...words,
  backup,
]

/** What the script does in a process that is running already. */
const run = (script: Script, ...words: string[]) => runner.run({ script, words: wordsWith(words) })

/** The script as an operator calls it: its exit code and what it says. */
const call = (script: Script, ...words: string[]) =>
  runCommand(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...wordsWith(words)], {
    env: variables,
    cwd: projectRoot,
  })

const put = (collection: string, documents: readonly Record<string, unknown>[] = []) =>
  cloud.database.collections.set(collection, {
    indexes: [],
    rule: { AclTag: 'ADMINONLY' },
    documents: new Map(documents.map((document) => [String(document['_id']), { ...document }])),
  })
const allOf = (collection: string) => [
  ...(cloud.database.collections.get(collection)?.documents.values() ?? []),
]

const order = {
  _id: 'o1',
  _openid: 'oYd1A5kX-3fGhJ_kLmNpQrStUvWx',
  placedAt: 1_790_000_000_123,
  paidAt: { $date: '2026-03-21T01:00:00.000Z' },
  note: null,
  weight: -2_147_483_649,
  share: 0.1,
  lines: [{ name: '茶 "一"\n\u2028', deep: [[{ n: 1 }], []] }],
}
const company = { _id: 'company', version: 7 }

/** A company with values of every kind. */
function fill(): void {
  put('orders', [order, { _id: 'o2', placedAt: 5 }])
  put('settings', [company])
  put('migrations', [{ _id: '0001-a', state: 'done' }])
  put('carts')
  put('deploys', [{ _id: 'lease', token: 'x' }])
}
/** What a deploy makes, and its timer before it was taken away. */
function emptyAgain(): void {
  cloud.database.collections.clear()
  for (const name of ['orders', 'carts']) put(name)
  put('settings', [{ _id: 'company', version: 1 }])
  put('migrations', [{ _id: '0002-later', state: 'done' }])
  put('timers', [{ _id: 'tick', lastRunAt: 1 }])
}

const unguessable = /backup\/[0-9a-f-]{36}\/[a-z]+\.json$/
const expectNothingLeft = () => expect(cloud.filePaths()).toEqual([])

describe('a backup of what is online', () => {
  test('comes back into a new environment as it was, through the real manager-node', async () => {
    fill()
    expect(await call('backup')).toEqual({
      code: 0,
      output: expect.stringContaining('4 documents of 4 collections'),
    })
    const manifest = await checkBackup(backup)
    expect(manifest).toMatchObject({ envId: cloud.envId, migrations: ['0001-a'] })
    expect(manifest.collections.map(({ name, count }) => [name, count])).toEqual([
      ['carts', 0],
      ['migrations', 1],
      ['orders', 2],
      ['settings', 1],
    ])
    expect(fs.statSync(path.join(backup, 'orders.jsonl')).mode & 0o077).toBe(0)
    emptyAgain()
    const restored = await call('restore')
    expect(restored).toEqual({ code: 0, output: expect.stringContaining('4 documents of 4') })
    expect(allOf('orders')).toEqual([order, { _id: 'o2', placedAt: 5 }])
    expect(allOf('settings')).toEqual([company])
    // One that was done in the new environment has not seen these documents.
    expect(allOf('migrations')).toEqual([{ _id: '0001-a', state: 'done' }])
    expectNothingLeft()
    for (const { parameters } of cloud.calls)
      if ('FilePath' in parameters) expect(parameters['FilePath']).toMatch(unguessable)
    expect(JSON.stringify(cloud.calls)).not.toContain(variables['TENCENT_SECRET_KEY'])
  }, 60_000)

  test('is not written when something breaks, and says what', async () => {
    fill()
    cloud.fail('GET', 'lost')
    const cut = await run('backup')
    expect(cut).toMatchObject({ code: 1, output: expect.stringContaining('cannot be fetched') })
    expectNothingLeft()
    expect(await run('restore')).toMatchObject({
      code: 1,
      output: expect.stringContaining('no backup'),
    })
    cloud.heal()
    expect(await run('backup')).toMatchObject({
      code: 1,
      output: expect.stringContaining('not finished'),
    })
    fs.rmSync(backup, { recursive: true })
    cloud.fail('DatabaseMigrateQueryInfo', 'broken', 3)
    expect(await run('backup')).toMatchObject({ code: 0 })
  }, 60_000)

  test('gives up what Tencent Cloud refuses for good', async () => {
    fill()
    cloud.fail('DatabaseMigrateQueryInfo', 'refused')
    expect((await run('backup')).code).toBe(1)
    fs.rmSync(backup, { recursive: true })
    cloud.fail('DatabaseMigrateExport', 'refused')
    expect(await run('backup')).toMatchObject({
      code: 1,
      output: expect.stringContaining('DatabaseMigrateExport'),
    })
  }, 60_000)

  test('is not begun where there is nothing', async () => {
    expect(await run('backup')).toMatchObject({
      code: 1,
      output: expect.stringContaining('nothing to back up'),
    })
    expect(fs.existsSync(backup)).toBe(false)
  }, 30_000)
})

describe('a restore', () => {
  beforeEach(async () => {
    fill()
    expect(await run('backup')).toEqual({
      code: 0,
      output: expect.stringContaining('4 documents'),
    })
  }, 30_000)

  test('keeps away from a company at work, and from a timer', async () => {
    expect(await run('restore')).toMatchObject({
      code: 1,
      output: expect.stringContaining('orders hold documents'),
    })
    emptyAgain()
    cloud.functions.set('tick', {
      FunctionName: 'tick',
      Status: 'Active',
      Runtime: 'Nodejs20.19',
      Handler: 'index.main',
      Timeout: 20,
      MemorySize: 256,
      Description: '',
      Variables: [],
      Triggers: [{ TriggerName: 'everyMinute', Type: 'timer', TriggerDesc: '', Enable: 1 }],
      zip: Buffer.alloc(0),
    })
    expect(await run('restore')).toMatchObject({
      code: 1,
      output: expect.stringContaining('The timer everyMinute runs'),
    })
    expect(allOf('orders')).toEqual([])
  }, 60_000)

  test('goes on where it was killed', async () => {
    emptyAgain()
    // The import was begun; whoever called never heard of it.
    cloud.fail('DatabaseMigrateImport', 'lost', 1)
    expect((await run('restore')).code).toBe(1)
    const killed = startBackupRunner(variables)
    cloud.fail('DatabaseMigrateImport', 'silent', 1)
    const begun = cloud.calls.length
    const ended = killed.run({ script: 'restore', words: wordsWith([]) })
    const imports = () =>
      cloud.calls.slice(begun).filter(({ action }) => action === 'DatabaseMigrateImport').length
    const importing = (async () => {
      while (imports() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    })()
    await Promise.race([importing, ended.then(({ output }) => Promise.reject(new Error(output)))])
    killed.kill()
    await expect(ended).rejects.toThrow('ended')
    expect(allOf('migrations')).toHaveLength(1)
    expect(await run('restore')).toMatchObject({ code: 0 })
    expect(allOf('orders')).toEqual([order, { _id: 'o2', placedAt: 5 }])
    // What a killed run has sent stays there; nobody can guess its name.
    expect(cloud.filePaths()).toHaveLength(1)
    expect(cloud.filePaths()[0]).toMatch(unguessable)
  }, 60_000)

  test('is refused when a file is not as it was written', async () => {
    emptyAgain()
    fs.appendFileSync(path.join(backup, 'orders.jsonl'), '{"_id":"o3"}\n')
    expect(await run('restore')).toMatchObject({
      code: 1,
      output: expect.stringContaining('not as it was written'),
    })
    expect(allOf('settings')).toEqual([{ _id: 'company', version: 1 }])
  }, 60_000)

  test('says so when a file cannot be sent or is not taken', async () => {
    emptyAgain()
    cloud.fail('PUT', 'refused')
    expect(await run('restore')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Storage, upload'),
    })
    cloud.heal()
    expect(await run('restore', '--timeout', '0.0001')).toMatchObject({
      code: 1,
      output: expect.stringContaining('is not done after'),
    })
    expect(await run('restore')).toMatchObject({ code: 0 })
    expectNothingLeft()
  }, 60_000)
})

test.each([
  ['backup', '--dry'],
  ['restore', '--dry'],
  ['backup', '--data=x'],
] as const)('npm run %s does not pass over %s', async (script, word) => {
  expect(await run(script, word)).toMatchObject({ code: 1 })
  expect(cloud.calls).toEqual([])
})
