import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import * as v from 'valibot'
import { action, detail, returns } from '../../shared/contract/define'
import { err, ok } from '../../shared/domain/result'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { collections } from './collections'
import { serve } from './serve'
import type { Handlers } from './serve'

const purse = {
  'purse.peek': action({
    access: 'visitor',
    input: v.strictObject({ coin: v.optional(v.pipe(v.number(), v.integer()), 1) }),
    output: returns<{ coin: number; who: string | undefined }>(),
    errors: { EMPTY: detail(), SHORT: detail<{ missing: number }>() },
  }),
  'purse.take': action({
    access: 'member',
    write: true,
    input: v.strictObject({ coins: v.number() }),
    output: returns<{ left: number }>(),
    errors: { EMPTY: detail(), SHORT: detail<{ missing: number }>() },
  }),
  'purse.drop': action({
    access: 'member',
    write: true,
    input: v.strictObject({}),
    output: returns<{ left: number }>(),
    errors: {},
  }),
  'purse.count': action({
    access: { staff: ['owner'] },
    input: v.strictObject({}),
    output: returns<{ coins: number }>(),
    errors: {},
  }),
}

const handlers: Handlers<typeof purse> = {
  'purse.peek': async ({ coin }, { memberId, fail, must }) => {
    if (coin === 0) return fail('EMPTY')
    if (coin < 0) must(err('SHORT', { missing: -coin }))
    if (coin === 13) throw new Error('the secret name of the database')
    return { coin: must(ok(coin)), who: memberId }
  },
  'purse.take': ({ coins }, { memberId, now, fail, transaction }) =>
    transaction(async (tx) => {
      if (coins > 9) fail('SHORT', { missing: coins - 9 })
      await tx.carts.put({ _id: memberId, entries: [], updatedAt: now })
      return { left: 9 - coins }
    }),
  'purse.drop': async () => ({ left: 0 }),
  'purse.count': async () => ({ coins: 9 }),
}

const main = serve(purse, handlers)
const call = (event: unknown) => main(event, { request_id: 'r-1' })
const once = 'a-once-key'

beforeEach(() => {
  jest.restoreAllMocks()
  jest.spyOn(console, 'info').mockReturnValue()
  jest.spyOn(console, 'error').mockReturnValue()
  jest.spyOn(console, 'warn').mockReturnValue()
  fakeCloud.reset()
  fakeCloud.schema(Object.fromEntries(collections.map(({ name }) => [name, []])))
})

describe('a request', () => {
  test('that writes is an error of ours when nothing was committed under its once-key', async () => {
    fakeCloud.as('anna')
    expect(await call({ action: 'purse.drop', input: {}, once })).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL' },
    })
    expect(console.error).toHaveBeenCalled()
  })

  test('reaches its handler with defaults filled in, and comes back with its id', async () => {
    fakeCloud.as('anna')
    expect(await call({ action: 'purse.peek', input: {} })).toEqual({
      ok: true,
      data: { coin: 1, who: 'anna' },
      requestId: 'r-1',
    })
  })

  test.each(['purse.steal', 'toString', '__proto__', 'constructor', ''])(
    'for the action %p is unknown',
    async (name) => {
      expect(await call({ action: name, input: {} })).toMatchObject({
        ok: false,
        error: { code: 'UNKNOWN_ACTION' },
      })
    },
  )

  test.each([
    [undefined, 'object'],
    ['text', 'object'],
    [[], 'object'],
    [{ input: {} }, 'action'],
    [{ action: 'purse.peek' }, 'input'],
    [{ action: 'purse.peek', input: {}, openId: 'mallory' }, 'openId'],
    [{ action: 'purse.peek', input: {}, language: 'de' }, 'language'],
    [{ action: 'purse.peek', input: { coin: 'x' } }, 'coin'],
    [{ action: 'purse.peek', input: { coin: 1, extra: 1 } }, 'extra'],
    [{ action: 'purse.peek', input: null }, 'input'],
  ])('that is %j is refused, naming %p', async (event, path) => {
    const reply = await call(event)
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(JSON.stringify(reply)).toContain(path)
  })

  test('may carry what WeChat adds to every event', async () => {
    const userInfo = { appId: 'wx', openId: 'mallory' }
    fakeCloud.as('anna')
    expect(await call({ action: 'purse.peek', input: {}, userInfo })).toMatchObject({
      data: { who: 'anna' },
    })
  })
})

describe('a failure', () => {
  test('that was declared comes back with its data', async () => {
    expect(await call({ action: 'purse.peek', input: { coin: 0 } })).toEqual({
      ok: false,
      error: { code: 'EMPTY' },
      requestId: 'r-1',
    })
    expect(await call({ action: 'purse.peek', input: { coin: -4 } })).toMatchObject({
      error: { code: 'SHORT', detail: { missing: 4 } },
    })
  })

  test('of ours is logged with the request’s id and says nothing to the caller', async () => {
    const reply = await call({ action: 'purse.peek', input: { coin: 13 } })
    expect(reply).toEqual({ ok: false, error: { code: 'INTERNAL' }, requestId: 'r-1' })
    const logged = String(jest.mocked(console.error).mock.calls[0]?.[0])
    expect(logged).toContain('the secret name')
    expect(logged).toContain('r-1')
  })
})

describe('who may', () => {
  test('a member’s action needs a member', async () => {
    fakeCloud.as(undefined)
    expect(await call({ action: 'purse.take', input: { coins: 1 }, once })).toMatchObject({
      error: { code: 'UNAUTHORIZED' },
    })
  })

  test('a staff action needs one of the roles it names', async () => {
    fakeCloud.database.load('staff', [{ _id: 'bert', name: 'Bert', roles: ['packer'] }])
    fakeCloud.database.load('staff', [{ _id: 'olga', name: 'Olga', roles: ['packer', 'owner'] }])
    const codes = []
    for (const user of [undefined, 'anna', 'bert', 'olga']) {
      fakeCloud.as(user)
      const reply = await call({ action: 'purse.count', input: {} })
      codes.push(reply.ok ? 'ok' : reply.error.code)
    }
    expect(codes).toEqual(['UNAUTHORIZED', 'FORBIDDEN', 'FORBIDDEN', 'ok'])
  })

  test('each call is who it was when it came, whoever comes meanwhile', async () => {
    const users = ['anna', 'bert', 'cleo']
    const replies = await Promise.all(
      users.map((user) => {
        fakeCloud.as(user)
        return call({ action: 'purse.peek', input: {} })
      }),
    )
    expect(replies.map((reply) => reply.ok && reply.data)).toEqual(
      users.map((who) => ({ coin: 1, who })),
    )
  })
})

describe('a write', () => {
  beforeEach(() => fakeCloud.as('anna'))
  const take = (coins: number, key: string | undefined = once) =>
    call({ action: 'purse.take', input: { coins }, once: key })

  test('needs a once-key', async () => {
    expect(await call({ action: 'purse.take', input: { coins: 1 } })).toMatchObject({
      error: { code: 'INVALID_INPUT', detail: [{ path: 'once', reason: 'required' }] },
    })
    expect(await take(1, 'short')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  })

  test('is done once and answered the same', async () => {
    expect(await take(2)).toMatchObject({ data: { left: 7 } })
    expect(await take(2)).toMatchObject({ data: { left: 7 } })
    expect(await take(3)).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  })

  test('that was refused can be tried again with the same key', async () => {
    expect(await take(10)).toMatchObject({ error: { code: 'SHORT', detail: { missing: 1 } } })
    expect(fakeCloud.database.list('carts', {})).toEqual([])
    expect(await take(2)).toMatchObject({ data: { left: 7 } })
  })

  test('survives an answer that was lost at the commit', async () => {
    const wire = fakeCloud.wire.bind(fakeCloud)
    const spy = jest.spyOn(fakeCloud, 'wire').mockImplementation(async (name, request) => {
      const answer = await wire(name, request)
      if (name === 'database.commitTransaction') {
        spy.mockRestore()
        throw new Error('socket hang up')
      }
      return answer
    })
    expect(await take(2)).toMatchObject({ ok: true, data: { left: 7 } })
  })

  test('is slowed down when there are too many of them', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(1_000_000)
    fakeCloud.as('robot')
    const codes = new Set<string>()
    for (let at = 0; at < 205; at += 1) {
      const reply = await take(99, `robot-key-${at}`)
      codes.add(reply.ok ? 'ok' : reply.error.code)
    }
    expect(codes).toEqual(new Set(['SHORT', 'RATE_LIMITED']))
  })
})

test('every invocation leaves one line, without the member’s name', async () => {
  fakeCloud.as('anna')
  await call({ action: 'purse.peek', input: { coin: 0 } })
  const line = JSON.parse(String(jest.mocked(console.info).mock.calls[0]?.[0])) as object
  expect(line).toMatchObject({
    event: 'invocation',
    requestId: 'r-1',
    action: 'purse.peek',
    outcome: 'EMPTY',
    durationMs: expect.any(Number),
    member: expect.stringMatching(/^[\w-]{10}$/),
  })
  expect(JSON.stringify(line)).not.toContain('anna')
})

/** Compiled, never run: what must not compile. */
export function mustNotCompile(): void {
  // @ts-expect-error a handler is missing
  serve(purse, { 'purse.peek': handlers['purse.peek'], 'purse.take': handlers['purse.take'] })
  // @ts-expect-error an action that is not declared
  serve(purse, { ...handlers, 'purse.steal': handlers['purse.peek'] })
  serve(purse, {
    ...handlers,
    // @ts-expect-error a wrong output
    'purse.count': async () => ({ coins: '9' }),
  })
  serve(purse, {
    ...handlers,
    'purse.peek': async (input, { fail }) => {
      // @ts-expect-error a wrong input
      input.coins.toFixed()
      // @ts-expect-error an error that is not declared
      if (input.coin === 1) fail('ROBBED')
      // @ts-expect-error an error without the data it declares
      if (input.coin === 2) fail('SHORT')
      // @ts-expect-error data where none is declared
      if (input.coin === 3) fail('EMPTY', { missing: 1 })
      // @ts-expect-error data of another shape
      if (input.coin === 4) fail('SHORT', { missing: 'x' })
      return fail('EMPTY')
    },
  })
  serve(purse, {
    ...handlers,
    'purse.peek': async (_input, context) => {
      // @ts-expect-error a rule's code that is not declared
      context.must(err('ROBBED'))
      // @ts-expect-error a visitor may have no id
      context.memberId.length.toFixed()
      // @ts-expect-error a read has no transaction
      void context.transaction
      return { coin: 1, who: '' }
    },
  })
}
