import { beforeEach, describe, expect, test } from '@jest/globals'
import type { ReviewDocument } from '../_kit/documents/care'
import type { ProductDocument } from '../_kit/documents/catalog'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const picture = 'cloud://fake-env.fake/care/1.jpg'
const parcel = { carrier: 'SF', trackingNumber: 'SF-7654321' } as const
const dayMs = 86_400_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
  wordsAre('pass')
  fakeCloud.files.set(picture, Buffer.from('picture'))
  let traces = 0
  fakeCloud.answer('openapi.security.mediaCheckAsync', () => ({ trace_id: `trace-${++traces}` }))
})

const wordsAre = (suggest: string) =>
  fakeCloud.answer('openapi.security.msgSecCheck', { result: { suggest, label: 100 } })
const verdictOn = (traceId: string, suggest: string) =>
  shop.push({
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: traceId,
    result: { suggest, label: 100 },
  })

async function received(user = 'anna', skuId = 'spring-50') {
  const placed = await shop.paidOrder(user, skuId)
  await shop.call('packer', 'console.ship', { orderId: placed.orderId, ...parcel })
  await shop.call(user, 'order.confirmReceipt', { orderId: placed.orderId })
  return { orderId: placed.orderId, skuId }
}
const listed = (filter: 'all' | 'good' | 'bad' | 'withPictures' | 'followUp' = 'all') =>
  shop.call(undefined, 'care.listReviews', { productId: 'spring', filter })
const rating = () => shop.one<ProductDocument>('products', 'spring').rating
const reviewOf = (id: string) => shop.one<ReviewDocument>('reviews', id)

describe('a review', () => {
  test('is for who received it, once a line', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const review = { orderId, skuId: 'spring-50', score: 5, text: '好茶' }
    expect(await shop.refusal('anna', 'care.writeReview', review)).toEqual({
      code: 'REVIEW_NOT_YET',
    })
    expect(await shop.refusal('bert', 'care.writeReview', review)).toEqual({
      code: 'ORDER_NOT_FOUND',
    })
    const bought = await received()
    const replies = await Promise.all(
      [1, 2].map(() => shop.send('anna', 'care.writeReview', { ...review, ...bought })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(rating()).toMatchObject({ count: 1, sum: 5 })
  })

  test('has an id that does not tell whose order it was, also beside one that does', async () => {
    const { orderId, skuId } = await received()
    const review = { orderId, skuId, score: 5 }
    const { reviewId } = await shop.call('anna', 'care.writeReview', review)
    expect(reviewId).not.toContain(orderId)
    // Written before ids were like that: it still is the one review of its line.
    const old = await received('bert')
    const plainId = `${old.orderId}:${old.skuId}`
    shop.put('reviews', [{ ...reviewOf(reviewId), ...old, _id: plainId, memberId: 'bert' }])
    expect(await shop.refusal('bert', 'care.writeReview', { ...old, score: 1 })).toEqual({
      code: 'REVIEW_WRITTEN',
    })
    expect((await shop.call('bert', 'care.listMyReviews', { tab: 'waiting' })).lines).toEqual([])
    const followed = { reviewId: plainId, text: '喝完了，还想买' }
    expect(await shop.call('bert', 'care.followUpReview', followed)).toEqual({ reviewId: plainId })
  })

  test('is seen when words and pictures have passed, and counts from then on', async () => {
    const bought = await received()
    const review = { ...bought, score: 4, text: '香', pictures: [picture] }
    const { reviewId } = await shop.call('anna', 'care.writeReview', review)
    expect((await listed()).reviews).toEqual([])
    expect(rating()).toBeUndefined()
    await verdictOn('trace-1', 'pass')
    await verdictOn('trace-1', 'pass')
    expect((await listed('withPictures')).reviews).toMatchObject([{ id: reviewId, score: 4 }])
    expect(rating()).toEqual({ count: 1, sum: 4, stars: [0, 0, 0, 1, 0], withPictures: 1 })
  })

  test('is seen also when the verdict is faster than we are', async () => {
    const bought = await received()
    await verdictOn('trace-1', 'pass')
    await shop.call('anna', 'care.writeReview', { ...bought, score: 5, pictures: [picture] })
    expect((await listed()).reviews).toHaveLength(1)
  })

  test('with risky words or pictures stays unseen and is left to staff', async () => {
    const first = await received()
    wordsAre('risky')
    const risky = await shop.call('anna', 'care.writeReview', { ...first, score: 5, text: '…' })
    wordsAre('pass')
    const second = await received('bert')
    const pictured = { ...second, score: 5, text: '好', pictures: [picture] }
    const { reviewId } = await shop.call('bert', 'care.writeReview', pictured)
    await verdictOn('trace-1', 'risky')
    expect((await listed()).reviews).toEqual([])
    expect(reviewOf(reviewId).check).toBe('refused')
    const { reviews } = await shop.call('service', 'console.listReviews', { tab: 'open' })
    expect(reviews.map(({ id }) => id).sort()).toEqual([reviewId, risky.reviewId].sort())
    // A person may see that the check was wrong.
    await shop.call('service', 'console.showReview', { reviewId, isShown: true })
    expect((await listed()).reviews).toHaveLength(1)
  })

  test('that WeChat will not look at any more waits for staff', async () => {
    fakeCloud.refuse('openapi.security.msgSecCheck', 61010, 'code is expired')
    const bought = await received()
    const { reviewId } = await shop.call('anna', 'care.writeReview', {
      ...bought,
      score: 5,
      text: '好茶',
    })
    expect(reviewOf(reviewId)).toMatchObject({ check: 'waiting', needsStaff: true })
  })

  test('can be hidden and shown, and the rating follows', async () => {
    const bought = await received()
    const { reviewId } = await shop.call('anna', 'care.writeReview', { ...bought, score: 1 })
    expect(rating()?.count).toBe(1)
    for (const isShown of [false, false, true])
      await shop.call('manager', 'console.showReview', { reviewId, isShown })
    expect(rating()).toMatchObject({ count: 1, sum: 1 })
    await shop.call('manager', 'console.showReview', { reviewId, isShown: false })
    expect(rating()).toMatchObject({ count: 0, sum: 0 })
    expect((await listed()).reviews).toEqual([])
  })

  test('is answered by staff, and found by its score', async () => {
    const bought = await received()
    const { reviewId } = await shop.call('anna', 'care.writeReview', {
      ...bought,
      score: 2,
      text: '有点淡',
      isUnnamed: true,
    })
    await shop.call('service', 'console.answerReview', { reviewId, text: '多放两克试试' })
    expect((await listed('bad')).reviews).toMatchObject([{ reply: { text: '多放两克试试' } }])
    expect((await listed('good')).reviews).toEqual([])
    expect((await shop.call('service', 'console.listReviews', { tab: 'open' })).reviews).toEqual([])
  })

  test('takes one later word within half a year, with a check of its own', async () => {
    const bought = await received()
    const { reviewId } = await shop.call('anna', 'care.writeReview', {
      ...bought,
      score: 5,
      text: '好',
    })
    shop.advance(100 * dayMs)
    wordsAre('risky')
    await shop.call('anna', 'care.followUpReview', { reviewId, text: '坏话' })
    expect((await listed()).reviews[0]).not.toHaveProperty('followUp')
    await shop.call('owner', 'console.showReview', { reviewId, isShown: true })
    expect((await listed('followUp')).reviews).toMatchObject([{ followUp: { text: '坏话' } }])
    expect(await shop.refusal('anna', 'care.followUpReview', { reviewId, text: '再来' })).toEqual({
      code: 'REVIEW_WRITTEN',
    })
    expect(await shop.refusal('bert', 'care.followUpReview', { reviewId, text: '我' })).toEqual({
      code: 'REVIEW_NOT_FOUND',
    })
  })

  test('is asked for as long as it is not written', async () => {
    const bought = await received()
    const waiting = async () =>
      (await shop.call('anna', 'care.listMyReviews', { tab: 'waiting' })).lines.map(({ id }) => id)
    expect(await waiting()).toHaveLength(1)
    await shop.call('anna', 'care.writeReview', { ...bought, score: 5 })
    expect(await waiting()).toEqual([])
    const { lines } = await shop.call('anna', 'care.listMyReviews', { tab: 'written' })
    expect(lines).toMatchObject([{ canFollowUp: true, review: { score: 5, check: 'passed' } }])
  })
})

describe('a question', () => {
  const ask = (text = '能泡几次？') =>
    shop.call('carl', 'care.askQuestion', { productId: 'spring', text })
  const questions = async () =>
    (await shop.call(undefined, 'care.listQuestions', { productId: 'spring' })).questions

  test('is answered by who bought, and by staff in the shop’s name', async () => {
    const { questionId } = await ask()
    expect(await shop.refusal('bert', 'care.answerQuestion', { questionId, text: '五次' })).toEqual(
      { code: 'QUESTION_BUYERS_ONLY' },
    )
    await shop.paidOrder('anna', 'spring-100')
    await shop.call('anna', 'care.answerQuestion', { questionId, text: '五次' })
    await shop.call('service', 'console.answerQuestion', { questionId, text: '五到六次' })
    expect(await questions()).toMatchObject([
      {
        answers: [
          { by: 'buyer', text: '五次' },
          { by: 'staff', text: '五到六次', nickname: '云山' },
        ],
      },
    ])
    expect((await shop.call('service', 'console.listQuestions', {})).questions).toEqual([])
  })

  test('that did not pass is seen by staff only', async () => {
    wordsAre('review')
    const { questionId } = await ask()
    expect(await questions()).toEqual([])
    const open = await shop.call('service', 'console.listQuestions', {})
    expect(open.questions).toMatchObject([{ id: questionId, check: 'waiting' }])
    await shop.call('service', 'console.showQuestion', { questionId, isShown: true })
    expect(await questions()).toHaveLength(1)
    await shop.call('service', 'console.showQuestion', { questionId, isShown: false })
    expect(await questions()).toEqual([])
  })

  test('and the reviews come to the product page in one answer', async () => {
    await ask()
    await shop.call('anna', 'care.writeReview', { ...(await received()), score: 5 })
    const voices = await shop.call(undefined, 'care.getProductVoices', { productId: 'spring' })
    expect(voices).toMatchObject({
      rating: { count: 1, averageTenths: 50 },
      reviews: [{ score: 5 }],
      questions: [{ text: '能泡几次？' }],
    })
  })
})

test('only WeChat itself pushes verdicts', async () => {
  const forged = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 't', result: {} }
  fakeCloud.as('anna')
  const { main } = await import('../push')
  expect(await main(forged)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(shop.all('mediachecks')).toEqual([])
})
