import { bandOf } from '../../shared/domain/review'
import { partsOf, putReview } from '../_kit/care/checked'
import type { ReviewDocument } from '../_kit/documents/care'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { plainReviewId, reviewIdOf } from '../_kit/ids'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import { isUpload } from '../_kit/storage-rule'
import { shownAs } from './nickname'

export const writeReview: HandlerOf<'care.writeReview'> = async (
  { orderId, skuId, score, text, pictures: named, isUnnamed },
  { memberId, caller, now, fail, transaction },
) => {
  const pictures = named.filter(isUpload)
  const author = await shownAs(memberId, isUnnamed)
  const reviewId = reviewIdOf(orderId, skuId)
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    const line = order?.lines.find((sold) => sold.skuId === skuId)
    if (order?.memberId !== memberId || !line) return fail('ORDER_NOT_FOUND')
    if (order.receivedAt === undefined) fail('REVIEW_NOT_YET')
    for (const id of [reviewId, plainReviewId(orderId, skuId)])
      if (await tx.reviews.get(id)) fail('REVIEW_WRITTEN')
    const review: ReviewDocument = {
      _id: reviewId,
      orderId,
      productId: line.productId,
      skuId,
      name: line.name,
      optionWords: line.optionWords,
      picture: line.picture,
      memberId,
      ...author,
      score,
      band: bandOf(score),
      text,
      pictures,
      check: 'waiting',
      passed: [],
      isHidden: false,
      isShown: false,
      hasPictures: pictures.length > 0,
      hasFollowUp: false,
      // Whoever is unhappy gets an answer.
      needsStaff: bandOf(score) !== 'good',
      at: now,
    }
    if (partsOf(review).length === 0) {
      // Stars alone need no check.
      await putReview(tx, review, { ...review, check: 'passed' })
      return { reviewId }
    }
    await tx.reviews.insert(review)
    entries = [
      newEntry({ kind: 'checkContent', subject: { kind: 'review', id: reviewId } }, memberId, now),
    ]
    await tx.outbox.insert(...entries)
    return { reviewId }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
