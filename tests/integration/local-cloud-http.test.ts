import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { createLocalCloud } from '../../local/cloud/local-cloud'
import { LocalCloudError } from '../../local/cloud/local-cloud-error'
import type { LocalCloudOptions } from '../../local/cloud/local-cloud-options'
import { openidOf } from '../../local/cloud/users'
import { APP_ID, ENV_ID, startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let cloud: TestCloud
let seeds = 0

beforeAll(async () => {
  cloud = await startTestCloud(['hello', 'behave'], {
    functionSettings: { behave: { timeout: 10 } },
    onReset: async () => {
      seeds += 1
      cloud.cloud.database.load('things', [{ _id: 'seed', at: { nested: true } }])
    },
  })
}, 30_000)
afterAll(() => cloud.stop())

const raw = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = cloud.cloud
    const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    call.on('error', reject)
    call.end()
  })

describe('who is served', () => {
  test.each(['example.com', 'localhost.example.com', '127.0.0.1.nip.io', '192.168.0.2:80'])(
    'the host name %j is refused',
    async (host) => {
      expect((await raw('/local/session?user=mia', { host })).status).toBe(403)
      expect((await raw('/wire', { host }, 'POST')).status).toBe(403)
    },
  )

  test('pages of other origins are refused, our own and tools are served', async () => {
    const { port } = cloud.cloud
    const host = `localhost:${port}`
    const status = async (headers: Record<string, string>) =>
      (await raw('/local/session?user=mia', { host, ...headers })).status
    expect(await status({})).toBe(200)
    expect(await status({ origin: `http://localhost:${port}` })).toBe(200)
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await status({ origin: 'http://example.com' })).toBe(403)
    expect(await status({ origin: `http://localhost:${port + 1}` })).toBe(403)
    expect(await status({ origin: 'null' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403)
  })

  test('a socket of another origin is refused', async () => {
    const url = `${cloud.cloud.url.replace('http', 'ws')}/local/events?user=mia`
    const closed = (origin?: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url, { origin })
        socket.on('open', () => {
          resolve('open')
          socket.close()
        })
        socket.on('error', (error) => resolve(error.message))
      })
    expect(await closed()).toBe('open')
    expect(await closed('http://example.com')).toContain('403')
  })

  test('paths that are not there, wrong methods and bodies are told', async () => {
    expect(await cloud.get('/nowhere')).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await cloud.get('/local/reset')).toMatchObject({ error: { code: 'METHOD_NOT_ALLOWED' } })
    const response = await fetch(`${cloud.cloud.url}/local/clock`, { method: 'POST', body: '{' })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'BODY_NOT_JSON' } },
    ])
    expect(await cloud.get('/local/session?user=a%0Ab')).toMatchObject({
      error: { code: 'BAD_USER' },
    })
  })
})

describe('the gateway', () => {
  const wire = async (body: string | object) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(`${cloud.cloud.url}/wire?env=x`, { method: 'POST', body: text })
    expect(response.status).toBe(200)
    return response.json()
  }

  test('answers every mistake with 200 and a code', async () => {
    expect(await wire('{')).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) })
    expect(await wire({})).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await wire({ action: 'database.nothing' })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await wire({ action: 'unknown.action' })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await wire({ action: 'database.getDocument', envName: 'other' })).toMatchObject({
      code: 'INVALIID_ENV',
    })
    const read = { action: 'database.getDocument', envName: ENV_ID, collectionName: 'none' }
    expect(await wire(read)).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })
})

describe('what the desk shows', () => {
  test('who a user is', async () => {
    const session = await cloud.get('/local/session?user=%E7%B1%B3%E5%A8%85')
    expect(session).toEqual({
      user: '米娅',
      openid: openidOf('米娅'),
      appId: APP_ID,
      envId: ENV_ID,
      now: expect.any(Number),
    })
    expect(openidOf('米娅')).toMatch(/^o[\w-]{27}$/)
    expect(await cloud.get('/local/users')).toContainEqual(
      expect.objectContaining({ name: '米娅' }),
    )
  })

  test('what functions did and printed', async () => {
    await cloud.call('behave', { as: 'print', text: 'noted', action: 'thing.do' }, 'leo')
    await cloud.call('behave', { as: 'throw' })
    const entries = cloud.cloud.logs.after(0).slice(-2)
    expect(entries).toEqual([
      {
        seq: expect.any(Number),
        at: expect.any(Number),
        function: 'behave',
        user: 'leo',
        source: 'wx_client',
        requestId: expect.any(String),
        action: 'thing.do',
        durationMs: expect.any(Number),
        cold: true,
        ok: true,
        error: undefined,
        lines: expect.arrayContaining([
          { level: 'log', text: "noted { level: 'log' }" },
          { level: 'warn', text: 'noted' },
          { level: 'error', text: 'noted' },
        ]),
      },
      expect.objectContaining({
        ok: false,
        cold: false,
        error: expect.stringContaining('on purpose'),
      }),
    ])
    const [, last] = entries
    expect(await cloud.get(`/local/logs?after=${last!.seq - 1}`)).toMatchObject([
      { seq: last!.seq },
    ])
    expect(await cloud.get(`/local/logs?after=x`)).toMatchObject({ error: { code: 'BAD_QUERY' } })
  })

  test('events as they happen, personal ones to their user only', async () => {
    const heard: Record<string, unknown>[] = []
    const url = `${cloud.cloud.url.replace('http', 'ws')}/local/events?user=mia`
    const socket = new WebSocket(url)
    await new Promise((resolve) => socket.once('open', resolve))
    const told = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        const event = JSON.parse(data.toString()) as Record<string, unknown>
        heard.push(event)
        if (event['type'] === 'clock') resolve()
      })
    })
    cloud.cloud.events.emit('pay', { user: 'leo', outTradeNo: '1', state: 'paid' })
    cloud.cloud.events.emit('pay', { user: 'mia', outTradeNo: '2', state: 'paid' })
    cloud.cloud.events.emit('reload', { files: ['app.js'] })
    await cloud.post('/local/clock', { advanceMs: 1_000 })
    await told
    socket.close()
    expect(heard.map(({ type, outTradeNo }) => [type, outTradeNo])).toEqual([
      ['pay', '2'],
      ['reload', undefined],
      ['clock', undefined],
    ])
  })

  test('the database, page by page', async () => {
    const documents = ['a', 'b', 'c'].map((_id, position) => ({ _id, position }))
    cloud.cloud.database.load('runs', documents)
    expect(await cloud.get('/local/db')).toContainEqual({ name: 'runs', count: 3 })
    expect(await cloud.get('/local/db/runs?limit=1&after=a')).toEqual([{ _id: 'b', position: 1 }])
    const query = encodeURIComponent('{"position":{"$gte":1}}')
    expect(await cloud.get(`/local/db/runs?query=${query}`)).toHaveLength(2)
    expect(await cloud.get('/local/db/none')).toMatchObject({
      error: { code: 'DATABASE_COLLECTION_NOT_EXIST' },
    })
    expect(await cloud.get('/local/db/runs?query=x')).toMatchObject({
      error: { code: 'INVALID_PARAM' },
    })
  })

  test('a reset forgets everything and puts the seed back', async () => {
    await cloud.post('/local/clock', { advanceMs: 86_400_000 })
    await cloud.call('hello', {}, 'forgotten')
    const before = seeds
    await cloud.post('/local/reset')
    expect(seeds).toBe(before + 1)
    expect(await cloud.get('/local/clock')).toMatchObject({ offsetMs: 0 })
    expect(await cloud.get('/local/users')).toEqual([])
    expect(await cloud.get('/local/logs')).toEqual([])
    expect(await cloud.get('/local/db/things')).toEqual([{ _id: 'seed', at: { nested: true } }])
    expect((await cloud.call('hello')).result).toEqual({ hello: 'world' })
  })
})

describe('a start that cannot be', () => {
  const options = (given: Partial<LocalCloudOptions>): LocalCloudOptions => ({
    dataDirectory: join(cloud.directory, 'other'),
    functionsDirectory: cloud.functionsDirectory,
    appId: APP_ID,
    envId: ENV_ID,
    merchant: { subMchId: '1' },
    collections: [],
    subscribeTemplates: [],
    pages: () => [],
    port: 0,
    log: () => undefined,
    ...given,
  })
  const failure = async (given: Partial<LocalCloudOptions>) => {
    const error: unknown = await createLocalCloud(options(given)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(LocalCloudError)
    expect((error as LocalCloudError).advice).not.toBe('')
    return error as LocalCloudError
  }

  test('says what is wrong and leaves nothing behind', async () => {
    expect((await failure({ port: 70_000 })).code).toBe('BAD_PORT')
    expect((await failure({ port: cloud.cloud.port })).code).toBe('PORT_IN_USE')
    expect((await failure({ envId: 'a b' })).code).toBe('BAD_OPTION')
    const missing = join(cloud.directory, 'nowhere')
    expect((await failure({ functionsDirectory: missing })).code).toBe('FUNCTIONS_MISSING')
    expect((await failure({ functionSettings: { hello: { timeout: 61 } } })).code).toBe(
      'BAD_OPTION',
    )
    const template = { id: 't', title: 't', kind: 'one-time' as const, fields: { word1: 'x' } }
    expect((await failure({ subscribeTemplates: [template] })).code).toBe('BAD_OPTION')
    const good = await createLocalCloud(options({}))
    await good.stop()
  })

  test('a data folder in use, and by whom', async () => {
    const error = await failure({ dataDirectory: join(cloud.directory, 'data') })
    expect(error.code).toBe('DATA_IN_USE')
    expect(error.message).toContain(cloud.cloud.url)
  })

  test.each(['state.sqlite', 'documents.sqlite'])('a corrupt %s is left as it is', async (name) => {
    const dataDirectory = join(cloud.directory, `corrupt-${name}`)
    await mkdir(dataDirectory)
    const file = join(dataDirectory, name)
    await writeFile(file, 'this is no database '.repeat(300))
    const before = await readFile(file, 'utf8')
    expect((await failure({ dataDirectory })).code).toBe('DATA_CORRUPT')
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  test('a data folder that cannot be written to', async () => {
    const file = join(cloud.directory, 'file')
    await writeFile(file, '')
    expect((await failure({ dataDirectory: join(file, 'data') })).code).toBe('DATA_NOT_WRITABLE')
  })

  test('a killed process leaves its data to the next', async () => {
    const dataDirectory = join(cloud.directory, 'killed')
    const root = join(__dirname, '..', '..')
    const script = `
      const { createLocalCloud } = require('./local/cloud/local-cloud')
      createLocalCloud({
        dataDirectory: ${JSON.stringify(dataDirectory)},
        functionsDirectory: ${JSON.stringify(cloud.functionsDirectory)},
        appId: 'wx1', envId: 'killed-env', merchant: { subMchId: '1' },
        collections: [{ name: 'things', indexes: [] }], subscribeTemplates: [],
        pages: () => [], port: 0,
      }).then(async (cloud) => {
        cloud.users.visit('survivor')
        const request = { collectionName: 'things', data: ['{"_id":"kept"}'] }
        await cloud.database.handle('database.insertDocument', request)
        console.log('ready')
      })`
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    const next = await createLocalCloud(options({ dataDirectory }))
    const [kept, survivor] = [next.database.list('things'), next.users.list()]
    await next.stop()
    expect(kept).toEqual([{ _id: 'kept' }])
    expect(survivor.map(({ name }) => name)).toEqual(['survivor'])
  }, 20_000)
})

test('a snapshot brings everything back: documents, files, users, clock', async () => {
  const { database, storage, users, clock } = cloud.cloud
  await cloud.post('/local/reset')
  database.load('things', [{ _id: 'dated', at: new Date(5) }])
  await storage.put('kept.txt', Readable.from([Buffer.from('kept')]))
  users.visit('kept')
  await clock.advance(60_000)
  const snapshot = await cloud.cloud.snapshot()
  const before = database.list('things')
  database.load('things', [{ _id: 'dated', at: 'changed' }, { _id: 'later' }])
  await storage.remove('kept.txt')
  users.visit('later')
  await clock.advance(60_000)
  await cloud.cloud.restore(snapshot)
  expect(database.list('things')).toEqual(before)
  expect(await (await fetch(`${cloud.cloud.url}/files/kept.txt`)).text()).toBe('kept')
  expect(users.list().map(({ name }) => name)).toEqual(['kept'])
  expect(clock.offsetMs).toBeLessThan(120_000)
  expect((await cloud.call('hello')).result).toEqual({ hello: 'world' })
})
