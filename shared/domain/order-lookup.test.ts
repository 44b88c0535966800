import { expect, test } from '@jest/globals'
import { lookupWord, lookupWords } from './order-lookup'

const words = lookupWords({
  number: 'Y260321-0427-1863',
  name: 'Ms He',
  phone: '13800000027',
  trackingNumbers: ['SF-12345'],
})

test.each([
  'Y260321-0427-1863',
  'y260321 0427 1863',
  '260321-0427-1863',
  '0427 1863',
  '13800000027',
  '138 0000 0027',
  '0027',
  'ms he',
  ' MS HE',
  'sf-12345',
])('%p finds the order', (typed) => {
  expect(words).toContain(lookupWord(typed))
})

test.each(['1863', '027', 'he', ''])('%p does not', (typed) => {
  expect(words).not.toContain(lookupWord(typed))
})
