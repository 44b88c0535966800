import { toQuestionView, toRatingView, toReviewView } from '../_kit/care/voice-view'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { pageQuestions } from '../_kit/repos/questions'
import { pageReviews } from '../_kit/repos/reviews'

/** As many as fit the product page. */
const shown = 2

export const getProductVoices: HandlerOf<'care.getProductVoices'> = async (
  { productId },
  { language, fail },
) => {
  const [product, reviews, questions] = await Promise.all([
    db.products.get(productId),
    pageReviews(productId, 'all', shown),
    pageQuestions(productId, shown),
  ])
  if (!product) return fail('PRODUCT_NOT_FOUND')
  return {
    rating: toRatingView(product.rating),
    reviews: reviews.documents.map((review) => toReviewView(review, language)),
    questions: questions.documents.map(toQuestionView),
  }
}
