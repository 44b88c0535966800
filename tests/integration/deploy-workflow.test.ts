import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readDeployOptions } from '../../scripts/deploy/deploy-options'
import { readDoctorOptions } from '../../scripts/doctor/doctor-options'
import { projectRoot } from '../../scripts/paths'
import { readKeyPath, readUploadOptions } from '../../scripts/upload/upload-options'
import { runCommand } from '../fakes/tencent-cloud/deploying'

interface Step {
  name?: string
  uses?: string
  with?: Record<string, unknown>
  if?: string
  run?: string
  env?: Record<string, string>
  'continue-on-error'?: string
}

interface Workflow {
  on: { workflow_dispatch: { inputs: Record<string, { default: unknown; options?: string[] }> } }
  jobs: { deploy: { if: string; steps: Step[] } }
}

const text = fs.readFileSync(path.join(projectRoot, '.github/workflows/deploy.yml'), 'utf8')
const workflow = parse(text) as Workflow
const { inputs: declared } = workflow.on.workflow_dispatch
const { steps } = workflow.jobs.deploy

/** What a person chose who started the workflow. */
type Inputs = Record<string, unknown>

/** The values that an expression may ask for; a misspelt one is a mistake, not an empty text. */
const known = (values: Record<string, unknown>) =>
  new Proxy(values, {
    get: (target, name) => {
      if (name in target) return target[String(name)]
      throw new Error(`nobody gives ${String(name)}`)
    },
  })
const secrets = {
  TENCENT_SECRET_ID: 'an id',
  TENCENT_SECRET_KEY: 'a key',
  PAYMENT_FUNCTION_KEY: 'another key',
  MINIPROGRAM_PRIVATE_KEY: '-----BEGIN KEY-----\n$HOME `x`\n-----END KEY-----',
}

/** GitHub's expressions, of which those used here are JavaScript too. */
function filled(value: string, inputs: Inputs, ref = 'refs/heads/main'): unknown {
  const contexts = {
    inputs: known({ ...defaults, ...inputs }),
    secrets: known(secrets),
    github: known({ ref }),
    runner: known({ os: 'Linux' }),
    hashFiles: (file: string) => String(fs.statSync(path.join(projectRoot, file)).size),
  }
  const whole = /^\$\{\{(.*)\}\}$/.exec(value)
  if (whole) return runInNewContext(whole[1] ?? '', contexts)
  return value.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    String(runInNewContext(expression, contexts)),
  )
}
const defaults = Object.fromEntries(
  Object.entries(declared).map(([name, input]) => [name, input.default]),
)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yidian-workflow-'))
const asked = path.join(folder, 'asked.jsonl')
beforeAll(() => {
  const npm = `#!${process.execPath}
const fs = require('node:fs')
const { MINIPROGRAM_PRIVATE_KEY_PATH: key } = process.env
const words = process.argv.slice(2)
const line = { words, variables: process.env, ...(key ? { key: fs.readFileSync(key, 'utf8') } : {}) }
fs.appendFileSync(${JSON.stringify(asked)}, JSON.stringify(line) + '\\n')`
  fs.writeFileSync(path.join(folder, 'npm'), npm, { mode: 0o755 })
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

interface Asked {
  words: string[]
  variables: Record<string, string>
  key?: string
}

/** Carries the steps out as GitHub does, with an npm that only notes what it is asked. */
async function run(inputs: Inputs): Promise<Asked[]> {
  fs.writeFileSync(asked, '')
  for (const { run: script, env = {}, ...step } of steps) {
    if (script === undefined) continue
    if (step.if !== undefined && !filled(step.if, inputs)) continue
    const file = path.join(folder, 'step.sh')
    fs.writeFileSync(file, script)
    const variables = Object.entries(env).map(([name, value]) => [
      name,
      String(filled(value, inputs)),
    ])
    const outcome = await runCommand('bash', ['-e', file], {
      cwd: folder,
      env: {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        RUNNER_TEMP: folder,
        ...(Object.fromEntries(variables) as Record<string, string>),
      },
    })
    expect(outcome).toEqual({ code: 0, output: '' })
  }
  return fs
    .readFileSync(asked, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Asked)
}

/** `npm run NAME -- WORDS`: the words for the script. */
function wordsFor(name: string, all: readonly Asked[]): string[] {
  const found = all.find(({ words }) => words[1] === name)
  expect(found?.words.slice(0, 3)).toEqual(['run', name, '--'])
  return found?.words.slice(3) ?? []
}
const namesOf = (all: readonly Asked[]) =>
  all.map(({ words }) => (words[0] === 'run' ? words[1] : words[0]))

describe('the workflow that deploys', () => {
  test('offers the environments that have a file', () => {
    const files = fs.readdirSync(path.join(projectRoot, 'environments'))
    expect(declared['environment']?.options?.map((name) => `${name}.json`).sort()).toEqual(
      files.filter((file) => file.endsWith('.json')).sort(),
    )
  })

  test('takes others’ steps by their commit, and says which version that is', () => {
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line))
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length)
    for (const line of lines)
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('asks for what our scripts know, as a plan', async () => {
    const all = await run({ environment: 'production' })
    expect(namesOf(all)).toEqual(['ci', 'check', 'deploy', 'doctor'])
    expect(readDeployOptions(wordsFor('deploy', all))).toMatchObject({
      environment: 'production',
      isPlan: true,
    })
    expect(readDoctorOptions(wordsFor('doctor', all))).toMatchObject({
      env: 'production',
      sizes: false,
    })
  })

  test('asks for what our scripts know, carried out and uploaded', async () => {
    const what = 'gift cards; "$HOME" `x`'
    const all = await run({ environment: 'staging', plan: false, version: '1.2.0', what })
    expect(namesOf(all)).toEqual(['ci', 'check', 'deploy', 'doctor', 'wechat-check', 'upload'])
    expect(readDeployOptions(wordsFor('deploy', all))).toMatchObject({
      environment: 'staging',
      isPlan: false,
    })
    expect(readDoctorOptions(wordsFor('doctor', all))).toMatchObject({ sizes: true })
    expect(readUploadOptions(wordsFor('upload', all))).toMatchObject({
      version: '1.2.0',
      description: what,
    })
  })

  test('leaves the version out when nobody names one', async () => {
    expect(namesOf(await run({ plan: false }))).toEqual(['ci', 'check', 'deploy', 'doctor'])
  })

  test('runs scripts that there are', async () => {
    const { scripts } = JSON.parse(
      fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
    ) as { scripts: Record<string, string> }
    const all = await run({ plan: false, version: '1.2.0', what: 'x' })
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(namesOf(all).slice(1)))
  })

  test('gives each script the secrets that it reads, and the key for uploads as a file that goes', async () => {
    const all = await run({ plan: false, version: '1.2.0', what: 'x' })
    const given = (name: string) => all.find(({ words }) => words[1] === name)
    for (const name of ['deploy', 'doctor'])
      expect(given(name)?.variables).toMatchObject({
        TENCENT_SECRET_ID: secrets.TENCENT_SECRET_ID,
        TENCENT_SECRET_KEY: secrets.TENCENT_SECRET_KEY,
      })
    for (const { variables } of all.slice(0, 2))
      for (const secret of Object.values(secrets))
        expect(Object.values(variables)).not.toContain(secret)
    const upload = given('upload')!
    expect(upload.key).toBe(secrets.MINIPROGRAM_PRIVATE_KEY)
    // Named as the upload reads it, and taken away after it.
    expect(() => readKeyPath(upload.variables)).toThrow(
      'MINIPROGRAM_PRIVATE_KEY_PATH names no file',
    )
    expect(upload.variables['MINIPROGRAM_PRIVATE_KEY_PATH']).toBe(path.join(folder, 'upload.key'))
  })

  test('goes to production from main only; a plan may find what a deploy may not leave', () => {
    const { if: isAllowed } = workflow.jobs.deploy
    expect(filled(isAllowed, { environment: 'production' })).toBe(true)
    expect(filled(isAllowed, { environment: 'production' }, 'refs/heads/mine')).toBe(false)
    expect(filled(isAllowed, { environment: 'staging' }, 'refs/heads/mine')).toBe(true)
    const doctor = steps.find(({ name }) => name === 'Doctor')?.['continue-on-error'] ?? ''
    expect([filled(doctor, { plan: true }), filled(doctor, { plan: false })]).toEqual([true, false])
  })

  test('keeps the compilers under what they are made from', () => {
    const cache = steps.find(({ uses }) => uses?.startsWith('actions/cache@'))
    expect(filled(String(cache?.with?.['key']), {})).toMatch(/^wechat-compilers-Linux-\d+$/)
  })
})
