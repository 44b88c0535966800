import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { averageTenths, bandOf, canFollowUp, noRating, rated, unnamed } from './review'

const dayMs = 86_400_000

test.each([
  [5, 'good'],
  [4, 'good'],
  [3, 'middle'],
  [2, 'bad'],
  [1, 'bad'],
] as const)('%i stars are %s', (score, band) => {
  expect(bandOf(score)).toBe(band)
})

test('a rating is the sum of the reviews that are in it, in whatever order they come and go', () => {
  const review = fc.record({ score: fc.integer({ min: 1, max: 5 }), hasPictures: fc.boolean() })
  fc.assert(
    fc.property(fc.array(review), fc.array(review), (kept, gone) => {
      let rating = noRating
      for (const one of [...gone, ...kept]) rating = rated(rating, one, 1)
      for (const one of gone) rating = rated(rating, one, -1)
      expect(rating.count).toBe(kept.length)
      expect(rating.sum).toBe(kept.reduce((sum, { score }) => sum + score, 0))
      expect(rating.stars).toEqual(
        [1, 2, 3, 4, 5].map((star) => kept.filter(({ score }) => score === star).length),
      )
      expect(rating.withPictures).toBe(kept.filter(({ hasPictures }) => hasPictures).length)
      const average = averageTenths(rating)
      expect(average === 0 || (average >= 10 && average <= 50)).toBe(true)
    }),
  )
})

test('a later word is for half a year, once', () => {
  expect(canFollowUp({ at: 0 }, 180 * dayMs)).toBe(true)
  expect(canFollowUp({ at: 0 }, 180 * dayMs + 1)).toBe(false)
  expect(canFollowUp({ at: 0, followUp: {} }, 0)).toBe(false)
})

test('who stays unnamed keeps a first character', () => {
  expect(unnamed('云山茶客')).toBe('云**')
  expect(unnamed('')).toBe('**')
})
