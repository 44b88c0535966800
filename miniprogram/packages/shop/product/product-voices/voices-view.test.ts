import { expect, test } from '@jest/globals'
import { messages } from '../../../../../shared/messages/messages'
import { toVoicesView } from './voices-view'

const t = messages['zh-CN'].reviews
const rating = { count: 12, averageTenths: 48, stars: [0, 0, 0, 2, 10], withPictures: 3 }

test('the page says score and number, or nothing while nobody has reviewed', () => {
  expect(toVoicesView({ rating, reviews: [], questions: [] }, t)).toMatchObject({
    score: '4.8',
    count: '12 条评价',
  })
  const none = { ...rating, count: 0, averageTenths: 0 }
  expect(toVoicesView({ rating: none, reviews: [], questions: [] }, t).score).toBe('')
})

test('the shop’s answer comes before the newest, and none is said', () => {
  const answer = (by: 'staff' | 'buyer', text: string) => ({
    id: text,
    nickname: '',
    by,
    text,
    at: 0,
  })
  const question = (answers: ReturnType<typeof answer>[]) => ({
    id: 'q',
    text: '能泡几次？',
    nickname: '',
    at: 0,
    answers,
  })
  const answers = (given: ReturnType<typeof answer>[]) =>
    toVoicesView({ rating, reviews: [], questions: [question(given)] }, t).questions[0]?.answer
  expect(answers([answer('staff', '五次'), answer('buyer', '六次')])).toBe('五次')
  expect(answers([answer('buyer', '五次'), answer('buyer', '六次')])).toBe('六次')
  expect(answers([])).toBe('还没有回答')
})
