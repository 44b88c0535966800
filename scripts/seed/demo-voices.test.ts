import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { demoCatalogue } from '../demo/catalogue/catalogue'
import { catalogueDocuments } from './catalogue-documents'
import { voiceDocuments, withRatings } from './demo-voices'

const now = Date.UTC(2026, 2, 21, 1)
const names = fs.readdirSync(path.join(__dirname, '..', 'demo', 'pictures'))
const goods = catalogueDocuments(demoCatalogue, new Map(names.map((name) => [name, name])), now)
const { reviews, questions } = voiceDocuments(goods, now)

test('every review and question is about goods the shop has, and in the past', () => {
  expect(reviews.every(({ at, reply }) => at < now && (reply?.at ?? at) < now)).toBe(true)
  expect(questions.every(({ at, answers }) => at < now && answers.length === 1)).toBe(true)
  expect(new Set(reviews.map(({ _id }) => _id)).size).toBe(reviews.length)
})

test('nobody is named', () => {
  for (const { nickname } of [...reviews, ...questions]) expect(nickname).toMatch(/^(.\*\*)?$/u)
})

test('a product has the rating its reviews add up to', () => {
  const tip = withRatings(goods.products, reviews).find(({ _id }) => _id === 'tea-cloud-tip')
  expect(tip?.rating).toEqual({ count: 3, sum: 12, stars: [0, 0, 1, 1, 1], withPictures: 0 })
  const quiet = withRatings(goods.products, []).find(({ _id }) => _id === 'tea-cloud-tip')
  expect(quiet?.rating).toBeUndefined()
})
