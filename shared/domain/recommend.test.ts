import { expect, test } from '@jest/globals'
import { countTogether, recommend } from './recommend'
import type { Candidate, Signals } from './recommend'

const day = 86_400_000
const now = 100 * day
const candidate = (id: string, leaf: string, soldCount = 0): Candidate => ({
  id,
  categoryIds: [leaf, 'shop'],
  soldCount,
})
const none: Signals = { interests: [], coViews: new Map(), known: new Set(), now }
const looked = (productId: string, leaf: string, daysAgo = 0) => ({
  productId,
  categoryIds: [leaf, 'shop'],
  weight: 1,
  at: now - daysAgo * day,
})
const ids = (candidates: Candidate[], signals: Partial<Signals>, limit = 9) =>
  recommend(candidates, { ...none, ...signals }, limit).map(({ id }) => id)

test('without anything known, what sells', () => {
  expect(ids([candidate('a', 'x', 3), candidate('b', 'y', 900)], {})).toEqual(['b', 'a'])
})

test('the shelf somebody looks at comes before what sells', () => {
  const shelf = [candidate('pot', 'ware', 500), candidate('green', 'tea', 2)]
  expect(ids(shelf, { interests: [looked('white', 'tea')] })).toEqual(['green', 'pot'])
})

test('what others looked at, too, comes before the shelf', () => {
  const shelf = [candidate('green', 'tea'), candidate('pot', 'ware')]
  const coViews = new Map([['white', new Map([['pot', 5]])]])
  expect(ids(shelf, { interests: [looked('white', 'tea')], coViews })).toEqual(['pot', 'green'])
})

test('an old interest gives way to a new one', () => {
  const shelf = [candidate('green', 'tea'), candidate('pot', 'ware')]
  const interests = [looked('white', 'tea', 30), looked('cup', 'ware', 1)]
  expect(ids(shelf, { interests })).toEqual(['pot', 'green'])
})

test('nothing that is known already, and no row of the same', () => {
  const shelf = [
    candidate('t1', 'tea', 90),
    candidate('t2', 'tea', 80),
    candidate('t3', 'tea', 70),
    candidate('pot', 'ware', 60),
  ]
  expect(ids(shelf, { known: new Set(['t1']) }, 2)).toEqual(['t2', 'pot'])
})

test('what stands together is counted once a person', () => {
  const counts = countTogether('a', [
    ['a', 'b', 'b', 'c'],
    ['b', 'a'],
  ])
  expect([...counts]).toEqual([
    ['b', 2],
    ['c', 1],
  ])
})
