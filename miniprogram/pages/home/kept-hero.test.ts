import { expect, test } from '@jest/globals'
import { keepWithoutHero, wasWithoutHero } from './kept-hero'

test('who left the hero out does not see the package’s one at the next start', () => {
  const storage = new Map<string, unknown>()
  let writes = 0
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => {
        writes += 1
        storage.set(key, value)
      },
    },
  })
  keepWithoutHero(false)
  expect([wasWithoutHero(), writes]).toEqual([false, 0])
  keepWithoutHero(true)
  keepWithoutHero(true)
  expect([wasWithoutHero(), writes]).toEqual([true, 1])
  keepWithoutHero(false)
  expect(wasWithoutHero()).toBe(false)
})
