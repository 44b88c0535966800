import { expect, test } from '@jest/globals'
import type { StaffQuestion, StaffReview } from '../../../../shared/contract/console-care'
import { messages } from '../../../../shared/messages/messages'
import { toVoiceRow } from './reviews-view'

const t = messages['zh-CN']
const now = Date.parse('2026-03-22T09:41:00+08:00')
const review: StaffReview = {
  id: 'r',
  nickname: '云**',
  score: 2,
  text: '有点淡',
  pictures: ['a'],
  options: '50 克',
  at: now,
  productId: 'p',
  productName: '云山雾尖',
  check: 'passed',
  isHidden: false,
}

test.each([
  [{}, '', true],
  [{ check: 'waiting' }, '检查还没有结果', false],
  [{ check: 'refused' }, '没有通过检查', false],
  [{ isHidden: true }, '没有展示', false],
  [{ followUpCheck: 'refused' }, '没有通过检查', false],
] as [Partial<StaffReview>, string, boolean][])('a review that is %p', (change, state, isShown) => {
  expect(toVoiceRow({ ...review, ...change }, now, t)).toMatchObject({ state, isShown })
})

test('a question says what of it is held up', () => {
  const question: StaffQuestion = {
    id: 'q',
    text: '能泡几次？',
    nickname: '',
    at: now,
    productId: 'p',
    productName: '云山雾尖',
    check: 'passed',
    isHidden: false,
    answers: [{ id: '1', nickname: '', by: 'buyer', text: '五次', check: 'waiting', at: now }],
  }
  expect(toVoiceRow(question, now, t)).toMatchObject({
    title: '能泡几次？',
    who: '云山雾尖  客人  今天 9:41',
    replies: [{ id: '1', text: '五次' }],
    state: '检查还没有结果',
    isShown: false,
  })
})
