import { afterEach, expect, test } from '@jest/globals'
import { hasNewMessages, rememberSeen } from './inbox'

const stored = new Map<string, unknown>()
const world = globalThis as { wx?: unknown }
world.wx = {
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => stored.set(key, value),
}
afterEach(() => stored.clear())

test('without messages nothing is new', () => {
  expect(hasNewMessages(undefined)).toBe(false)
})

test('a message is new until it was looked at', () => {
  expect(hasNewMessages(5)).toBe(true)
  rememberSeen(5)
  expect(hasNewMessages(5)).toBe(false)
  expect(hasNewMessages(6)).toBe(true)
})

test('looking at an older list forgets nothing', () => {
  rememberSeen(5)
  rememberSeen(3)
  expect(hasNewMessages(5)).toBe(false)
})
