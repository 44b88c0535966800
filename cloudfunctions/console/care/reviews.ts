import type { StaffReview } from '../../../shared/contract/console-care'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { putReview } from '../../_kit/care/checked'
import { toReviewView } from '../../_kit/care/voice-view'
import type { Checked, ReviewDocument } from '../../_kit/documents/care'
import type { HandlerOf } from '../../_kit/handler-of'
import { pageStaffReviews } from '../../_kit/repos/reviews'
import { isHeld } from '../../_kit/storage-rule'

const pageSize = 20

export const listReviews: HandlerOf<'console.listReviews'> = async (
  { tab, cursor },
  { language },
) => {
  const page = await pageStaffReviews(tab, pageSize, cursor)
  return {
    reviews: page.documents.map((review) => toStaffReview(review, language)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

const toStaffReview = (review: ReviewDocument, language: Language): StaffReview => ({
  ...toReviewView(review, language, 'staff'),
  productId: review.productId,
  productName: inLanguage(review.name, language),
  check: review.check,
  ...(review.followUp ? { followUpCheck: review.followUp.check } : {}),
  isHidden: review.isHidden,
})

export const answerReview: HandlerOf<'console.answerReview'> = (
  { reviewId, text },
  { memberId: staffId, now, fail, transaction },
) =>
  transaction(async (tx) => {
    const review = await tx.reviews.get(reviewId)
    if (!review) return fail('REVIEW_NOT_FOUND')
    const reply = { text, at: now, staffId }
    await putReview(tx, review, { ...review, reply, needsStaff: false })
    return { reviewId }
  })

/** Passed by a person, who has seen those pictures only that nobody can replace any more. */
const decided = <C extends Checked>(content: C): C =>
  content.check === 'passed'
    ? content
    : { ...content, check: 'passed', pictures: content.pictures.filter(isHeld) }

export const showReview: HandlerOf<'console.showReview'> = (
  { reviewId, isShown },
  { fail, transaction },
) =>
  transaction(async (tx) => {
    const review = await tx.reviews.get(reviewId)
    if (!review) return fail('REVIEW_NOT_FOUND')
    const { followUp } = review
    const changed: ReviewDocument = isShown
      ? {
          ...decided(review),
          isHidden: false,
          ...(followUp ? { followUp: decided(followUp) } : {}),
        }
      : { ...review, isHidden: true }
    const after = await putReview(tx, review, { ...changed, needsStaff: false })
    return { isShown: after.isShown }
  })
