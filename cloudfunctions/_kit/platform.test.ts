import { beforeEach, expect, jest, test } from '@jest/globals'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { isClient, servePlatform } from './platform'

const caller = { openId: undefined, clientIp: '', envId: '' }

beforeEach(() => {
  jest.restoreAllMocks()
  jest.spyOn(console, 'info').mockReturnValue()
  jest.spyOn(console, 'error').mockReturnValue()
  jest.spyOn(console, 'warn').mockReturnValue()
  fakeCloud.reset()
})

test.each([
  ['wx_client', 'anna', true],
  ['wx_client', undefined, true],
  ['wx_devtools', undefined, true],
  ['wx_localdebug', undefined, true],
  ['wx_crawler', undefined, true],
  ['wx_http', undefined, true],
  ['wx_unknown', undefined, true],
  ['wx_client,scf', undefined, true],
  ['scf,wx_client', 'anna', true],
  [' wx_client , scf', undefined, true],
  ['wx_trigger,wx_client', undefined, true],
  ['', 'anna', true],
  [',', 'anna', true],
  ['scf', 'anna', true],
  ['wx_tomorrow', 'anna', true],
  ['wx_tomorrow,wx_trigger', 'anna', true],
  ['WX_TRIGGER', 'anna', true],
  ['', undefined, false],
  ['scf', undefined, false],
  ['wx_tomorrow', undefined, false],
  ['timer', undefined, false],
  ['wx_trigger', 'anna', false],
  ['wx_trigger,scf', 'anna', false],
  ['wx_paycallback', undefined, false],
  ['wx_paycallback', 'anna', false],
])('a call from %p by %p is a client’s: %p', (source, openId, expected) => {
  expect(isClient({ ...caller, source, openId })).toBe(expected)
})

test('a client gets FORBIDDEN and nothing happens', async () => {
  const handler = jest.fn(async () => 'done')
  const main = servePlatform('tick', handler)
  fakeCloud.as('anna')
  expect(await main({ Type: 'Timer' }, { request_id: 'r-1' })).toEqual({
    ok: false,
    error: { code: 'FORBIDDEN' },
    requestId: 'r-1',
  })
  expect(handler).not.toHaveBeenCalled()
  fakeCloud.as(undefined)
  expect(await main({ Type: 'Timer' })).toBe('done')
})

test('a timer is known by its trigger', async () => {
  const main = servePlatform('tick', async () => 'done')
  process.env.TRIGGER_SRC = 'timer'
  try {
    expect(await main({})).toBe('done')
  } finally {
    delete process.env.TRIGGER_SRC
  }
})

test('an error is thrown on, so that the platform comes again', async () => {
  const main = servePlatform('paynotify', () => Promise.reject(new Error('no answer')))
  await expect(main({})).rejects.toThrow('no answer')
  expect(String(jest.mocked(console.error).mock.calls[0]?.[0])).toContain('no answer')
})
