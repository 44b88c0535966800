import { canFollowUp } from '../../shared/domain/review'
import type { HandlerOf } from '../_kit/handler-of'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import { isUpload } from '../_kit/storage-rule'

export const followUpReview: HandlerOf<'care.followUpReview'> = async (
  { reviewId, text, pictures: named },
  { memberId, caller, now, fail, transaction },
) => {
  const pictures = named.filter(isUpload)
  const entry = newEntry(
    { kind: 'checkContent', subject: { kind: 'followUp', id: reviewId } },
    memberId,
    now,
  )
  const answer = await transaction(async (tx) => {
    const review = await tx.reviews.get(reviewId)
    if (review?.memberId !== memberId) return fail('REVIEW_NOT_FOUND')
    if (review.followUp) fail('REVIEW_WRITTEN')
    if (!canFollowUp(review, now)) fail('REVIEW_TOO_LATE')
    await tx.reviews.put({
      ...review,
      followUp: { text, pictures, at: now, check: 'waiting', passed: [] },
    })
    await tx.outbox.insert(entry)
    return { reviewId }
  })
  await runFresh([entry], { envId: caller.envId, now })
  return answer
}
