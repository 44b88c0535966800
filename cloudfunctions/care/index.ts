import { care } from '../../shared/contract/care'
import { serve } from '../_kit/serve'
import { followUpReview } from './follow-up-review'
import { getAfterSale } from './get-after-sale'
import { getAfterSaleChoices } from './get-after-sale-choices'
import { getProductVoices } from './get-product-voices'
import { listAfterSales } from './list-after-sales'
import { listMyReviews } from './list-my-reviews'
import { listReviews } from './list-reviews'
import { appealAfterSale, confirmExchange, sendBack, withdrawAfterSale } from './move-own-case'
import { previewAfterSale } from './preview-after-sale'
import { answerQuestion, askQuestion, listQuestions } from './questions'
import { requestAfterSale } from './request-after-sale'
import { writeReview } from './write-review'

export const main = serve(care, {
  'care.getAfterSaleChoices': getAfterSaleChoices,
  'care.previewAfterSale': previewAfterSale,
  'care.requestAfterSale': requestAfterSale,
  'care.withdrawAfterSale': withdrawAfterSale,
  'care.sendBack': sendBack,
  'care.appealAfterSale': appealAfterSale,
  'care.confirmExchange': confirmExchange,
  'care.listAfterSales': listAfterSales,
  'care.getAfterSale': getAfterSale,
  'care.writeReview': writeReview,
  'care.followUpReview': followUpReview,
  'care.listReviews': listReviews,
  'care.listMyReviews': listMyReviews,
  'care.askQuestion': askQuestion,
  'care.answerQuestion': answerQuestion,
  'care.listQuestions': listQuestions,
  'care.getProductVoices': getProductVoices,
})
