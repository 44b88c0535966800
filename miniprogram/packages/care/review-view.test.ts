import { expect, test } from '@jest/globals'
import type { MyReview, ReviewView } from '../../../shared/contract/care'
import { messages } from '../../../shared/messages/messages'
import { toMyReviewRow, toRatingSummary, toReviewRow } from './review-view'

const t = messages['zh-CN'].reviews
const review: ReviewView = {
  id: 'o:s',
  nickname: '云**',
  score: 5,
  text: '好茶',
  pictures: [],
  options: '50 克',
  at: Date.parse('2026-03-22T09:41:00+08:00'),
}
const mine: MyReview = {
  id: 'o:s',
  orderId: 'o',
  line: {
    lineIndex: 0,
    skuId: 's',
    productId: 'p',
    name: '云山雾尖',
    options: '50 克',
    picture: '',
    quantity: 1,
  },
  canFollowUp: false,
}

test('a review says who, when and what, and somebody without a name is a customer', () => {
  expect(toReviewRow(review, t)).toMatchObject({
    name: '云**',
    about: '2026-3-22  50 克',
    spoken: '5 星',
  })
  for (const nickname of ['', '**'])
    expect(toReviewRow({ ...review, nickname }, t).name).toBe('一位客人')
})

test('the summary counts from five stars down', () => {
  const rating = { count: 4, averageTenths: 43, stars: [0, 0, 1, 1, 2], withPictures: 0 }
  const summary = toRatingSummary(rating, t)!
  expect([summary.score, summary.count]).toEqual(['4.3', '4 条评价'])
  expect(summary.bars.map(({ star, percent }) => [star, percent])).toEqual([
    [5, 50],
    [4, 25],
    [3, 25],
    [2, 0],
    [1, 0],
  ])
  expect(toRatingSummary({ ...rating, count: 0 }, t)).toBeUndefined()
})

test('one’s own lines say what can be done and whether others see it', () => {
  expect(toMyReviewRow(mine, t)).toMatchObject({ button: '写评价', isFollowUp: false })
  const written = { ...review, check: 'waiting', isHidden: false } as const
  expect(toMyReviewRow({ ...mine, review: written, canFollowUp: true }, t)).toMatchObject({
    button: '追评',
    isFollowUp: true,
    review: { state: '检查中，还只有你能看到' },
  })
  const shown = { ...written, check: 'passed' } as const
  expect(toMyReviewRow({ ...mine, review: shown }, t).review?.state).toBe('')
})
