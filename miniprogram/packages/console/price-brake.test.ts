import { expect, test } from '@jest/globals'
import { messages } from '../../../shared/messages/messages'
import { isSteep, steepPricesText } from './price-brake'

test.each([
  ['a slip of the decimal point', 26_800, 100, true],
  ['just below half', 10_000, 4999, true],
  ['exactly half', 10_000, 5000, false],
  ['a usual offer', 10_000, 8000, false],
  ['no change', 10_000, 10_000, false],
  ['exactly double', 10_000, 20_000, false],
  ['just above double', 10_000, 20_001, true],
])('%s', (_, beforeFen, afterFen, steep) => {
  expect(isSteep({ name: '', beforeFen, afterFen })).toBe(steep)
})

test('each steep price is named with what it was and what it would be', () => {
  const t = messages['zh-CN'].stock
  const changes = [
    { name: '50 克', beforeFen: 26_800, afterFen: 100 },
    { name: '100 克', beforeFen: 10_000, afterFen: 9000 },
    { name: '250 克', beforeFen: 5880, afterFen: 58_800 },
  ]
  expect(steepPricesText(changes, t)).toBe('50 克：¥268 → ¥1\n250 克：¥58.80 → ¥588')
  expect(steepPricesText(changes, messages.en.stock)).toBe(
    '50 克: ¥268 → ¥1\n250 克: ¥58.80 → ¥588',
  )
})

test('usual changes need no question', () => {
  const changes = [{ name: '50 克', beforeFen: 10_000, afterFen: 9000 }]
  expect(steepPricesText(changes, messages['zh-CN'].stock)).toBe('')
})

test('a long list says how many more there are', () => {
  const changes = Array.from({ length: 8 }, (_, index) => ({
    name: `${index}`,
    beforeFen: 10_000,
    afterFen: 100,
  }))
  const lines = steepPricesText(changes, messages['zh-CN'].stock).split('\n')
  expect(lines).toHaveLength(6)
  expect(lines[5]).toBe('还有 3 个')
})
