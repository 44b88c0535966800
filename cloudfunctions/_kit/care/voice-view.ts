import type { QuestionView, RatingView, ReviewView } from '../../../shared/contract/care'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { averageTenths, noRating } from '../../../shared/domain/review'
import type { Rating } from '../../../shared/domain/review'
import type { QuestionDocument, ReviewDocument } from '../documents/care'
import { isHeld } from '../storage-rule'

export const toRatingView = (rating: Rating = noRating): RatingView => ({
  count: rating.count,
  averageTenths: averageTenths(rating),
  stars: rating.stars,
  withPictures: rating.withPictures,
})

/**
 * A review with its later word only when that may be seen, unless its own writer or staff look.
 * Nobody but the writer sees a picture that can still be replaced.
 */
export function toReviewView(
  review: ReviewDocument,
  language: Language,
  reader: 'anybody' | 'staff' | 'writer' = 'anybody',
): ReviewView {
  const { followUp, reply, avatar } = review
  const isSeen = (fileId: string) => reader === 'writer' || isHeld(fileId)
  return {
    id: review._id,
    nickname: review.nickname,
    ...(avatar !== undefined && isSeen(avatar) ? { avatar } : {}),
    score: review.score,
    text: review.text,
    pictures: review.pictures.filter(isSeen),
    options: inLanguage(review.optionWords, language),
    at: review.at,
    ...(followUp && (reader !== 'anybody' || followUp.check === 'passed')
      ? {
          followUp: {
            text: followUp.text,
            pictures: followUp.pictures.filter(isSeen),
            at: followUp.at,
          },
        }
      : {}),
    ...(reply ? { reply: { text: reply.text, at: reply.at } } : {}),
  }
}

/** A question with those of its answers that others may see. */
export const toQuestionView = (question: QuestionDocument): QuestionView => ({
  id: question._id,
  text: question.text,
  nickname: question.nickname,
  at: question.at,
  answers: question.answers
    .filter(({ check }) => check === 'passed')
    .map(({ id, nickname, by, text, at }) => ({ id, nickname, by, text, at })),
})
