import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openidOf } from '../../local/cloud/users'
import { APP_ID, ENV_ID, startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let cloud: TestCloud
const behave = (as: string, more: object = {}) => cloud.call('behave', { as, ...more })

beforeAll(async () => {
  cloud = await startTestCloud(['hello', 'behave', 'probe'], {
    functionSettings: {
      behave: { timeout: 1, memorySize: 64, envVariables: { STAGE: 'test', TCB_ENV: 'other' } },
      hello: { timeout: 60 },
      probe: { timeout: 20 },
    },
  })
}, 30_000)
afterAll(() => cloud.stop())

describe('what a page gets', () => {
  test('the result, the text of success and a request ID', async () => {
    expect(await cloud.call('hello', { name: 'Mia' })).toEqual({
      result: { hello: 'Mia' },
      errMsg: 'cloud.callFunction:ok',
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('values as JSON leaves them', async () => {
    expect((await behave('values')).result).toEqual({
      kept: null,
      at: '1970-01-01T00:00:00.000Z',
      list: [null, null],
    })
    expect((await behave('nothing')).result).toBeNull()
  })

  test('a missing function is WeChat’s -501000', async () => {
    const { errCode, errMsg } = await cloud.call('nobody')
    expect(errCode).toBe(-501000)
    expect(errMsg).toMatch(
      /^cloud\.callFunction:fail Error: errCode: -501000 {2}\| errMsg: FunctionName parameter could not be found/,
    )
    expect((await cloud.call('..%2Fhello')).errCode ?? -501000).toBe(-501000)
  })

  test.each([
    ['throw', /errCode: -504002 functions execute fail \| errMsg: TypeError: on purpose\n\s+at /],
    ['throwObject', /errMsg: \{"reason":"no error object"\}$/],
    ['circular', /errMsg: TypeError: Converting circular structure to JSON/],
    ['exit', /errMsg: 145 code exit unexpected$/],
    ['crash', /errMsg: RangeError: nobody catches this\n\s+at /],
    ['fill', /errMsg: memory limit exceeded: the function used over 64 MB$/],
  ])('a function that does %s fails with -504002 and the next call works', async (as, text) => {
    const { errCode, errMsg } = await behave(as)
    expect(errCode).toBe(-504002)
    expect(errMsg).toMatch(text)
    expect((await behave('count')).result).toEqual({ calls: expect.any(Number) })
  })

  test.each(['hang', 'spin'])('a function that does %s is ended after its time', async (as) => {
    const started = performance.now()
    const { errCode, errMsg } = await behave(as)
    expect(performance.now() - started).toBeGreaterThanOrEqual(990)
    expect(errCode).toBe(-504003)
    expect(errMsg).toBe(
      'cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 1 seconds',
    )
  })

  test('a result over 1 MB is refused, one of 1 MB is not', async () => {
    const quotes = 2
    const most = 1024 * 1024 - quotes
    expect((await behave('large', { bytes: most })).result).toHaveLength(most)
    const { errCode, errMsg } = await behave('large', { bytes: most + 1 })
    expect(errCode).toBe(-604001)
    expect(errMsg).toContain('cloudfunction result size exceed limit (1MB)')
  })

  test('input over 100 KB is refused before the function runs', async () => {
    expect((await behave('echo', { text: 'x'.repeat(101 * 1024) })).errCode).toBe(-501007)
    expect((await behave('echo', { text: 'x'.repeat(99 * 1024) })).errCode).toBeUndefined()
  })

  test('data that is not an object, and a missing user, are told to the caller', async () => {
    expect(await cloud.post('/local/invoke/hello', { user: 'mia', data: [1] })).toMatchObject({
      error: { code: 'DATA_NOT_AN_OBJECT' },
    })
    expect(await cloud.post('/local/invoke/hello', {})).toMatchObject({
      error: { code: 'USER_MISSING' },
    })
  })
})

describe('what a function sees', () => {
  test('the event with the caller, and the context with its limits', async () => {
    const { result } = await behave('echo', { text: 'hi', userInfo: { openId: 'forged' } })
    const { event, context } = result as { event: object; context: Record<string, unknown> }
    expect(event).toEqual({
      as: 'echo',
      text: 'hi',
      userInfo: { appId: APP_ID, openId: openidOf('mia') },
    })
    expect(context).toMatchObject({
      memory_limit_in_mb: 64,
      time_limit_in_ms: 1000,
      function_name: 'behave',
      namespace: ENV_ID,
    })
  })

  test('its own variables, the platform’s over them, and nothing of this machine', async () => {
    process.env['SECRET_OF_THIS_MACHINE'] = 'yes'
    const environment = (await behave('environment')).result as Record<string, string>
    expect(environment).toMatchObject({
      STAGE: 'test',
      TCB_ENV: ENV_ID,
      TENCENTCLOUD_RUNENV: 'SCF',
    })
    expect(environment).not.toHaveProperty('SECRET_OF_THIS_MACHINE')
  })

  test('the identity of its caller through the real SDK', async () => {
    expect((await cloud.probe({ sdk: 'context' }, 'leo')).value).toEqual({
      OPENID: openidOf('leo'),
      APPID: APP_ID,
      ENV: ENV_ID,
      SOURCE: 'wx_client',
      CLIENTIP: '127.0.0.1',
    })
  })

  test('the same identity in a function that it calls', async () => {
    const call = { sdk: 'call', path: 'probe', args: { sdk: 'context' } }
    const { value } = await cloud.probe(call, 'leo')
    expect(value).toMatchObject({
      errMsg: 'callFunction:ok',
      result: { value: { OPENID: openidOf('leo'), SOURCE: 'wx_client,scf' } },
    })
  })

  test('a called function’s failure, as the SDK words it', async () => {
    const { thrown } = await cloud.probe({ sdk: 'call', path: 'behave', args: { as: 'throw' } })
    expect(thrown?.errMsg).toContain('on purpose')
  })

  test('the movable clock, wherever it asks for the time', async () => {
    const before = (await behave('time')).result as { now: number }
    await cloud.post('/local/clock', { advanceMs: 86_400_000 })
    const after = (await behave('time')).result as Record<string, unknown>
    expect(Number(after['now']) - before.now).toBeGreaterThanOrEqual(86_400_000)
    expect(Number(after['created']) - Number(after['now'])).toBeLessThan(1_000)
    expect(Date.parse(String(after['called']))).toBeGreaterThan(before.now + 86_000_000)
    expect(after).toMatchObject({ given: '1970-01-01T00:00:00.000Z', isDate: true, zone: 0 })
  })
})

describe('workers', () => {
  test('one invocation at a time each, and more of them when calls wait', async () => {
    const started = performance.now()
    const naps = Array.from({ length: 4 }, () => behave('sleep', { milliseconds: 400 }))
    const results = (await Promise.all(naps)).map(({ result }) => result as { calls: number })
    expect(results).toHaveLength(4)
    expect(performance.now() - started).toBeLessThan(1_600)
    const { logs } = cloud.cloud
    expect(
      logs.after(0).filter(({ action, cold }) => action === undefined && cold).length,
    ).toBeGreaterThan(1)
  })

  test('a transaction that an invocation leaves open is given up when it ends', async () => {
    expect((await cloud.probe({ sdk: 'leave', path: 'things' })).value).toBe('left open')
    const add = { sdk: 'database', path: 'things', args: { _id: 'left' } }
    expect((await cloud.probe(add)).value).toMatchObject({ _id: 'left' })
  })

  test('new code is used as soon as it is built, and running calls finish on the old', async () => {
    const nap = behave('sleep', { milliseconds: 700 })
    await cloud.call('hello')
    const code = (text: string) => `exports.main = () => ({ version: ${JSON.stringify(text)} })`
    const file = join(cloud.functionsDirectory, 'behave', 'index.js')
    await writeFile(file, code('second'))
    let answer = await behave('count')
    for (const until = Date.now() + 1_000; Date.now() < until; answer = await behave('count')) {
      if ((answer.result as { version?: string }).version) break
    }
    expect(answer.result).toEqual({ version: 'second' })
    expect((await nap).result).toEqual({ calls: expect.any(Number) })
    await writeFile(file, 'exports.main = (')
    for (const until = Date.now() + 1_000; Date.now() < until; answer = await behave('count')) {
      if (answer.errCode) break
    }
    expect(answer.errMsg).toContain('SyntaxError')
  })
})
