import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { UploadOrder } from '../fakes/miniprogram-ci/upload-runner'

const fakes = path.join(__dirname, '..', 'fakes', 'miniprogram-ci')
const appId = 'wx0123456789abcdef'
const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString()

let folder: string
let runner: ChildProcess
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yidian-upload-'))
  const place = path.join(folder, 'node_modules', 'miniprogram-ci')
  fs.mkdirSync(place, { recursive: true })
  fs.copyFileSync(path.join(fakes, 'miniprogram-ci.cjs'), path.join(place, 'index.js'))
  fs.writeFileSync(path.join(folder, 'package.json'), '{}')
  fs.writeFileSync(keyPath(), key)
  runner = fork(path.join(fakes, 'upload-runner.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, CALLS: path.join(folder, 'calls.json') },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
})
afterEach(() => {
  runner.disconnect()
  fs.rmSync(folder, { recursive: true })
})

const keyPath = () => path.join(folder, 'upload.key')
const qrCode = () => path.join(folder, 'sent', 'preview.jpg')
const release = ['--version', '1.2.0', '--desc', 'gift cards']

/** What is said and the exit code. */
function upload(words: string[], change: Partial<UploadOrder> = {}) {
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    runner.once('exit', () => reject(new Error('the uploading process ended')))
    runner.once('message', (outcome) => resolve(outcome as { code: number; output: string }))
    runner.send({
      words,
      variables: { MINIPROGRAM_PRIVATE_KEY_PATH: keyPath() },
      appId,
      folder: path.join(folder, 'sent'),
      compilers: folder,
      uncommitted: [],
      ...change,
    } satisfies UploadOrder)
  })
}

/** What `miniprogram-ci` was called with; nothing when it was not. */
function calls(): Map<string, unknown> {
  const file = path.join(folder, 'calls.json')
  if (!fs.existsSync(file)) return new Map()
  return new Map(JSON.parse(fs.readFileSync(file, 'utf8')) as [string, unknown][])
}

const asBuilt = {
  ...{ es6: false, es7: false, minify: false },
  ...{ minifyJS: false, minifyWXML: false, minifyWXSS: false },
}

describe('a version for WeChat', () => {
  test('is handed to its tool as that documents, changed no more', async () => {
    const { code, output } = await upload([...release, '--robot', '7'])
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain('Version 1.2.0 is uploaded')
    expect(calls().get('project')).toEqual({
      appid: appId,
      type: 'miniProgram',
      projectPath: path.join(folder, 'sent'),
      privateKeyPath: keyPath(),
      ignores: [],
    })
    expect(calls().get('upload')).toEqual({
      project: expect.anything(),
      version: '1.2.0',
      desc: 'gift cards',
      robot: 7,
      setting: asBuilt,
    })
    expect(fs.existsSync(path.join(folder, 'sent', 'project.config.json'))).toBe(true)
  })

  test('goes through the proxy of the process', async () => {
    const variables = { MINIPROGRAM_PRIVATE_KEY_PATH: keyPath(), HTTPS_PROXY: 'http://proxy:8080' }
    expect(await upload(release, { variables })).toMatchObject({ code: 0 })
    expect(calls().get('proxy')).toBe('http://proxy:8080')
  })

  test('can be told from every other: what no commit holds is refused', async () => {
    const uncommitted = ['miniprogram/app.ts', 'a', 'b']
    const { code, output } = await upload(release, { uncommitted })
    expect(code).toBe(1)
    expect(output).toContain('miniprogram/app.ts and 2 more are not committed')
    expect(calls().size).toBe(0)
    expect(await upload([...release, '--dirty'], { uncommitted })).toMatchObject({ code: 0 })
  })
})

describe('a preview', () => {
  test('leaves a code to scan, whatever is not committed', async () => {
    const { code, output } = await upload(['--preview'], { uncommitted: ['a'] })
    expect(code).toBe(0)
    expect(output).toMatch(/^Scan .*preview\.jpg with WeChat/)
    expect(calls().get('preview')).toMatchObject({
      robot: 1,
      setting: asBuilt,
      qrcodeFormat: 'image',
      qrcodeOutputDest: qrCode(),
    })
    expect(fs.existsSync(qrCode())).toBe(true)
  })

  test('that fails leaves no code of an older one', async () => {
    fs.mkdirSync(path.dirname(qrCode()))
    fs.writeFileSync(qrCode(), 'old')
    expect(await upload(['--preview', '--desc', 'invalid ip'])).toMatchObject({ code: 1 })
    expect(fs.existsSync(qrCode())).toBe(false)
  })
})

describe('what goes wrong is said in a sentence, with exit code 1', () => {
  test.each([
    ['the address is not allowed', 'invalid ip', 'invalid ip: 1.2.3.4', 'IP白名单'],
    ['a failure nobody caught', 'stray', 'ENOTFOUND', 'look at the network'],
    ['a key of somebody else', 'talkative', 'private key', 'does not belong to this AppID'],
  ])('%s', async (_what, description, reason, todo) => {
    const { code, output } = await upload(['--version', '1.2.0', '--desc', description])
    expect(code).toBe(1)
    expect(output).toContain('WeChat did not take it: ')
    expect(output).toContain(reason)
    expect(output).toContain(todo)
    expect(output).not.toMatch(/\n\s+at /)
    for (const line of key.split('\n').slice(1, -2)) expect(output).not.toContain(line)
  })

  test.each<[string, () => Partial<UploadOrder>, string]>([
    ['no AppID', () => ({ appId: 'touristappid' }), 'project.config.json'],
    ['no key', () => ({ variables: {} }), 'MINIPROGRAM_PRIVATE_KEY_PATH names no file'],
    [
      'a key that is none',
      () => {
        fs.writeFileSync(keyPath(), 'not a key')
        return {}
      },
      'holds no private key',
    ],
  ])('%s, before anything is handed over', async (_what, change, said) => {
    const { code, output } = await upload(release, change())
    expect(code).toBe(1)
    expect(output).toContain(said)
    expect(calls().size).toBe(0)
  })
})
