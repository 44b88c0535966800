import type { QuestionView, RatingView, ReviewView } from '../../../shared/contract/care'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { averageTenths, noRating } from '../../../shared/domain/review'
import type { Rating } from '../../../shared/domain/review'
import type { QuestionDocument, ReviewDocument } from '../documents/care'

export const toRatingView = (rating: Rating = noRating): RatingView => ({
  count: rating.count,
  averageTenths: averageTenths(rating),
  stars: rating.stars,
  withPictures: rating.withPictures,
})

/** A review with its later word only when that may be seen, unless its own writer or staff look. */
export function toReviewView(
  review: ReviewDocument,
  language: Language,
  { isInside = false }: { isInside?: boolean } = {},
): ReviewView {
  const { followUp, reply } = review
  return {
    id: review._id,
    nickname: review.nickname,
    ...(review.avatar === undefined ? {} : { avatar: review.avatar }),
    score: review.score,
    text: review.text,
    pictures: review.pictures,
    options: inLanguage(review.optionWords, language),
    at: review.at,
    ...(followUp && (isInside || followUp.check === 'passed')
      ? { followUp: { text: followUp.text, pictures: followUp.pictures, at: followUp.at } }
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
