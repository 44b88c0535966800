import { expect, test } from '@jest/globals'
import { checked, nextWithout } from './batch'
import type { BatchRow } from './batch'

const row = (id: string, trackingNumber: string, state: BatchRow['state'] = 'open'): BatchRow => ({
  id,
  number: id,
  goods: '',
  person: '',
  trackingNumber,
  state,
  problem: '',
  once: id,
})

test('a scanned number goes to the first order without one that has not left', () => {
  expect(nextWithout([row('a', '', 'sent'), row('b', 'SF1234567'), row('c', '')])).toBe(2)
  expect(nextWithout([row('a', 'SF1234567')])).toBeUndefined()
})

test('says of each order whether its number can go', () => {
  const rows = [row('a', 'SF1234567'), row('b', '12'), row('c', ''), row('d', 'ZT7654321')]
  expect(checked(rows, 'wrong', 'twice').map(({ state }) => state)).toEqual([
    'open',
    'asked',
    'asked',
    'open',
  ])
})

test('a number on two parcels is refused on both, whatever its case', () => {
  const rows = checked([row('a', 'SF1234567'), row('b', ' sf1234567')], 'wrong', 'twice')
  expect(rows.map(({ problem }) => problem)).toEqual(['twice', 'twice'])
})

test('the number of a parcel that left stays taken', () => {
  const [sent, next] = checked([row('a', 'SF1234567', 'sent'), row('b', 'SF1234567')], 'w', 'twice')
  expect(sent?.state).toBe('sent')
  expect(next?.problem).toBe('twice')
})
