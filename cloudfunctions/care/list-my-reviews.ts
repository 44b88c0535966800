import type { MyReview } from '../../shared/contract/care'
import type { Language } from '../../shared/contract/define'
import { inLanguage } from '../../shared/domain/localized'
import { canFollowUp } from '../../shared/domain/review'
import { toReviewView } from '../_kit/care/voice-view'
import { db } from '../_kit/db'
import type { ReviewDocument } from '../_kit/documents/care'
import type { HandlerOf } from '../_kit/handler-of'
import { plainReviewId, reviewIdOf } from '../_kit/ids'
import { pageOrdersInState } from '../_kit/repos/orders'
import { pageMemberReviews } from '../_kit/repos/reviews'

const pageSize = 10

export const listMyReviews: HandlerOf<'care.listMyReviews'> = async (
  { tab, cursor },
  { memberId, language, now },
) => {
  if (tab === 'written') {
    const page = await pageMemberReviews(memberId, pageSize, cursor)
    return {
      lines: page.documents.map((review) => toMyReview(review, language, now)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    }
  }
  const page = await pageOrdersInState(memberId, ['completed'], now, pageSize, cursor)
  const bought = page.documents.flatMap(({ _id: orderId, lines }) =>
    lines.map((line, lineIndex) => ({
      id: reviewIdOf(orderId, line.skuId),
      plainId: plainReviewId(orderId, line.skuId),
      orderId,
      line,
      lineIndex,
    })),
  )
  const written = await db.reviews.getMany(
    bought.flatMap(({ id, plainId }) => [id, plainId]),
    ['memberId'],
  )
  return {
    lines: bought
      .filter(({ id, plainId }) => !written.has(id) && !written.has(plainId))
      .map(({ id, orderId, line, lineIndex }): MyReview => ({
        id,
        orderId,
        line: {
          lineIndex,
          skuId: line.skuId,
          productId: line.productId,
          name: inLanguage(line.name, language),
          options: inLanguage(line.optionWords, language),
          picture: line.picture,
          quantity: line.quantity,
        },
        canFollowUp: false,
      })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

const toMyReview = (review: ReviewDocument, language: Language, now: number): MyReview => ({
  id: review._id,
  orderId: review.orderId,
  line: {
    lineIndex: 0,
    skuId: review.skuId,
    productId: review.productId,
    name: inLanguage(review.name, language),
    options: inLanguage(review.optionWords, language),
    picture: review.picture,
    quantity: 1,
  },
  review: {
    ...toReviewView(review, language, 'writer'),
    check: review.check,
    isHidden: review.isHidden,
  },
  canFollowUp: canFollowUp(review, now),
})
