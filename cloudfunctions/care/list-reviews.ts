import { toRatingView, toReviewView } from '../_kit/care/voice-view'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { pageReviews } from '../_kit/repos/reviews'

const pageSize = 10

export const listReviews: HandlerOf<'care.listReviews'> = async (
  { productId, filter, cursor },
  { language, fail },
) => {
  const [product, page] = await Promise.all([
    db.products.get(productId),
    pageReviews(productId, filter, pageSize, cursor),
  ])
  if (!product) return fail('PRODUCT_NOT_FOUND')
  return {
    rating: toRatingView(product.rating),
    reviews: page.documents.map((review) => toReviewView(review, language)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
