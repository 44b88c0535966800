import type { consoleCare } from '../../../shared/contract/console-care'
import type { Handlers } from '../../_kit/serve'
import {
  acceptReturn,
  approveAfterSale,
  decideAfterSale,
  refuseAfterSale,
  sendExchange,
} from './decide'
import { getAfterSale } from './get-after-sale'
import { countAfterSales, listAfterSales } from './list-after-sales'
import { answerQuestion, listQuestions, showQuestion } from './questions'
import { answerReview, listReviews, showReview } from './reviews'

/** After-sale decisions, reviews and questions. */
export const careHandlers: Handlers<typeof consoleCare> = {
  'console.countAfterSales': countAfterSales,
  'console.listAfterSales': listAfterSales,
  'console.getAfterSale': getAfterSale,
  'console.approveAfterSale': approveAfterSale,
  'console.refuseAfterSale': refuseAfterSale,
  'console.acceptReturn': acceptReturn,
  'console.sendExchange': sendExchange,
  'console.decideAfterSale': decideAfterSale,
  'console.listReviews': listReviews,
  'console.answerReview': answerReview,
  'console.showReview': showReview,
  'console.listQuestions': listQuestions,
  'console.answerQuestion': answerQuestion,
  'console.showQuestion': showQuestion,
}
