import { expect, test } from '@jest/globals'
import { keyAfter } from './next-key'

test('a lost answer is asked for with the same key', () => {
  const lost = { ok: false, error: { code: 'NETWORK' }, requestId: '' } as const
  expect(keyAfter(lost, 'the-key')).toBe('the-key')
})

test('whatever was answered is over: what comes next has a key of its own', () => {
  const refused = { ok: false, error: { code: 'INTERNAL' }, requestId: 'r' } as const
  expect(keyAfter(refused, 'the-key')).not.toBe('the-key')
  expect(keyAfter({ ok: true }, 'the-key')).not.toBe('the-key')
})
