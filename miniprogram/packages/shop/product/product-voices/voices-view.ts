import type { QuestionView, RatingView, ReviewView } from '../../../../../shared/contract/care'
import type { MessageTexts } from '../../../../../shared/messages/messages'
import { fill } from '../../../../lib/language'

export interface VoicesView {
  /** Empty while there are no reviews. */
  score: string
  count: string
  reviews: { id: string; name: string; stars: string; text: string; pictures: string[] }[]
  questions: { id: string; text: string; answer: string }[]
}

const mostPictures = 3

/** What the product page says of reviews and questions: the newest few, and how many there are. */
export function toVoicesView(
  {
    rating,
    reviews,
    questions,
  }: { rating: RatingView; reviews: ReviewView[]; questions: QuestionView[] },
  t: MessageTexts['reviews'],
): VoicesView {
  const hasReviews = rating.count > 0
  return {
    score: hasReviews ? (rating.averageTenths / 10).toFixed(1) : '',
    count: hasReviews ? fill(t.summary, { count: rating.count }) : '',
    reviews: reviews.map(({ id, nickname, score, text, pictures }) => ({
      id,
      name: /^\**$/.test(nickname) ? t.customer : nickname,
      stars: fill(t.star, { count: score }),
      text,
      pictures: pictures.slice(0, mostPictures),
    })),
    questions: questions.map(({ id, text, answers }) => ({
      id,
      text,
      // The shop's own word counts most, then the newest.
      answer:
        (answers.find(({ by }) => by === 'staff') ?? answers.slice(-1)[0])?.text ?? t.noAnswer,
    })),
  }
}
